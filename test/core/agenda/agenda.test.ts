import { describe, expect, it } from "vitest";

import { findConflicts } from "../../../src/core/agenda/conflicts.ts";
import { daysAround, nextSpans, type Span } from "../../../src/core/agenda/spans.ts";
import { calendarEntries } from "../../../src/core/itip/calendar-entries.ts";
import { object } from "../apply/applying.ts";

const at = (text: string): number => Date.parse(text);
const span = (start: string, end: string): Span => ({ start: at(start), end: at(end) });
const TEN = span("2026-12-01T10:00:00Z", "2026-12-01T11:00:00Z");
const NOW = { now: at("2026-12-09T10:30:00Z"), zone: "Europe/Berlin" };

function spansOf(...lines: readonly string[]): readonly string[] {
  const [entry] = calendarEntries(object(null, lines));
  const spans = entry === undefined ? [] : nextSpans(entry, NOW, 3);
  return spans.map(({ start, end }) => `${iso(start)} ${iso(end)}`);
}

function iso(instant: number): string {
  return new Date(instant).toISOString().slice(0, 16);
}

describe("conflicts", () => {
  it.each([
    ["overlaps", "2026-12-01T10:30:00Z", "2026-12-01T12:00:00Z", "overlaps"],
    ["lies within", "2026-12-01T10:15:00Z", "2026-12-01T10:30:00Z", "overlaps"],
    ["ends when it begins", "2026-12-01T09:00:00Z", "2026-12-01T10:00:00Z", "adjacent"],
    ["begins when it ends", "2026-12-01T11:00:00Z", "2026-12-01T12:00:00Z", "adjacent"],
    ["ends before", "2026-12-01T08:00:00Z", "2026-12-01T09:59:00Z", undefined],
  ])("are told of what %s", (_, start, end, wanted) => {
    expect(findConflicts([TEN], [span(start, end)])[0]?.relation).toBe(wanted);
  });

  it("tell what overlaps before what is adjacent, and not more than anybody reads", () => {
    const before = span("2026-12-01T09:00:00Z", "2026-12-01T10:00:00Z");
    const many = Array.from({ length: 5000 }, () => TEN);
    const found = findConflicts([TEN], [before, ...many]);
    expect(found).toHaveLength(20);
    expect(found[0]?.relation).toBe("overlaps");
  });
});

describe("when an event takes place next", () => {
  it("is when it is, also of one that is over", () => {
    expect(spansOf()).toEqual(["2026-12-01T10:00 2026-12-01T11:00"]);
  });

  it("is at the occurrences of a series that are not over", () => {
    expect(
      spansOf("RRULE:FREQ=WEEKLY", "DTSTART:20261202T100000Z", "DTEND:20261202T110000Z"),
    ).toEqual([
      "2026-12-09T10:00 2026-12-09T11:00",
      "2026-12-16T10:00 2026-12-16T11:00",
      "2026-12-23T10:00 2026-12-23T11:00",
    ]);
  });

  it("is a day of the onlooker's where it names a day, and nothing where it has no end", () => {
    expect(spansOf("DTSTART;VALUE=DATE:20261224", "DTEND")).toEqual([
      "2026-12-23T23:00 2026-12-24T23:00",
    ]);
    expect(spansOf("DTSTART:20261224T100000Z", "DTEND")).toEqual([
      "2026-12-24T10:00 2026-12-24T10:00",
    ]);
    expect(spansOf("DTSTART", "DTEND")).toEqual([]);
  });

  it("lies in the onlooker's days, whatever the clocks do", () => {
    const night = daysAround(span("2026-10-24T22:30:00Z", "2026-10-25T00:30:00Z"), "Europe/Berlin");
    expect([iso(night.start), iso(night.end)]).toEqual(["2026-10-24T22:00", "2026-10-25T23:00"]);
  });
});
