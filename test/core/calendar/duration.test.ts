import { describe, expect, it } from "vitest";
import { addDuration, parseDuration } from "../../../src/core/calendar/duration.ts";
import { firstProperty } from "../../../src/core/calendar/component.ts";
import type { CalendarTime } from "../../../src/core/calendar/time.ts";
import { DAY, HOUR, MINUTE } from "../../../src/core/calendar/wall-time.ts";
import { readTime, readZones } from "../../../src/core/calendar/zones.ts";
import { calendarOf, exchangeBerlin } from "./vtimezones.ts";

describe("a duration", () => {
  it.each([
    ["P1W", 7 * DAY, 0],
    ["P2D", 2 * DAY, 0],
    ["PT1H", 0, HOUR],
    ["P1DT1H30M", DAY, 1.5 * HOUR],
    ["PT1H0M30S", 0, HOUR + MINUTE / 2],
    ["+PT5M", 0, 5 * MINUTE],
    ["-P1DT5M", -DAY, -5 * MINUTE],
    ["pt0s", 0, 0],
    [" P1W2D ", 9 * DAY, 0],
  ])("is read from %j", (value, nominal, exact) => {
    expect(parseDuration(value)).toEqual({ nominal, exact });
  });

  it.each([
    "",
    "P",
    "PT",
    "P1DT",
    "1H",
    "PT1D",
    "P1H",
    "P1M",
    "P1Y",
    "PT1.5H",
    "P--1D",
    "P1234567890D",
  ])("is not read from %j", (value) => {
    expect(parseDuration(value)).toBeNull();
  });
});

function endOf(start: string, duration: string): CalendarTime | null {
  const calendar = calendarOf(...exchangeBerlin("Custom"), start);
  const zones = readZones(calendar);
  const property = firstProperty(calendar, "DTSTART");
  const time = property && readTime(property, zones);
  return time && addDuration(time, duration, zones);
}

describe("the end after a duration", () => {
  it.each([
    ["DTSTART:20261231", "P1D", "2027-01-01", null],
    ["DTSTART:20261231", "PT48H", "2027-01-02", null],
    ["DTSTART:20261231T233000", "PT1H", "2027-01-01T00:30:00", null],
    ["DTSTART:20261231T233000Z", "PT1H", "2027-01-01T00:30:00", "2027-01-01T00:30:00Z"],
    ["DTSTART;TZID=Nowhere:20261231T233000", "PT1H", "2027-01-01T00:30:00", null],
    // A day follows the wall clock, hours are exact: the clock changes on 29 March at 2:00.
    [
      "DTSTART;TZID=Europe/Berlin:20260328T120000",
      "P1D",
      "2026-03-29T12:00:00",
      "2026-03-29T10:00:00Z",
    ],
    [
      "DTSTART;TZID=Europe/Berlin:20260328T120000",
      "PT24H",
      "2026-03-29T13:00:00",
      "2026-03-29T11:00:00Z",
    ],
    ["DTSTART;TZID=Custom:20260328T120000", "P1D", "2026-03-29T12:00:00", "2026-03-29T10:00:00Z"],
    ["DTSTART;TZID=Custom:20260328T120000", "PT24H", "2026-03-29T13:00:00", "2026-03-29T11:00:00Z"],
    // The second of the two hours from 2:00 to 3:00.
    ["DTSTART;TZID=Custom:20261025T013000", "PT2H", "2026-10-25T02:30:00", "2026-10-25T01:30:00Z"],
  ])("of %s and %s is %s", (start, duration, wall, instant) => {
    const end = endOf(start, duration);

    expect(end?.wall).toBe(wall);
    expect(end?.instant).toBe(instant === null ? null : Date.parse(instant));
  });

  it("keeps the kind of the time", () => {
    const end = endOf("DTSTART;TZID=Custom:20260328T120000", "PT1H");

    expect(end).toMatchObject({ kind: "zoned", tzid: "Custom", timeZone: null });
  });

  it.each([
    ["DTSTART:20261231", "PT1H"],
    ["DTSTART:20261231", "never"],
    ["DTSTART:20261231T000000", "P999999999W"],
    ["DTSTART:20261231T000000Z", "-P999999999W"],
    ["DTSTART;TZID=Europe/Berlin:20261231T000000", "P999999999W"],
    ["DTSTART;TZID=Europe/Berlin:20261231T000000", "PT999999999H"],
    ["DTSTART;TZID=America/New_York:99991231T220000", "PT3H"],
  ])("of %s and %s is none", (start, duration) => {
    expect(endOf(start, duration)).toBeNull();
  });

  it("may be the last that can be written", () => {
    expect(endOf("DTSTART;TZID=Asia/Tokyo:99991231T220000", "PT1H30M")?.wall).toBe(
      "9999-12-31T23:30:00",
    );
  });
});
