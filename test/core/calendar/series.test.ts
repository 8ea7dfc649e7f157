import { describe, expect, it } from "vitest";
import { componentsNamed, firstProperty } from "../../../src/core/calendar/component.ts";
import { readSeries, type Series } from "../../../src/core/calendar/series.ts";
import { readTime, readZones } from "../../../src/core/calendar/zones.ts";
import { MAX_INSTANCES } from "../../../src/core/limits.ts";
import { calendarOf, exchangeBerlin } from "./vtimezones.ts";

function seriesOf(...lines: readonly string[]): Series | null {
  const calendar = calendarOf(...exchangeBerlin("Custom"), "BEGIN:VEVENT", ...lines, "END:VEVENT");
  const [event] = componentsNamed(calendar, "VEVENT");
  return event === undefined ? null : readSeries(event, readZones(calendar));
}

function isInstance(series: Series | null, line: string): boolean | null | undefined {
  const calendar = calendarOf(...exchangeBerlin("Custom"), line);
  const property = firstProperty(calendar, "RECURRENCE-ID");
  const time = property && readTime(property, readZones(calendar));
  return time && series?.isInstance(time);
}

/** "1997-09" and its days, at 9:00. */
function on(month: string, ...days: readonly number[]): string[] {
  return days.map((day) => `${month}-${String(day).padStart(2, "0")}T09:00:00`);
}

function at(day: string, ...times: readonly string[]): string[] {
  return times.map((time) => `${day}T${time}:00`);
}

const NEW_YORK = "DTSTART;TZID=America/New_York";

/** The examples of RFC 5545 §3.8.5.3. */
describe.each<[string, string, string[]]>([
  ["19970902T090000", "FREQ=DAILY;COUNT=10", on("1997-09", 2, 3, 4, 5, 6, 7, 8, 9, 10, 11)],
  [
    "19970902T090000",
    "FREQ=DAILY;INTERVAL=10;COUNT=5",
    [...on("1997-09", 2, 12, 22), ...on("1997-10", 2, 12)],
  ],
  [
    "19970902T090000",
    "FREQ=WEEKLY;COUNT=10",
    [...on("1997-09", 2, 9, 16, 23, 30), ...on("1997-10", 7, 14, 21, 28), ...on("1997-11", 4)],
  ],
  [
    "19970902T090000",
    "FREQ=WEEKLY;UNTIL=19971007T000000Z;WKST=SU;BYDAY=TU,TH",
    [...on("1997-09", 2, 4, 9, 11, 16, 18, 23, 25, 30), ...on("1997-10", 2)],
  ],
  [
    "19970901T090000",
    "FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR",
    [
      ...on("1997-09", 1, 3, 5, 15, 17, 19, 29),
      ...on("1997-10", 1, 3, 13, 15, 17, 27, 29, 31),
      ...on("1997-11", 10, 12, 14, 24, 26, 28),
      ...on("1997-12", 8, 10, 12, 22),
    ],
  ],
  [
    "19970902T090000",
    "FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH",
    [...on("1997-09", 2, 4, 16, 18, 30), ...on("1997-10", 2, 14, 16)],
  ],
  [
    "19970905T090000",
    "FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR",
    [...on("1997-09", 5), ...on("1997-10", 3), ...on("1997-11", 7), ...on("1997-12", 5)],
  ],
  [
    "19970907T090000",
    "FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU",
    [
      ...on("1997-09", 7, 28),
      ...on("1997-11", 2, 30),
      ...on("1998-01", 4, 25),
      ...on("1998-03", 1, 29),
      ...on("1998-05", 3, 31),
    ],
  ],
  [
    "19970922T090000",
    "FREQ=MONTHLY;COUNT=6;BYDAY=-2MO",
    [
      ...on("1997-09", 22),
      ...on("1997-10", 20),
      ...on("1997-11", 17),
      ...on("1997-12", 22),
      ...on("1998-01", 19),
      ...on("1998-02", 16),
    ],
  ],
  [
    "19970928T090000",
    "FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=4",
    [...on("1997-09", 28), ...on("1997-10", 29), ...on("1997-11", 28), ...on("1997-12", 29)],
  ],
  [
    "19970930T090000",
    "FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1",
    [
      ...on("1997-09", 30),
      ...on("1997-10", 1, 31),
      ...on("1997-11", 1, 30),
      ...on("1997-12", 1, 31),
      ...on("1998-01", 1, 31),
      ...on("1998-02", 1),
    ],
  ],
  [
    "19970910T090000",
    "FREQ=MONTHLY;INTERVAL=18;COUNT=10;BYMONTHDAY=10,11,12,13,14,15",
    [...on("1997-09", 10, 11, 12, 13, 14, 15), ...on("1999-03", 10, 11, 12, 13)],
  ],
  [
    "19970610T090000",
    "FREQ=YEARLY;COUNT=4;BYMONTH=6,7",
    [...on("1997-06", 10), ...on("1997-07", 10), ...on("1998-06", 10), ...on("1998-07", 10)],
  ],
  [
    "19970101T090000",
    "FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200",
    [
      ...on("1997-01", 1),
      ...on("1997-04", 10),
      ...on("1997-07", 19),
      ...on("2000-01", 1),
      ...on("2000-04", 9),
      ...on("2000-07", 18),
      ...on("2003-01", 1),
      ...on("2003-04", 10),
      ...on("2003-07", 19),
      ...on("2006-01", 1),
    ],
  ],
  [
    "19970519T090000",
    "FREQ=YEARLY;BYDAY=20MO;COUNT=3",
    [...on("1997-05", 19), ...on("1998-05", 18), ...on("1999-05", 17)],
  ],
  [
    "19970512T090000",
    "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=3",
    [...on("1997-05", 12), ...on("1998-05", 11), ...on("1999-05", 17)],
  ],
  [
    "19970313T090000",
    "FREQ=YEARLY;BYMONTH=3;BYDAY=TH;COUNT=7",
    [...on("1997-03", 13, 20, 27), ...on("1998-03", 5, 12, 19, 26)],
  ],
  [
    "19970913T090000",
    "FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13;COUNT=4",
    [...on("1997-09", 13), ...on("1997-10", 11), ...on("1997-11", 8), ...on("1997-12", 13)],
  ],
  [
    "19961105T090000",
    "FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8;COUNT=3",
    [...on("1996-11", 5), ...on("2000-11", 7), ...on("2004-11", 2)],
  ],
  [
    "19970904T090000",
    "FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3",
    [...on("1997-09", 4), ...on("1997-10", 7), ...on("1997-11", 6)],
  ],
  [
    "19970929T090000",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=4",
    [...on("1997-09", 29), ...on("1997-10", 30), ...on("1997-11", 27), ...on("1997-12", 30)],
  ],
  [
    // As corrected by erratum 3883.
    "19970902T090000",
    "FREQ=HOURLY;INTERVAL=3;UNTIL=19970902T210000Z",
    at("1997-09-02", "09:00", "12:00", "15:00"),
  ],
  [
    "19970902T090000",
    "FREQ=MINUTELY;INTERVAL=90;COUNT=4",
    at("1997-09-02", "09:00", "10:30", "12:00", "13:30"),
  ],
  [
    "19970902T090000",
    "FREQ=MINUTELY;INTERVAL=20;BYHOUR=9,16;COUNT=7",
    [
      ...at("1997-09-02", "09:00", "09:20", "09:40", "16:00", "16:20", "16:40"),
      ...at("1997-09-03", "09:00"),
    ],
  ],
  [
    "19970902T090000",
    "FREQ=DAILY;BYHOUR=9,16;BYMINUTE=0,20,40;COUNT=7",
    [
      ...at("1997-09-02", "09:00", "09:20", "09:40", "16:00", "16:20", "16:40"),
      ...at("1997-09-03", "09:00"),
    ],
  ],
  [
    "19970805T090000",
    "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO",
    on("1997-08", 5, 10, 19, 24),
  ],
  [
    "19970805T090000",
    "FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU",
    on("1997-08", 5, 17, 19, 31),
  ],
  [
    "20070115T090000",
    "FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5",
    [...on("2007-01", 15, 30), ...on("2007-02", 15), ...on("2007-03", 15, 30)],
  ],
  // Weeks and seconds, which the examples leave out.
  [
    "19970102T090000",
    "FREQ=YEARLY;BYWEEKNO=1,-1;COUNT=4",
    [...on("1997-01", 2), ...on("1997-12", 25), ...on("1998-01", 1), ...on("1998-12", 31)],
  ],
  [
    "19971229T090000",
    "FREQ=YEARLY;BYWEEKNO=1;BYDAY=MO;COUNT=3",
    [...on("1997-12", 29), ...on("1999-01", 4), ...on("2000-01", 3)],
  ],
  [
    "19970902T090000",
    "FREQ=SECONDLY;INTERVAL=30;COUNT=3",
    ["1997-09-02T09:00:00", "1997-09-02T09:00:30", "1997-09-02T09:01:00"],
  ],
  [
    "19970902T090000",
    "FREQ=DAILY;BYSECOND=59,60;COUNT=2",
    ["1997-09-02T09:00:59", "1997-09-03T09:00:59"],
  ],
  [
    "20240229T090000",
    "FREQ=YEARLY;COUNT=3",
    [...on("2024-02", 29), ...on("2028-02", 29), ...on("2032-02", 29)],
  ],
])("from %s, %s", (start, rule, expected) => {
  const series = seriesOf(`${NEW_YORK}:${start}`, `RRULE:${rule}`);
  const walls = series?.nextInstances(-1e12, expected.length + 2).map(({ wall }) => wall) ?? [];
  const isExact = /COUNT|UNTIL/.test(rule);
  const ruled = rule.includes("BYSECOND") ? walls.slice(1) : walls;

  it("recurs as expected", () => {
    expect(isExact ? ruled : ruled.slice(0, expected.length)).toEqual(expected);
  });

  it("knows its instances", () => {
    const found = expected.map((wall) =>
      isInstance(series, `RECURRENCE-ID;TZID=America/New_York:${wall.replace(/[-:]/g, "")}`),
    );

    expect(found).toEqual(expected.map(() => true));
  });
});

describe("a series", () => {
  it.each([
    ["the first", "RECURRENCE-ID;TZID=Europe/Berlin:20260105T100000", true],
    ["a later one", "RECURRENCE-ID;TZID=Europe/Berlin:20260706T100000", true],
    ["one far away", "RECURRENCE-ID;TZID=Europe/Berlin:28260105T100000", true],
    ["another time", "RECURRENCE-ID;TZID=Europe/Berlin:20260706T110000", false],
    ["another day", "RECURRENCE-ID;TZID=Europe/Berlin:20260707T100000", false],
    ["one before the first", "RECURRENCE-ID;TZID=Europe/Berlin:20251229T100000", false],
    ["one in UTC", "RECURRENCE-ID:20260706T080000Z", true],
    ["one in another zone", "RECURRENCE-ID;TZID=America/New_York:20260706T040000", true],
    ["one without zone", "RECURRENCE-ID:20260706T100000", true],
    ["a date", "RECURRENCE-ID;VALUE=DATE:20260706", false],
    ["an excluded one", "RECURRENCE-ID;TZID=Europe/Berlin:20260713T100000", false],
    ["one excluded by its day", "RECURRENCE-ID;TZID=Europe/Berlin:20260720T100000", false],
    ["an added one", "RECURRENCE-ID;TZID=Europe/Berlin:20260708T120000", true],
    ["one of the other rule", "RECURRENCE-ID;TZID=Europe/Berlin:20260131T100000", true],
    ["one after the other rule", "RECURRENCE-ID;TZID=Europe/Berlin:20260531T100000", false],
  ])("knows whether a time is one of it: %s", (_, line, expected) => {
    const series = seriesOf(
      "DTSTART;TZID=Europe/Berlin:20260105T100000",
      "RRULE:FREQ=WEEKLY",
      "RRULE:FREQ=MONTHLY;BYMONTHDAY=31;COUNT=2",
      "EXDATE:20260713T080000Z",
      "EXDATE;VALUE=DATE:20260720",
      "RDATE;TZID=Europe/Berlin:20260708T120000",
      "RDATE;VALUE=DATE:20260709",
    );

    expect(isInstance(series, line)).toBe(expected);
  });

  it.each([
    ["dates", "DTSTART;VALUE=DATE:20260105", "RECURRENCE-ID;VALUE=DATE:20260112", true],
    ["floating times", "DTSTART:20260105T100000", "RECURRENCE-ID:20260112T100000", true],
    [
      "times of a zone that nothing defines",
      "DTSTART;TZID=Nowhere:20260105T100000",
      "RECURRENCE-ID;TZID=Nowhere:20260112T100000",
      true,
    ],
    [
      "times that cannot be compared",
      "DTSTART;TZID=Nowhere:20260105T100000",
      "RECURRENCE-ID:20260112T100000Z",
      null,
    ],
    ["times in UTC", "DTSTART:20260105T100000Z", "RECURRENCE-ID:20260112T100000Z", true],
    [
      "times of a zone that the calendar defines",
      "DTSTART;TZID=Custom:20260105T100000",
      "RECURRENCE-ID:20260706T080000Z",
      true,
    ],
  ])("may be one of %s", (_, start, line, expected) => {
    expect(isInstance(seriesOf(start, "RRULE:FREQ=WEEKLY"), line)).toBe(expected);
  });

  it("of one is that one", () => {
    const series = seriesOf("DTSTART:20260105T100000Z");

    expect(isInstance(series, "RECURRENCE-ID:20260105T100000Z")).toBe(true);
    expect(isInstance(series, "RECURRENCE-ID:20260112T100000Z")).toBe(false);
    expect(series?.nextInstances(0, 5)).toHaveLength(1);
  });

  it.each([
    ["in another calendar", "RRULE:FREQ=YEARLY;RSCALE=HEBREW"],
    ["without FREQ", "RRULE:COUNT=4"],
    ["counted beyond the limit", "RRULE:FREQ=SECONDLY;COUNT=999999999"],
  ])("with a rule %s is undecided", (_, rule) => {
    const series = seriesOf("DTSTART:20260105T100000Z", rule);

    expect(isInstance(series, "RECURRENCE-ID:20280101T100000Z")).toBeNull();
    expect(isInstance(series, "RECURRENCE-ID:20260105T100000Z")).toBe(true);
  });

  it.each(["SUMMARY:none", "DTSTART:soon"])("needs a beginning, which %s is not", (line) => {
    expect(seriesOf(line, "RRULE:FREQ=DAILY")).toBeNull();
  });

  it("gives its next instances, each once and none that is excluded", () => {
    const series = seriesOf(
      "DTSTART;TZID=Europe/Berlin:20260105T100000",
      "RRULE:FREQ=WEEKLY",
      "RDATE;TZID=Europe/Berlin:20260706T100000,20260708T120000",
      "EXDATE;TZID=Europe/Berlin:20260713T100000",
    );

    expect(series?.nextInstances(Date.parse("2026-07-06T08:00:00Z"), 3)).toEqual([
      {
        kind: "zoned",
        wall: "2026-07-06T10:00:00",
        instant: Date.parse("2026-07-06T08:00:00Z"),
        tzid: "Europe/Berlin",
        timeZone: "Europe/Berlin",
      },
      expect.objectContaining({ wall: "2026-07-08T12:00:00" }),
      expect.objectContaining({ wall: "2026-07-20T10:00:00" }),
    ]);
  });

  it("gives dates as dates and UTC as UTC", () => {
    const dates = seriesOf(
      "DTSTART;VALUE=DATE:20260105",
      "RRULE:FREQ=DAILY;UNTIL=20260106T230000Z",
    );
    const utc = seriesOf("DTSTART:20260105T100000Z", "RRULE:FREQ=DAILY;UNTIL=20260106");

    expect(dates?.nextInstances(0, 9).map(({ wall, kind }) => [wall, kind])).toEqual([
      ["2026-01-05", "date"],
      ["2026-01-06", "date"],
    ]);
    expect(utc?.nextInstances(0, 9).map(({ wall, kind }) => [wall, kind])).toEqual([
      ["2026-01-05T10:00:00", "utc"],
      ["2026-01-06T10:00:00", "utc"],
    ]);
  });

  it("has no instances after the last year that can be written", () => {
    const series = seriesOf("DTSTART;TZID=Europe/Berlin:99981231T100000", "RRULE:FREQ=YEARLY");

    expect(series?.nextInstances(0, 9)).toHaveLength(2);
    expect(series?.nextInstances(Number.MAX_SAFE_INTEGER, 9)).toEqual([]);
  });
});

describe("a rule", () => {
  it.each([
    ["RRULE:FREQ=DAILY", false],
    ["RRULE:FREQ=DAILY;BYHOUR=9,15", false],
    ["RRULE:FREQ=HOURLY;COUNT=100", false],
    ["RRULE:FREQ=HOURLY", true],
    ["RRULE:FREQ=SECONDLY;UNTIL=20280101T000000Z", true],
    [`RRULE:FREQ=YEARLY;COUNT=${String(MAX_INSTANCES)}`, false],
    [`RRULE:FREQ=YEARLY;COUNT=${String(MAX_INSTANCES + 1)}`, true],
    ["RRULE:FREQ=WEEKLY;INTERVAL=999999999", false],
    ["RRULE:FREQ=SECONDLY;INTERVAL=999999999999999", false],
    ["RRULE:FREQ=YEARLY;INTERVAL=999999999999999", false],
    ["RRULE:FREQ=MONTHLY;INTERVAL=999999999999999", false],
  ])("may yield too much: %s", (rule, expected) => {
    expect(seriesOf("DTSTART:20260105T100000Z", rule)?.isExcessive).toBe(expected);
  });

  it.each([
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=SECONDLY;BYMONTH=7",
    "FREQ=MINUTELY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1",
    "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=20",
    `FREQ=YEARLY;BYDAY=SU,MO,TU,WE,TH,FR,SA;BYHOUR=${numbers(24)};BYMINUTE=${numbers(60)};BYSECOND=${numbers(60)};BYSETPOS=-1`,
    `FREQ=YEARLY;BYMONTH=12;BYDAY=SU,MO,TU,WE,TH,FR,SA;BYHOUR=${numbers(24)};BYMINUTE=${numbers(60)};BYSECOND=${numbers(60)}`,
  ])("is expanded within a limit: %.50s", (rule) => {
    const series = seriesOf("DTSTART:20260105T100000Z", `RRULE:${rule}`);
    isInstance(series, "RECURRENCE-ID:20990101T100000Z");
    const instances = series?.nextInstances(Date.UTC(2090, 0, 1), 3);

    expect(instances?.length).toBeLessThanOrEqual(3);
  });
});

function numbers(end: number): string {
  return Array.from({ length: end }, (_, index) => index).join(",");
}
