import { describe, expect, it } from "vitest";

import {
  differences,
  isSignificant,
  snapshotOf,
  type Snapshot,
} from "../../../src/core/itip/snapshot.ts";
import { occurrenceOf } from "../../../src/core/itip/series.ts";
import { MAX_ALL_DATES, MAX_DATES, MAX_REMEMBERED_TEXT } from "../../../src/core/limits.ts";
import { contextsOf } from "../rules/rule-tester.ts";

function snapshot(...event: readonly string[]): Snapshot {
  const [, context] = contextsOf({ name: "", event });
  const main = context?.invitation?.main;
  if (main === null || main === undefined) {
    throw new Error("no event");
  }
  return snapshotOf(main);
}

/** Fields that differ between the plain event and one with these lines. */
function changed(...event: readonly string[]): readonly string[] {
  return differences(snapshot(), snapshot(...event)).map(({ field }) => field);
}

describe("the work of reading what an entry says", () => {
  /** How many times were placed in a zone. */
  function placedTimes(...event: readonly string[]): number {
    const start = "DTSTART;TZID=Europe/Berlin:20261201T100000";
    const [, context] = contextsOf({ name: "", event: [start, ...event] });
    const main = context?.invitation?.main;
    let count = 0;
    if (main) {
      const resolve: typeof main.zones.resolve = (tzid) => {
        count += 1;
        return main.zones.resolve(tzid);
      };
      snapshotOf({ ...main, zones: { ...main.zones, resolve } });
    }
    return count;
  }

  const line = (name: string): string =>
    `${name};TZID=Europe/Berlin:${"20261202T100000,".repeat(199)}20261202T100000`;

  it("is bounded for a series, in however many lines it lists its dates", () => {
    const few = Array<string>(10).fill(line("RDATE"));
    const many = Array<string>(MAX_ALL_DATES / 200).fill(line("RDATE"));

    expect(placedTimes(...few)).toBe(MAX_DATES);
    expect(placedTimes(...many)).toBe(MAX_DATES);
  });

  it("is nothing for the dates of a changed occurrence, which recurs no more", () => {
    const recurrenceId = "RECURRENCE-ID;TZID=Europe/Berlin:20261201T100000";

    expect(placedTimes(recurrenceId, line("RDATE"), line("EXDATE"))).toBe(0);
  });
});

describe("what has changed", () => {
  it.each([
    ["DTSTART:20261201T093000Z", ["start"]],
    ["DTEND:20261201T103000Z", ["end"]],
    ["DTEND", ["end"]],
    ["RRULE:FREQ=DAILY", ["recurrence"]],
    ["RDATE:20261202T090000Z", ["recurrence"]],
    ["EXDATE:20261201T090000Z", ["recurrence"]],
    ["LOCATION:Room 2", ["location"]],
    ["SUMMARY:The budget", ["summary"]],
    ["STATUS:TENTATIVE", ["status"]],
    ["DESCRIPTION:Bring figures.", ["description"]],
    ["URL:https://example.com/", ["links"]],
    ["CONFERENCE;VALUE=URI:https://meet.example.com/", ["links"]],
    ["ATTACH:https://example.com/a.pdf", ["links"]],
    ["ATTENDEE:mailto:carol@example.org", ["attendees"]],
    ["ATTENDEE;PARTSTAT=ACCEPTED;RSVP=TRUE:mailto:me@example.org", ["attendees"]],
  ])("%s changes %j", (line, fields) => {
    expect(changed(line)).toEqual(fields);
  });

  it.each([
    "DTSTART;TZID=Europe/Berlin:20261201T100000",
    "STATUS:CONFIRMED",
    "ATTENDEE;CN=Me:MAILTO:ME@example.org",
    "PRIORITY:1",
    "SUMMARY:  Budget",
    "X-ANYTHING:else",
    "LAST-MODIFIED:20261122T120000Z",
  ])("%s changes nothing", (line) => {
    expect(changed(line)).toEqual([]);
  });

  it("DURATION says the same as DTEND", () => {
    expect(changed("DTEND", "DURATION:PT1H")).toEqual([]);
  });

  it("recurrence is a set", () => {
    const one = snapshot(
      "RRULE:FREQ=WEEKLY;BYDAY=MO,TU;INTERVAL=1",
      "EXDATE:20261208T090000Z,20261215T090000Z",
    );
    const other = snapshot(
      "RRULE:BYDAY=TU,MO;WKST=MO;FREQ=weekly",
      "EXDATE;TZID=Europe/Berlin:20261215T100000",
      "EXDATE:20261208T090000Z",
      "EXDATE:20261208T090000Z",
    );
    expect(differences(one, other)).toEqual([]);
  });

  it("tells old and new, lists line by line", () => {
    const old = snapshot("LOCATION:Room 1");
    const current = snapshot(
      "LOCATION:Room 2",
      "URL:https://b.example/",
      "ATTACH:https://a.example/",
    );
    expect(differences(old, current)).toEqual([
      { field: "location", old: "Room 1", new: "Room 2" },
      { field: "links", old: "", new: "https://a.example/\nhttps://b.example/" },
    ]);
  });

  it("is told of long texts, too, though only their beginning is kept", () => {
    const long = "x".repeat(MAX_REMEMBERED_TEXT);
    const one = snapshot(`DESCRIPTION:${long}one`);
    const other = snapshot(`DESCRIPTION:${long}other`);
    expect(one.description.length).toBeLessThan(MAX_REMEMBERED_TEXT + 100);
    expect(differences(one, other).map(({ field }) => field)).toEqual(["description"]);
    expect(snapshot(`DESCRIPTION:${long}`).description).toBe(long);
  });

  it.each([
    ["start", true],
    ["end", true],
    ["recurrence", true],
    ["status", true],
    ["location", true],
    ["summary", false],
    ["description", false],
    ["attendees", false],
    ["links", false],
  ] as const)("%s is significant: %s", (field, expected) => {
    expect(isSignificant({ field, old: "", new: "x" })).toBe(expected);
  });
});

describe("an occurrence that is not known apart", () => {
  it.each([
    ["instants", ["RRULE:FREQ=DAILY"], "2026-12-03T09:00:00Z", "2026-12-03T10:00:00Z"],
    [
      "days",
      ["DTSTART;VALUE=DATE:20261201", "DTEND;VALUE=DATE:20261203"],
      "2026-12-08",
      "2026-12-10",
    ],
    [
      "floating times",
      ["DTSTART:20261201T090000", "DTEND:20261201T101500"],
      "2026-12-08T09:00:00",
      "2026-12-08T10:15:00",
    ],
    ["all from one on", ["RRULE:FREQ=DAILY"], "2026-12-03T09:00:00Z+", "2026-12-03T10:00:00Z"],
    ["no end", ["DTEND"], "2026-12-03T09:00:00Z", ""],
  ])("has the series' values: %s", (_, event, key, end) => {
    const series = snapshot(...event);
    expect(occurrenceOf(series, key)).toEqual({
      ...series,
      start: key.replace("+", ""),
      end,
      recurrence: [],
    });
  });
});
