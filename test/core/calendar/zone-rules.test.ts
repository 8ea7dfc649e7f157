import ICAL from "ical.js";
import { describe, expect, it } from "vitest";
import { ianaClock, type Clock } from "../../../src/core/calendar/clock.ts";
import { DAY, HOUR, parseWall, printWall } from "../../../src/core/calendar/wall-time.ts";
import { zoneRulesClock } from "../../../src/core/calendar/zone-rules.ts";
import { MAX_ZONE_YEARS } from "../../../src/core/limits.ts";
import { transitionsOfYear } from "../../../src/core/calendar/zone-transitions.ts";
import { appleNewYork, calendarOf, exchangeBerlin, googleNewYork, timezone } from "./vtimezones.ts";

function clockOf(lines: readonly string[]): Clock | null {
  const [component] = calendarOf(...lines).components;
  return component === undefined ? null : zoneRulesClock(component);
}

function instant(clock: Clock | null, wall: string): string | null {
  const found = clock?.instantOf(parseWall(wall) ?? NaN) ?? null;
  return found === null ? null : printWall(found);
}

function hoursAt(clock: Clock | null, when: string): number | null {
  const offset = clock?.offsetAt(parseWall(when) ?? NaN) ?? null;
  return offset === null ? null : offset / HOUR;
}

describe.each<[string, string[], string, number]>([
  ["Exchange", exchangeBerlin("W. Europe Standard Time"), "Europe/Berlin", 1997],
  ["Google", googleNewYork("America/New_York"), "America/New_York", 2008],
  ["Apple", appleNewYork("America/New_York"), "America/New_York", 1988],
])("the rules that %s writes", (_, lines, timeZone, firstYear) => {
  const clock = clockOf(lines);

  it("agree with the platform's zone, hour by hour around each change", () => {
    const iana = ianaClock(timeZone);
    const differences: string[] = [];
    for (let year = firstYear; year < 2045; year += 1) {
      for (const { instant: change, from } of transitionsOfYear(iana, year)) {
        for (let hours = -30; hours <= 30; hours += 0.5) {
          const wall = change + from + hours * HOUR;
          if (clock?.instantOf(wall) !== iana.instantOf(wall)) {
            differences.push(printWall(wall));
          }
          if (clock?.offsetAt(wall) !== iana.offsetAt(wall)) {
            differences.push(`${printWall(wall)}Z`);
          }
        }
      }
    }

    expect(differences).toEqual([]);
  });

  it("agree with ical.js", () => {
    const component = new ICAL.Component(ICAL.parse(lines.join("\r\n")) as unknown[]);
    const zone = new ICAL.Timezone(component);
    for (let wall = Date.UTC(firstYear, 0, 10); wall < Date.UTC(2030, 0, 1); wall += 11 * DAY) {
      const time = ICAL.Time.fromDateTimeString(printWall(wall));
      time.zone = zone;

      expect([printWall(wall), clock?.instantOf(wall)]).toEqual([
        printWall(wall),
        time.toUnixTime() * 1000,
      ]);
    }
  });
});

describe("a wall time", () => {
  it.each([
    ["Berlin", exchangeBerlin("x"), "2026-03-29T01:59:59", "2026-03-29T00:59:59"],
    ["Berlin, in the gap", exchangeBerlin("x"), "2026-03-29T02:30:00", "2026-03-29T01:30:00"],
    ["Berlin, after the gap", exchangeBerlin("x"), "2026-03-29T03:00:00", "2026-03-29T01:00:00"],
    ["Berlin, twice", exchangeBerlin("x"), "2026-10-25T02:30:00", "2026-10-25T00:30:00"],
    ["Berlin, after both", exchangeBerlin("x"), "2026-10-25T03:00:00", "2026-10-25T02:00:00"],
    ["New York, in the gap", googleNewYork("x"), "2026-03-08T02:30:00", "2026-03-08T07:30:00"],
    ["New York, twice", googleNewYork("x"), "2026-11-01T01:30:00", "2026-11-01T05:30:00"],
  ])("is read as RFC 5545 §3.3.5 says: %s", (_, lines, wall, expected) => {
    expect(instant(clockOf(lines), wall)).toBe(expected);
  });
});

describe("observances", () => {
  it("hold before the first of them by what it changes from", () => {
    const clock = clockOf(
      timezone(
        "x",
        { start: "20200101T000000", from: "+0300", to: "+0400" },
        { start: "20100101T000000", from: "+0200", to: "+0300" },
      ),
    );

    expect(hoursAt(clock, "2000-01-01T00:00:00")).toBe(2);
    expect(hoursAt(clock, "2015-01-01T00:00:00")).toBe(3);
    expect(hoursAt(clock, "2025-01-01T00:00:00")).toBe(4);
    expect(instant(clock, "2000-01-01T00:00:00")).toBe("1999-12-31T22:00:00");
  });

  it("begin at each RDATE, in UTC too", () => {
    const clock = clockOf([
      "BEGIN:VTIMEZONE",
      "TZID:x",
      "BEGIN:DAYLIGHT",
      "DTSTART:20200301T020000",
      "RDATE:20210301T020000,nonsense",
      "RDATE;VALUE=PERIOD:20220301T010000Z/PT1H",
      "TZOFFSETFROM:+0100",
      "TZOFFSETTO:+0200",
      "END:DAYLIGHT",
      "BEGIN:STANDARD",
      "DTSTART:20201001T030000",
      "RDATE:20211001T030000",
      "TZOFFSETFROM:+0200",
      "TZOFFSETTO:+0100",
      "END:STANDARD",
      "END:VTIMEZONE",
    ]);

    expect(
      ["2020-06-01", "2021-01-01", "2021-06-01", "2022-01-01", "2022-06-01"].map((day) =>
        hoursAt(clock, `${day}T00:00:00`),
      ),
    ).toEqual([2, 1, 2, 1, 2]);
  });

  it.each([
    ["COUNT", "FREQ=YEARLY;COUNT=2;BYMONTH=3;BYDAY=-1SU", [2, 2, 1]],
    ["UNTIL", "FREQ=YEARLY;UNTIL=20210328T010000Z;BYMONTH=3;BYDAY=-1SU", [2, 2, 1]],
    ["INTERVAL", "FREQ=YEARLY;INTERVAL=2;BYMONTH=3;BYDAY=-1SU", [2, 1, 2]],
    ["a frequency of another kind", "FREQ=MINUTELY", [2, 1, 1]],
    ["no FREQ", "BYMONTH=3", [2, 1, 1]],
  ])("end or pause as their rule says: %s", (_, rule, expected) => {
    const clock = clockOf(
      timezone(
        "x",
        { start: "20200329T020000", from: "+0100", to: "+0200", rule },
        {
          start: "20201025T030000",
          from: "+0200",
          to: "+0100",
          rule: "FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU",
        },
      ),
    );

    expect(
      [2020, 2021, 2022].map((year) => hoursAt(clock, `${String(year)}-07-01T00:00:00`)),
    ).toEqual(expected);
  });

  it("are found again over gaps of years, and given up where a rule yields nothing", () => {
    const leap = timezone(
      "x",
      { start: "20000229T000000", from: "+0000", to: "+0100", rule: "FREQ=YEARLY" },
      { start: "20000301T000000", from: "+0100", to: "+0000", rule: "FREQ=YEARLY" },
    );
    const never = timezone("x", {
      start: "20000229T000000",
      from: "+0000",
      to: "+0100",
      rule: "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    });

    expect(hoursAt(clockOf(leap), "2104-02-29T12:00:00")).toBe(1);
    expect(hoursAt(clockOf(leap), "2107-06-01T12:00:00")).toBe(0);
    expect(hoursAt(clockOf(never), "2107-06-01T12:00:00")).toBe(1);
  });

  it.each([
    ["no observance", ["BEGIN:VTIMEZONE", "TZID:x", "END:VTIMEZONE"]],
    [
      "offsets of a day and more",
      timezone("x", { start: "20200101T000000", from: "+0000", to: "+2400" }),
    ],
    [
      "offsets that are none",
      timezone("x", { start: "20200101T000000", from: "+0000", to: "one" }),
    ],
    ["no beginning", timezone("x", { start: "never", from: "+0000", to: "+0100" })],
  ])("define no zone: %s", (_, lines) => {
    expect(clockOf(lines)).toBeNull();
  });

  it("take a missing TZOFFSETFROM for the offset that they lead to", () => {
    const lines = timezone("x", { start: "20200101T000000", from: "", to: "-033045" });

    expect(instant(clockOf(lines), "2019-01-01T00:00:00")).toBe("2019-01-01T03:30:45");
  });

  it("are expanded within a limit", () => {
    const clock = clockOf(exchangeBerlin("x"));
    const years = Array.from({ length: MAX_ZONE_YEARS / 2 + 1 }, (_, index) => 1700 + index);
    const offsets = years.map((year) => clock?.offsetAt(Date.UTC(year, 6, 1)) ?? null);

    expect(offsets[0]).toBe(2 * HOUR);
    expect(offsets.at(-1)).toBeNull();
    expect(clock?.offsetAt(Date.UTC(1700, 6, 1))).toBe(2 * HOUR);
  });
});
