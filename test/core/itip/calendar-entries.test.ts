import { describe, expect, it } from "vitest";

import { entriesOf } from "../../../src/core/itip/calendar-entries.ts";
import { timeKey } from "../../../src/core/itip/time-key.ts";

const ZONE = [
  ...["BEGIN:VTIMEZONE", "TZID:Own", "BEGIN:STANDARD", "DTSTART:19700101T000000"],
  ...["TZOFFSETFROM:+0500", "TZOFFSETTO:+0500", "END:STANDARD", "END:VTIMEZONE"],
];

function event(uid: string, ...lines: readonly string[]): readonly string[] {
  return ["BEGIN:VEVENT", `UID:${uid}`, "DTSTART;TZID=Own:20261201T150000", ...lines, "END:VEVENT"];
}

function startsOf(lines: readonly string[], uid: string): readonly string[] {
  return entriesOf(lines.join("\r\n"), uid).map(({ start }) => timeKey(start));
}

function calendar(...lines: readonly string[]): readonly string[] {
  return ["BEGIN:VCALENDAR", ...ZONE, ...lines, "END:VCALENDAR"];
}

describe("what a calendar holds", () => {
  const many = Array.from({ length: 3000 }, (_, index) => event(String(index))).flat();

  it("is all of it, however many events there are", () => {
    expect(startsOf(calendar(...many), "2999")).toEqual(["2026-12-01T10:00:00Z"]);
  });

  it("is a series with its instances, also where much stands between them", () => {
    const instance = event("a", "RECURRENCE-ID;TZID=Own:20261202T150000");
    const lines = calendar(...event("a", "RRULE:FREQ=DAILY;COUNT=5"), ...many, ...instance);
    expect(startsOf(lines, "a")).toHaveLength(2);
  });

  it("is what several calendars in one file hold, each with its own zones", () => {
    const other = calendar(...event("b")).map((line) => line.replace(/^(TZOFF.*)05/, "$103"));
    const lines = [...calendar(...event("a")), ...other];
    expect(startsOf(lines, "a")).toEqual(["2026-12-01T10:00:00Z"]);
    expect(startsOf(lines, "b")).toEqual(["2026-12-01T12:00:00Z"]);
  });

  it("is read with alarms in its events and texts that look like edges", () => {
    const alarm = ["BEGIN:VALARM", "ACTION:DISPLAY", "TRIGGER:PT0S", "END:VALARM"];
    const lines = event("a", "DESCRIPTION:x", " BEGIN:VEVENT", " END:VEVENT", ...alarm);
    expect(startsOf(calendar(...lines, ...event("b")), "b")).toEqual(["2026-12-01T10:00:00Z"]);
    expect(startsOf(calendar(...lines), "a")).toEqual(["2026-12-01T10:00:00Z"]);
  });

  it("is nothing where there is no event", () => {
    expect(startsOf(["BEGIN:VCALENDAR", "END:VCALENDAR"], "a")).toEqual([]);
    expect(startsOf(["hello"], "a")).toEqual([]);
    expect(startsOf(["END:VEVENT", "BEGIN:VEVENT", "END:VEVENT"], "a")).toEqual([]);
  });
});
