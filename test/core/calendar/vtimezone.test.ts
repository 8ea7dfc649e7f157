import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { ianaClock } from "../../../src/core/calendar/clock.ts";
import { writeVtimezone } from "../../../src/core/calendar/vtimezone.ts";
import { DAY, printWall } from "../../../src/core/calendar/wall-time.ts";
import { readZones } from "../../../src/core/calendar/zones.ts";
import { calendarOf } from "./vtimezones.ts";

const NOW = Date.UTC(2026, 5, 15);

describe("a VTIMEZONE", () => {
  it("repeats what recurs from year to year", () => {
    expect(writeVtimezone("W. Europe Standard Time", "Europe/Berlin", NOW)).toEqual([
      "BEGIN:VTIMEZONE",
      "TZID:W. Europe Standard Time",
      "BEGIN:DAYLIGHT",
      "DTSTART:20250330T020000",
      "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU",
      "TZOFFSETFROM:+0100",
      "TZOFFSETTO:+0200",
      "END:DAYLIGHT",
      "BEGIN:STANDARD",
      "DTSTART:20251026T030000",
      "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
      "TZOFFSETFROM:+0200",
      "TZOFFSETTO:+0100",
      "END:STANDARD",
      "END:VTIMEZONE",
    ]);
  });

  it.each([
    ["America/New_York", ["BYMONTH=3;BYDAY=2SU", "BYMONTH=11;BYDAY=1SU"]],
    [
      "Asia/Jerusalem",
      ["BYMONTH=3;BYMONTHDAY=23,24,25,26,27,28,29;BYDAY=FR", "BYMONTH=10;BYDAY=-1SU"],
    ],
    ["Australia/Lord_Howe", ["BYMONTH=4;BYDAY=1SU", "BYMONTH=10;BYDAY=1SU"]],
    ["Asia/Tokyo", []],
  ])("finds the rule of %s", (timeZone, rules) => {
    const lines = writeVtimezone("x", timeZone, NOW);

    expect(lines.filter((line) => line.startsWith("RRULE:"))).toEqual(
      rules.map((rule) => `RRULE:FREQ=YEARLY;${rule}`),
    );
  });

  it("lists the changes that follow no rule", () => {
    const lines = writeVtimezone("x", "Africa/Casablanca", NOW);

    expect(lines.filter((line) => line.startsWith("RRULE:"))).toEqual([]);
    expect(lines.filter((line) => line.startsWith("DTSTART:")).length).toBeGreaterThan(10);
  });

  it("of a zone without changes is one observance", () => {
    expect(writeVtimezone("a;b", "Asia/Kolkata", NOW)).toEqual([
      "BEGIN:VTIMEZONE",
      String.raw`TZID:a\;b`,
      "BEGIN:STANDARD",
      "DTSTART:20250101T000000",
      "TZOFFSETFROM:+0530",
      "TZOFFSETTO:+0530",
      "END:STANDARD",
      "END:VTIMEZONE",
    ]);
  });

  it("writes offsets west of Greenwich and with seconds", () => {
    const lines = writeVtimezone("x", "Africa/Monrovia", Date.UTC(1970, 5, 1));

    expect(lines.filter((line) => line.startsWith("TZOFFSETFROM:"))).toContain(
      "TZOFFSETFROM:-004430",
    );
  });
});

describe.each([
  "Europe/Berlin",
  "America/New_York",
  "America/Santiago",
  "Africa/Casablanca",
  "Asia/Jerusalem",
  "Asia/Tehran",
  "Australia/Lord_Howe",
  "Pacific/Chatham",
  "Pacific/Apia",
])("the VTIMEZONE of %s", (timeZone) => {
  const lines = writeVtimezone("x", timeZone, NOW);
  const days = Array.from(
    { length: 400 },
    (_, index) => Date.UTC(2025, 11, 1, 12) + index * 7 * DAY,
  );

  it("gives back the zone", () => {
    const clock = readZones(calendarOf(...lines)).resolve("x")?.clock;
    const iana = ianaClock(timeZone);

    expect(days.map((day) => clock?.instantOf(day))).toEqual(
      days.map((day) => iana.instantOf(day)),
    );
  });

  it("is understood by ical.js", () => {
    const zone = new ICAL.Timezone(new ICAL.Component(ICAL.parse(lines.join("\r\n")) as unknown[]));
    const instants = days.map((day) => {
      const time = ICAL.Time.fromDateTimeString(printWall(day));
      time.zone = zone;
      return time.toUnixTime() * 1000;
    });

    expect(instants).toEqual(days.map((day) => ianaClock(timeZone).instantOf(day)));
  });
});
