import { describe, expect, it } from "vitest";
import { firstProperty } from "../../../src/core/calendar/component.ts";
import type { CalendarTime } from "../../../src/core/calendar/time.ts";
import { readTime, readTimes, readZones } from "../../../src/core/calendar/zones.ts";
import { MAX_DATES } from "../../../src/core/limits.ts";
import { calendarOf, exchangeBerlin, googleNewYork } from "./vtimezones.ts";

function readStart(line: string, timezones: readonly string[] = []): CalendarTime | null {
  const calendar = calendarOf(...timezones, line);
  const property = firstProperty(calendar, "DTSTART");
  return property && readTime(property, readZones(calendar));
}

function utc(text: string): number {
  return Date.parse(text);
}

describe("a time", () => {
  it.each<[string, CalendarTime]>([
    [
      "DTSTART;VALUE=DATE:20261201",
      { kind: "date", wall: "2026-12-01", instant: null, tzid: null, timeZone: null },
    ],
    [
      "DTSTART;TZID=Europe/Berlin:20261201",
      { kind: "date", wall: "2026-12-01", instant: null, tzid: null, timeZone: null },
    ],
    [
      "DTSTART:20261201T100000Z",
      {
        kind: "utc",
        wall: "2026-12-01T10:00:00",
        instant: utc("2026-12-01T10:00:00Z"),
        tzid: null,
        timeZone: null,
      },
    ],
    [
      "DTSTART;TZID=Europe/Berlin:20261201t100000z",
      {
        kind: "utc",
        wall: "2026-12-01T10:00:00",
        instant: utc("2026-12-01T10:00:00Z"),
        tzid: "Europe/Berlin",
        timeZone: null,
      },
    ],
    [
      "DTSTART: 20261201T100060 ",
      { kind: "floating", wall: "2026-12-01T10:00:59", instant: null, tzid: null, timeZone: null },
    ],
    [
      "DTSTART;TZID=:20261201T100000",
      { kind: "floating", wall: "2026-12-01T10:00:00", instant: null, tzid: null, timeZone: null },
    ],
    [
      "DTSTART;TZID=Europe/Berlin:20260701T100000",
      {
        kind: "zoned",
        wall: "2026-07-01T10:00:00",
        instant: utc("2026-07-01T08:00:00Z"),
        tzid: "Europe/Berlin",
        timeZone: "Europe/Berlin",
      },
    ],
    [
      "DTSTART;TZID=GMT+0530:20260701T100000",
      {
        kind: "zoned",
        wall: "2026-07-01T10:00:00",
        instant: utc("2026-07-01T04:30:00Z"),
        tzid: "GMT+0530",
        timeZone: null,
      },
    ],
    [
      "DTSTART;TZID=Customized Time Zone:20260308T090000",
      {
        kind: "undefined",
        wall: "2026-03-08T09:00:00",
        instant: null,
        tzid: "Customized Time Zone",
        timeZone: null,
      },
    ],
  ])("is read from %s", (line, time) => {
    expect(readStart(line)).toEqual(time);
  });

  it.each([
    "",
    "now",
    "2026-12-01",
    "20261301",
    "20260230",
    "20261201T250000",
    "20261201T1000",
    "20261201T100000+0100",
    "20261201T100000Z/PT1H",
  ])("is not read from %j", (value) => {
    expect(readStart(`DTSTART:${value}`)).toBeNull();
  });

  it.each([
    ["in a gap", "20260329T023000", "2026-03-29T01:30:00Z"],
    ["that occurs twice", "20261025T023000", "2026-10-25T00:30:00Z"],
    ["long ago, by the offset of 1900", "18000101T120000", "1800-01-01T11:00:00Z"],
    ["far from now", "99990701T120000", "9999-07-01T10:00:00Z"],
  ])("has one instant by the platform's zone: %s", (_, value, instant) => {
    expect(readStart(`DTSTART;TZID=Europe/Berlin:${value}`)?.instant).toBe(utc(instant));
  });
});

describe("the zones of a calendar", () => {
  it("follow VTIMEZONE where there is one", () => {
    const time = readStart(
      "DTSTART;TZID=Customized Time Zone:20260308T090000",
      exchangeBerlin("Customized Time Zone"),
    );

    expect(time?.kind).toBe("zoned");
    expect(time?.instant).toBe(utc("2026-03-08T08:00:00Z"));
    expect(time?.timeZone).toBeNull();
  });

  it("follow VTIMEZONE even where it contradicts the name", () => {
    const time = readStart("DTSTART;TZID=Asia/Tokyo:20260308T090000", exchangeBerlin("Asia/Tokyo"));

    expect(time?.instant).toBe(utc("2026-03-08T08:00:00Z"));
    expect(time?.timeZone).toBe("Asia/Tokyo");
  });

  it("are found in another case and between spaces", () => {
    const time = readStart("DTSTART;TZID= ROME :20260308T090000", exchangeBerlin("Rome"));

    expect(time?.instant).toBe(utc("2026-03-08T08:00:00Z"));
  });

  it.each([
    ["X-LIC-LOCATION:Europe/Vienna", "Europe/Vienna"],
    ["X-MICROSOFT-CDO-TZID:4", "Europe/Berlin"],
    ["X-MICROSOFT-CDO-TZID:52", null],
    ["X-MICROSOFT-CDO-TZID:four", null],
    ["X-LIC-LOCATION:Nowhere/Else", null],
  ])("take the name from %s", (line, timeZone) => {
    const [begin = "", ...rest] = exchangeBerlin("Customized Time Zone");
    const time = readStart("DTSTART;TZID=Customized Time Zone:20260308T090000", [
      begin,
      line,
      ...rest,
    ]);

    expect(time?.timeZone).toBe(timeZone);
  });

  it("take the first of several definitions and name the others", () => {
    const calendar = calendarOf(
      ...exchangeBerlin("x"),
      ...googleNewYork("x"),
      ...googleNewYork("y"),
    );
    const zones = readZones(calendar);

    expect([...zones.defined.keys()]).toEqual(["x", "y"]);
    expect(zones.duplicates).toEqual(["x"]);
    expect(zones.resolve("x")?.clock.offsetAt(utc("2026-01-01T00:00:00Z"))).toBe(3_600_000);
  });

  it("pass over definitions that define nothing", () => {
    const zones = readZones(
      calendarOf(
        "BEGIN:VTIMEZONE",
        "TZID:Europe/Berlin",
        "END:VTIMEZONE",
        "BEGIN:VTIMEZONE",
        "END:VTIMEZONE",
      ),
    );

    expect(zones.defined.size).toBe(0);
    expect(zones.resolve("Europe/Berlin")?.source).toBe("iana");
  });

  it.each([
    ["x", "vtimezone", false],
    ["Europe/Berlin", "iana", true],
    ["W. Europe Standard Time", "iana", false],
    ["GMT+0100", "offset", false],
  ])("say where %s comes from", (tzid, source, isStandardName) => {
    const zone = readZones(calendarOf(...exchangeBerlin("x"))).resolve(tzid);

    expect([zone?.source, zone?.isStandardName]).toEqual([source, isStandardName]);
  });

  it("do not know what nothing defines", () => {
    expect(readZones(calendarOf()).resolve("x")).toBeNull();
  });
});

describe("a list of times", () => {
  it("gives every time, of periods the start, and passes over the rest", () => {
    const calendar = calendarOf(
      "RDATE;VALUE=PERIOD:20261201T100000Z/PT1H,nonsense,20261202,20261203T100000",
    );
    const property = firstProperty(calendar, "RDATE");

    expect(property && readTimes(property, readZones(calendar)).map(({ wall }) => wall)).toEqual([
      "2026-12-01T10:00:00",
      "2026-12-02",
      "2026-12-03T10:00:00",
    ]);
  });

  it("is read within a limit", () => {
    const calendar = calendarOf(`RDATE:${"20261201,".repeat(MAX_DATES)}20261202`);
    const property = firstProperty(calendar, "RDATE");

    expect(property && readTimes(property, readZones(calendar))).toHaveLength(MAX_DATES);
  });
});
