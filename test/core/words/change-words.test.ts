import { describe, expect, it } from "vitest";
import { changeRows, changeWords } from "../../../src/core/words/change-words.ts";
import { reader } from "./english.ts";

describe("a change, in words", () => {
  it.each([
    {
      field: "start",
      old: "2026-11-30T09:00:00Z",
      new: "2026-12-01T09:00:00Z",
      row: ["Start", "Mon 30 Nov, 10:00", "Tue 1 Dec, 10:00"],
    },
    {
      name: "an exclusive end by the last day",
      field: "end",
      old: "2026-12-02",
      new: "2026-12-04",
      row: ["End", "Tue 1 Dec", "Thu 3 Dec"],
    },
    {
      name: "an end by its time",
      field: "end",
      old: "2026-12-01T10:00:00Z",
      new: "",
      row: ["End", "Tue 1 Dec, 11:00", "(nothing)"],
    },
    { field: "location", old: "", new: "Room 4", row: ["Where", "(nothing)", "Room 4"] },
    { field: "summary", old: "Old", new: "<b>New", row: ["Title", "Old", "<b>New"] },
    {
      field: "status",
      old: "CONFIRMED",
      new: "X-ODD",
      row: ["Status", "Confirmed", "X-ODD"],
    },
    {
      name: "only those attendees that differ",
      field: "attendees",
      old: "a@example.org ACCEPTED\nb@example.org NEEDS-ACTION",
      new: "b@example.org NEEDS-ACTION\nc@example.org DECLINED",
      row: ["Attendees", "a@example.org (Accepted)", "c@example.org (Declined)"],
    },
    {
      name: "only those links that differ",
      field: "links",
      old: "https://a.example/\nhttps://b.example/",
      new: "https://b.example/",
      row: ["Links", "https://a.example/", "(nothing)"],
    },
  ] as const)("says $name$field", ({ row, ...change }) => {
    const { field, before, after } = changeWords(change, reader());

    expect([field, before, after]).toEqual(row);
  });
});

describe("the rows of what changed", () => {
  const start = {
    field: "start",
    old: "2026-12-01T13:00:00Z",
    new: "2026-12-01T15:00:00Z",
  } as const;
  const end = { field: "end", old: "2026-12-01T14:00:00Z", new: "2026-12-01T16:00:00Z" } as const;
  const place = { field: "location", old: "Room 4", new: "Room 5" } as const;

  it("tell an event that moved in one row", () => {
    expect(changeRows([start, end, place], reader())).toEqual([
      { field: "When", before: "Tue 1 Dec, 14:00–15:00", after: "Tue 1 Dec, 16:00–17:00" },
      { field: "Where", before: "Room 4", after: "Room 5" },
    ]);
  });

  it("tell whole days by the first and the last of them", () => {
    const first = { field: "start", old: "2026-12-01", new: "2026-12-08" } as const;
    const last = { field: "end", old: "2026-12-03", new: "2026-12-09" } as const;
    expect(changeRows([first, last], reader())).toEqual([
      { field: "When", before: "Tue 1 Dec\u2009–\u2009Wed 2 Dec", after: "Tue 8 Dec" },
    ]);
  });

  it.each([
    { name: "the start alone changed", changes: [start] },
    { name: "an end was taken away", changes: [start, { ...end, new: "" }] },
    { name: "days became hours", changes: [{ ...start, old: "2026-12-01" }, end] },
    { name: "a time cannot be read", changes: [start, { ...end, new: "soon" }] },
  ])("stay apart where $name", ({ changes }) => {
    expect(changeRows(changes, reader())).toEqual(
      changes.map((change) => changeWords(change, reader())),
    );
  });
});
