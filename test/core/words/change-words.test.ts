import { describe, expect, it } from "vitest";
import { changeWords } from "../../../src/core/words/change-words.ts";
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
