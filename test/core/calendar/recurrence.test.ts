import { describe, expect, it } from "vitest";
import { componentsNamed } from "../../../src/core/calendar/component.ts";
import { describeRecurrence, type Recurrence } from "../../../src/core/calendar/recurrence.ts";
import { readZones } from "../../../src/core/calendar/zones.ts";
import { MAX_DATES } from "../../../src/core/limits.ts";
import { calendarOf } from "./vtimezones.ts";

function recurrenceOf(...lines: readonly string[]): Recurrence | null {
  const calendar = calendarOf("BEGIN:VEVENT", ...lines, "END:VEVENT");
  const [event] = componentsNamed(calendar, "VEVENT");
  return event === undefined ? null : describeRecurrence(event, readZones(calendar));
}

const START = "DTSTART;TZID=Europe/Berlin:20260105T100000";

describe("a recurrence", () => {
  it("is not there without RRULE, EXRULE and RDATE", () => {
    expect(recurrenceOf(START, "EXDATE:20260105T100000Z")).toBeNull();
  });

  it("is described by all its parts", () => {
    const recurrence = recurrenceOf(
      START,
      "RRULE:freq=monthly;interval=2;until=20271231T225959Z;byday=MO,-1FR,+2SU;wkst=su;" +
        "bymonthday=-1,5;byyearday=;x-part=1;bysetpos=1,-1;byhour=9;byminute=30,0;bysecond=0",
      "RDATE:20260601T080000Z",
      "EXDATE:20260602T080000Z,20260603T080000Z",
    );

    expect(recurrence?.rule).toEqual({
      frequency: "MONTHLY",
      interval: 2,
      count: null,
      until: { wall: Date.parse("2027-12-31T22:59:59Z"), isDate: false, isUtc: true },
      bySecond: [0],
      byMinute: [0, 30],
      byHour: [9],
      byDay: [
        { weekday: 1, ordinal: null },
        { weekday: 5, ordinal: -1 },
        { weekday: 0, ordinal: 2 },
      ],
      byMonthDay: [-1, 5],
      byYearDay: [],
      byWeekNo: [],
      byMonth: [],
      bySetPos: [-1, 1],
      weekStart: 0,
    });
    expect(recurrence?.until).toMatchObject({ kind: "utc", wall: "2027-12-31T22:59:59" });
    expect(recurrence?.count).toBeNull();
    expect(recurrence?.dates.map(({ wall }) => wall)).toEqual(["2026-06-01T08:00:00"]);
    expect(recurrence?.excluded).toHaveLength(2);
  });

  it("may consist of dates alone", () => {
    const recurrence = recurrenceOf(START, "RDATE:20260601T080000Z", "RDATE:20260602T080000Z");

    expect(recurrence).toMatchObject({ rule: null, count: null, until: null, problems: [] });
    expect(recurrence?.dates).toHaveLength(2);
  });

  it("is read within a limit", () => {
    const list = `RDATE:${Array.from({ length: MAX_DATES - 1 }, () => "20260601T080000Z").join()}`;

    expect(recurrenceOf(START, list, list, list)?.dates).toHaveLength(MAX_DATES);
  });
});

describe("the problems of a recurrence", () => {
  it.each<[string, string, [string, string][]]>([
    ["none", "FREQ=WEEKLY;BYDAY=MO;COUNT=3", []],
    ["none in lower case", "freq=weekly", []],
    ["no FREQ", "COUNT=3", [["frequency", ""]]],
    ["an unknown FREQ", "FREQ=FORTNIGHTLY", [["frequency", "FORTNIGHTLY"]]],
    [
      "nothing at all",
      "",
      [
        ["unknown-part", ""],
        ["frequency", ""],
      ],
    ],
    ["an unknown part", "FREQ=DAILY;BYMOON=FULL", [["unknown-part", "BYMOON=FULL"]]],
    ["a part of Object's", "FREQ=DAILY;TOSTRING=1", [["unknown-part", "TOSTRING=1"]]],
    ["a part without value", "FREQ=DAILY;COUNT", [["unknown-part", "COUNT"]]],
    ["a repeated part", "FREQ=DAILY;COUNT=1;COUNT=2", [["repeated-part", "COUNT"]]],
    ["INTERVAL=0", "FREQ=DAILY;INTERVAL=0", [["value", "INTERVAL=0"]]],
    [
      "an INTERVAL too great",
      "FREQ=DAILY;INTERVAL=1000000000000000",
      [["value", "INTERVAL=1000000000000000"]],
    ],
    ["a COUNT that is none", "FREQ=DAILY;COUNT=-1", [["value", "COUNT=-1"]]],
    ["an UNTIL that is none", "FREQ=DAILY;UNTIL=never", [["value", "UNTIL=NEVER"]]],
    [
      "COUNT and UNTIL",
      "FREQ=DAILY;COUNT=1;UNTIL=20270101T000000Z",
      [["count-and-until", "COUNT"]],
    ],
    ["an hour of 24", "FREQ=DAILY;BYHOUR=10,24", [["value", "BYHOUR=24"]]],
    ["a negative month", "FREQ=DAILY;BYMONTH=1,-1", [["value", "BYMONTH=-1"]]],
    [
      "the 0th day",
      "FREQ=MONTHLY;BYMONTHDAY=0,6",
      [
        ["value", "BYMONTHDAY=0"],
        ["start-not-in-rule", "DTSTART"],
      ],
    ],
    ["the 54th week", "FREQ=YEARLY;BYWEEKNO=2,54", [["value", "BYWEEKNO=54"]]],
    ["a weekday that is none", "FREQ=WEEKLY;BYDAY=MO,XX", [["value", "BYDAY=XX"]]],
    ["a 0th weekday", "FREQ=MONTHLY;BYDAY=1MO,0MO", [["value", "BYDAY=0MO"]]],
    ["a 54th weekday", "FREQ=MONTHLY;BYDAY=1MO,54MO", [["value", "BYDAY=54MO"]]],
    ["a week that begins on no day", "FREQ=DAILY;WKST=XX", [["value", "WKST=XX"]]],
    [
      "weeks of a month",
      "FREQ=MONTHLY;BYMONTHDAY=5;BYWEEKNO=2",
      [["part-not-allowed", "BYWEEKNO"]],
    ],
    [
      "days of the year in a month",
      "FREQ=MONTHLY;BYYEARDAY=5",
      [["part-not-allowed", "BYYEARDAY"]],
    ],
    [
      "days of the month in a week",
      "FREQ=WEEKLY;BYMONTHDAY=5",
      [["part-not-allowed", "BYMONTHDAY"]],
    ],
    ["a second Monday of a week", "FREQ=WEEKLY;BYDAY=2MO", [["part-not-allowed", "BYDAY"]]],
    [
      "a second Monday of week 2",
      "FREQ=YEARLY;BYWEEKNO=2;BYDAY=2MO",
      [["part-not-allowed", "BYDAY"]],
    ],
    ["BYSETPOS alone", "FREQ=DAILY;BYSETPOS=1", [["part-not-allowed", "BYSETPOS"]]],
    ["the Gregorian calendar", "FREQ=YEARLY;RSCALE=GREGORIAN", []],
    ["another calendar", "FREQ=YEARLY;RSCALE=CHINESE", [["calendar", "CHINESE"]]],
    ["days that move", "FREQ=YEARLY;SKIP=FORWARD", [["calendar", "SKIP"]]],
    [
      "an end before the start",
      "FREQ=DAILY;UNTIL=20250101T000000Z",
      [["until-before-start", "UNTIL"]],
    ],
    ["a start on another day", "FREQ=WEEKLY;BYDAY=TU", [["start-not-in-rule", "DTSTART"]]],
    ["an end that is a date", "FREQ=DAILY;UNTIL=20270101", [["until-type", "UNTIL"]]],
    ["an end without zone", "FREQ=DAILY;UNTIL=20270101T100000", [["until-type", "UNTIL"]]],
  ])("are named: %s", (_, rule, expected) => {
    const problems = recurrenceOf(START, `RRULE:${rule}`)?.problems ?? [];

    expect(problems.map(({ kind, part }) => [kind, part])).toEqual(expected);
  });

  it.each([
    ["a date for dates", "DTSTART;VALUE=DATE:20260105", "20270101", []],
    ["a time for dates", "DTSTART;VALUE=DATE:20260105", "20270101T000000Z", ["until-type"]],
    ["a local time for local times", "DTSTART:20260105T100000", "20270101T000000", []],
    ["UTC for local times", "DTSTART:20260105T100000", "20270101T000000Z", ["until-type"]],
    ["UTC for UTC", "DTSTART:20260105T100000Z", "20270101T000000Z", []],
    ["the day of the start", "DTSTART;VALUE=DATE:20260105", "20260105", []],
    ["the instant of the start", START, "20260105T090000Z", []],
  ])("may lie in UNTIL: %s", (_, start, until, expected) => {
    const problems = recurrenceOf(start, `RRULE:FREQ=DAILY;UNTIL=${until}`)?.problems ?? [];

    expect(problems.map(({ kind }) => kind)).toEqual(expected);
  });

  it.each<[string[], string[]]>([
    [["RRULE:FREQ=DAILY"], ["no-start"]],
    [["DTSTART:soon", "RRULE:FREQ=DAILY"], ["no-start"]],
    [[START, "RRULE:FREQ=DAILY", "RRULE:FREQ=YEARLY"], ["several-rules"]],
    [[START, "RRULE:FREQ=DAILY", "EXRULE:FREQ=YEARLY"], ["several-rules"]],
    [[START, "EXRULE:FREQ=YEARLY"], ["several-rules"]],
  ])("may lie in what surrounds the rule: %j", (lines, expected) => {
    expect(recurrenceOf(...lines)?.problems.map(({ kind }) => kind)).toEqual(expected);
  });
});
