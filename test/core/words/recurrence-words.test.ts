import { describe, expect, it } from "vitest";
import { componentsNamed, firstProperty } from "../../../src/core/calendar/component.ts";
import { describeRecurrence } from "../../../src/core/calendar/recurrence.ts";
import { readTime, readZones } from "../../../src/core/calendar/zones.ts";
import { recurrenceWords } from "../../../src/core/words/recurrence-words.ts";
import type { Reader } from "../../../src/core/words/translate.ts";
import { calendarOf } from "../calendar/vtimezones.ts";
import { reader } from "./english.ts";

/** Tuesday. */
const BERLIN = "DTSTART;TZID=Europe/Berlin:20261201T100000";

function said(lines: readonly string[], changes: Partial<Reader> = {}): string {
  const calendar = calendarOf("BEGIN:VEVENT", ...lines, "END:VEVENT");
  const [event] = componentsNamed(calendar, "VEVENT");
  const zones = readZones(calendar);
  const recurrence = event === undefined ? null : describeRecurrence(event, zones);
  if (event === undefined || recurrence === null) {
    throw new Error("nothing recurs in the lines of the test");
  }
  const start = firstProperty(event, "DTSTART");
  return recurrenceWords(recurrence, start && readTime(start, zones), reader(changes));
}

const UNKNOWN = "Repeats by a rule that cannot be put into words";

describe("a rule, in words,", () => {
  it.each([
    ["FREQ=DAILY", "Every day"],
    ["FREQ=DAILY;INTERVAL=3", "Every 3 days"],
    ["FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR", "Every working day, Monday to Friday"],
    ["FREQ=DAILY;BYDAY=TU,TH", "Every week on Tuesday and Thursday"],
    ["FREQ=HOURLY", "Every hour"],
    ["FREQ=HOURLY;INTERVAL=2", "Every 2 hours"],
    ["FREQ=MINUTELY;INTERVAL=90", "Every 90 minutes"],
    ["FREQ=SECONDLY", "Every second"],
    ["FREQ=WEEKLY", "Every week on Tuesday"],
    ["FREQ=WEEKLY;BYDAY=FR,MO", "Every week on Monday and Friday"],
    ["FREQ=WEEKLY;BYDAY=SU,MO;WKST=SU", "Every week on Sunday and Monday"],
    ["FREQ=WEEKLY;INTERVAL=2;BYDAY=TU", "Every 2 weeks on Tuesday"],
    ["FREQ=WEEKLY;BYDAY=FR,TH,WE,TU,MO", "Every working day, Monday to Friday"],
    [
      "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TU,WE,TH,FR",
      "Every 2 weeks on Monday, Tuesday, Wednesday, Thursday and Friday",
    ],
    ["FREQ=MONTHLY", "Every month on the 1st"],
    ["FREQ=MONTHLY;INTERVAL=3", "Every 3 months on the 1st"],
    [
      "FREQ=MONTHLY;BYMONTHDAY=2,3,4,11,22",
      "Every month on the 2nd, the 3rd, the 4th, the 11th and the 22nd",
    ],
    ["FREQ=MONTHLY;BYMONTHDAY=15,-1", "Every month on the 15th and the last day"],
    ["FREQ=MONTHLY;BYMONTHDAY=-3", "Every month on the 3rd day from the end"],
    ["FREQ=MONTHLY;BYDAY=1TU", "Every month on the first Tuesday"],
    ["FREQ=MONTHLY;BYDAY=2TU,-1FR", "Every month on the second Tuesday and the last Friday"],
    [
      "FREQ=MONTHLY;BYDAY=3TU,4TU,5TU",
      "Every month on the third Tuesday, the fourth Tuesday and the fifth Tuesday",
    ],
    ["FREQ=MONTHLY;BYDAY=-2MO", "Every month on the second to last Monday"],
    ["FREQ=MONTHLY;BYDAY=MO,FR", "Every month on every Monday and every Friday"],
    ["FREQ=MONTHLY;BYDAY=TU;BYSETPOS=2", "Every month on the second Tuesday"],
    ["FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "Every month on the last working day"],
    [
      "FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=-1,1",
      "Every month on the first weekend day and the last weekend day",
    ],
    ["FREQ=MONTHLY;BYDAY=SU,MO,TU,WE,TH,FR,SA;BYSETPOS=10", "Every month on the 10th day"],
    ["FREQ=YEARLY", "Every year on 1 December"],
    ["FREQ=YEARLY;INTERVAL=2", "Every 2 years on 1 December"],
    ["FREQ=YEARLY;BYMONTH=3,9", "Every year on 1 March and 1 September"],
    ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29", "Every year on 29 February"],
    ["FREQ=YEARLY;BYMONTH=3,10;BYDAY=-1SU", "Every year on the last Sunday of March and October"],
    ["FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1", "Every year on the last day of February"],
    ["FREQ=YEARLY;BYMONTH=11;BYDAY=TH;BYSETPOS=4", "Every year on the fourth Thursday of November"],
    ["FREQ=YEARLY;BYDAY=20MO", "Every year on the 20th Monday of the year"],
    ["FREQ=DAILY;BYHOUR=10;BYMINUTE=0;BYSECOND=0", "Every day"],
  ])("%s is: %s", (rule, words) => {
    expect(said([BERLIN, `RRULE:${rule}`])).toBe(words);
  });

  it.each([
    "FREQ=FORTNIGHTLY",
    "FREQ=DAILY;BYMONTH=1",
    "FREQ=DAILY;INTERVAL=2;BYDAY=MO",
    "FREQ=DAILY;BYMONTHDAY=1",
    "FREQ=DAILY;BYHOUR=9,17",
    "FREQ=DAILY;BYMINUTE=30",
    "FREQ=DAILY;BYSECOND=30",
    "FREQ=HOURLY;BYDAY=MO",
    "FREQ=WEEKLY;BYMONTH=1",
    "FREQ=WEEKLY;BYDAY=MO,TU;BYSETPOS=1",
    "FREQ=MONTHLY;BYMONTH=1",
    "FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13",
    "FREQ=MONTHLY;BYMONTHDAY=1,2;BYSETPOS=1",
    "FREQ=MONTHLY;BYDAY=MO,WE;BYSETPOS=1",
    "FREQ=MONTHLY;BYDAY=1MO,1WE;BYSETPOS=1",
    "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-3",
    "FREQ=YEARLY;BYYEARDAY=100",
    "FREQ=YEARLY;BYWEEKNO=20",
    "FREQ=YEARLY;BYMONTHDAY=13",
    "FREQ=YEARLY;BYDAY=MO",
    "FREQ=YEARLY;BYDAY=-3MO",
    "FREQ=YEARLY;BYDAY=MO;BYSETPOS=5",
    "FREQ=YEARLY;BYMONTH=1;BYDAY=-3MO",
  ])("%s is not covered, which is said", (rule) => {
    expect(said([BERLIN, `RRULE:${rule}`])).toBe(UNKNOWN);
  });

  it("takes the day from the beginning as it is written", () => {
    expect(said(["DTSTART;VALUE=DATE:20240229", "RRULE:FREQ=YEARLY"])).toBe(
      "Every year on 29 February",
    );
    expect(said(["DTSTART;VALUE=DATE:20260131", "RRULE:FREQ=YEARLY;BYMONTH=2"])).toBe(
      "Every year on the 31st of February",
    );
    expect(said(["DTSTART:20261201T233000Z", "RRULE:FREQ=WEEKLY"])).toBe("Every week on Tuesday");
  });

  it("cannot be told without a beginning", () => {
    expect(said(["RRULE:FREQ=WEEKLY"])).toBe(UNKNOWN);
  });

  it("speaks the reader's language where names of days come from it", () => {
    expect(said([BERLIN, "RRULE:FREQ=WEEKLY;BYDAY=MO,FR"], { locale: "de" })).toBe(
      "Every week on Montag und Freitag",
    );
  });
});

describe("a series", () => {
  it.each<[string, readonly string[], string]>([
    ["that ends after a number", ["RRULE:FREQ=DAILY;COUNT=10"], "Every day, 10 times"],
    ["that ends after one", ["RRULE:FREQ=DAILY;COUNT=1"], "Every day, once"],
    [
      "that ends on a day of its own zone",
      ["RRULE:FREQ=DAILY;UNTIL=20261231T230000Z"],
      "Every day, until 1 January 2027",
    ],
    [
      "that leaves out some days",
      ["RRULE:FREQ=DAILY", "EXDATE;TZID=Europe/Berlin:20261225T100000,20261224T100000"],
      "Every day, except on 24 December 2026 and 25 December 2026",
    ],
    [
      "that leaves out many days",
      [
        "RRULE:FREQ=DAILY",
        `EXDATE:${[2, 3, 4, 5, 6, 7].map((day) => `2026120${String(day)}T090000Z`).join()}`,
      ],
      "Every day, except on 6 dates",
    ],
    [
      "that has a further day",
      ["RRULE:FREQ=WEEKLY", "RDATE:20261204T090000Z"],
      "Every week on Tuesday, also on 4 December 2026",
    ],
    [
      "that has it all",
      ["RRULE:FREQ=WEEKLY;COUNT=3", "RDATE:20261204T090000Z", "EXDATE:20261208T090000Z"],
      "Every week on Tuesday, 3 times, also on 4 December 2026, except on 8 December 2026",
    ],
    [
      "that has many further days",
      [
        "RRULE:FREQ=WEEKLY",
        `RDATE:${[2, 3, 4, 5, 6, 7].map((day) => `2026120${String(day)}T090000Z`).join()}`,
      ],
      "Every week on Tuesday, also on 6 other dates",
    ],
    [
      "that is a list of days",
      ["RDATE:20261204T090000Z,20261201T090000Z"],
      "On 1 December 2026 and 4 December 2026",
    ],
    [
      "that is a long list of days",
      [`RDATE:${[2, 3, 4, 5, 6, 7].map((day) => `2026120${String(day)}T090000Z`).join()}`],
      "On 7 dates",
    ],
    [
      "whose rules exclude each other",
      ["EXRULE:FREQ=DAILY", "RDATE:20261204T090000Z"],
      `${UNKNOWN}, also on 4 December 2026`,
    ],
  ])("%s is told", (_, lines, words) => {
    expect(said([BERLIN, ...lines])).toBe(words);
  });

  it("without a beginning is told by its dates", () => {
    expect(said(["RDATE:20261204T090000Z"])).toBe("On 4 December 2026");
  });

  it("in a zone of the sender's own is told in the reader's days", () => {
    const zone = ["BEGIN:VTIMEZONE", "TZID:Home"];
    const calendar = calendarOf(
      ...zone,
      "BEGIN:STANDARD",
      "DTSTART:19700101T000000",
      "TZOFFSETFROM:+0000",
      "TZOFFSETTO:+0000",
      "END:STANDARD",
      "END:VTIMEZONE",
      "BEGIN:VEVENT",
      "DTSTART;TZID=Home:20261201T100000",
      "RRULE:FREQ=DAILY;UNTIL=20261231T233000Z",
      "END:VEVENT",
    );
    const [event] = componentsNamed(calendar, "VEVENT");
    const zones = readZones(calendar);
    const recurrence = event && describeRecurrence(event, zones);
    const start = event && firstProperty(event, "DTSTART");

    expect(
      recurrence && start && recurrenceWords(recurrence, readTime(start, zones), reader()),
    ).toBe("Every day, until 1 January 2027");
  });
});
