import { describe, expect, it } from "vitest";

import { answered, type Question } from "./answering.ts";

const TIME = /^(?:RECURRENCE-ID|DTSTART|DTEND|DURATION|DUE)/;

async function timesOf(question: Question): Promise<readonly string[]> {
  const { kind, event } = await answered(question);
  return kind === "written" ? event.filter((line) => TIME.test(line)) : [kind];
}

const WEEKLY = "RRULE:FREQ=WEEKLY;COUNT=30";
const BERLIN = [
  "DTSTART;TZID=Europe/Berlin:20261201T100000",
  "DTEND;TZID=Europe/Berlin:20261201T110000",
];

const CASES: readonly (Question & {
  readonly series: string;
  readonly times: readonly string[];
})[] = [
  {
    series: "in UTC",
    event: [WEEKLY],
    occurrence: "2026-12-08T09:00:00Z",
    times: ["RECURRENCE-ID:20261208T090000Z", "DTSTART:20261208T090000Z", "DTEND:20261208T100000Z"],
  },
  {
    series: "in a zone, across the change to summer time",
    event: [WEEKLY, ...BERLIN],
    occurrence: "2027-03-30T08:00:00Z",
    times: [
      "RECURRENCE-ID;TZID=Europe/Berlin:20270330T100000",
      "DTSTART;TZID=Europe/Berlin:20270330T100000",
      "DTEND;TZID=Europe/Berlin:20270330T110000",
    ],
  },
  {
    series: "in a zone that ends in UTC, across the change to summer time",
    event: [WEEKLY, "DTSTART;TZID=Europe/Berlin:20261201T100000", "DTEND:20261201T100000Z"],
    occurrence: "2027-03-30T08:00:00Z",
    times: [
      "RECURRENCE-ID;TZID=Europe/Berlin:20270330T100000",
      "DTSTART;TZID=Europe/Berlin:20270330T100000",
      "DTEND:20270330T090000Z",
    ],
  },
  {
    series: "with a duration",
    event: [WEEKLY, "DTEND", "DURATION:PT30M"],
    occurrence: "2026-12-15T09:00:00Z",
    times: ["RECURRENCE-ID:20261215T090000Z", "DTSTART:20261215T090000Z", "DURATION:PT30M"],
  },
  {
    series: "of days",
    event: [WEEKLY, "DTSTART;VALUE=DATE:20261201", "DTEND;VALUE=DATE:20261203"],
    occurrence: "2026-12-08",
    times: [
      "RECURRENCE-ID;VALUE=DATE:20261208",
      "DTSTART;VALUE=DATE:20261208",
      "DTEND;VALUE=DATE:20261210",
    ],
  },
  {
    series: "of floating times",
    event: [WEEKLY, "DTSTART:20261201T090000", "DTEND:20261201T100000"],
    occurrence: "2026-12-08T09:00:00",
    times: ["RECURRENCE-ID:20261208T090000", "DTSTART:20261208T090000", "DTEND:20261208T100000"],
  },
  {
    series: "in a zone that nothing defines",
    event: [WEEKLY, "DTSTART;TZID=Nowhere:20261201T090000", "DTEND;TZID=Nowhere:20261201T100000"],
    occurrence: "2026-12-08T09:00:00",
    times: ["RECURRENCE-ID;TZID=Nowhere:20261208T090000"],
  },
  {
    series: "that is a list of dates",
    event: ["RDATE:20261209T090000Z,20261224T090000Z"],
    occurrence: "2026-12-24T09:00:00Z",
    times: ["RECURRENCE-ID:20261224T090000Z", "DTSTART:20261224T090000Z", "DTEND:20261224T100000Z"],
  },
];

describe("the answer to one occurrence of a series", () => {
  it.each(CASES)("$series", async ({ times, ...question }) => {
    expect(await timesOf(question)).toEqual(times);
  });

  const OVERRIDE = [
    "BEGIN:VEVENT",
    "UID:1@example.com",
    "RECURRENCE-ID:20261208T090000Z",
    "DTSTAMP:20261122T115900Z",
    "SEQUENCE:4",
    "SUMMARY:Budget in the morning",
    "DTSTART:20261208T070000Z",
    "DTEND:20261208T080000Z",
    "ORGANIZER;CN=Boss:mailto:boss@example.com",
    "ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:me@example.org",
    "END:VEVENT",
  ];

  it("repeats the override that came with the series", async () => {
    const { event, mail } = await answered({
      event: [WEEKLY],
      components: OVERRIDE,
      occurrence: "2026-12-08T09:00:00Z",
    });
    expect(event).toEqual([
      "UID:1@example.com",
      "DTSTAMP:20261122T120000Z",
      "SEQUENCE:4",
      "RECURRENCE-ID:20261208T090000Z",
      "ORGANIZER;CN=Boss:mailto:boss@example.com",
      "ATTENDEE;PARTSTAT=ACCEPTED:mailto:me@example.org",
      "SUMMARY:Budget in the morning",
      "DTSTART:20261208T070000Z",
      "DTEND:20261208T080000Z",
      "REQUEST-STATUS:2.0;Success",
    ]);
    expect(mail.subject).toBe("Accepted: Budget in the morning");
    expect(mail.text).toContain("8 December 2026, 08:00–09:00");
  });

  it("tells people the time of the occurrence", async () => {
    const { mail } = await answered({ event: [WEEKLY], occurrence: "2026-12-15T09:00:00Z" });
    expect(mail.text).toContain("15 December 2026, 10:00–11:00");
    expect(mail.text).not.toContain("1 December 2026");
  });

  it.each([
    { what: "no time of the series", event: [WEEKLY], occurrence: "2026-12-08T10:00:00Z" },
    {
      what: "an occurrence that is taken out",
      event: [WEEKLY, "EXDATE:20261208T090000Z"],
      occurrence: "2026-12-08T09:00:00Z",
    },
    { what: "a time past its end", event: [WEEKLY], occurrence: "2036-12-02T09:00:00Z" },
    { what: "a day where the series has times", event: [WEEKLY], occurrence: "2026-12-08" },
    {
      what: "a floating time where it has instants",
      event: [WEEKLY],
      occurrence: "2026-12-08T09:00:00",
    },
    { what: "no time at all", event: [WEEKLY], occurrence: "next Tuesday" },
    {
      what: "the time of an event that does not recur",
      event: [],
      occurrence: "2026-12-01T09:00:00Z",
    },
    {
      what: "a time of an event without a start",
      event: [WEEKLY, "DTSTART"],
      occurrence: "2026-12-01T09:00:00Z",
    },
  ])("is not written for $what", async ({ event, occurrence }) => {
    expect(await timesOf({ event, occurrence })).toEqual(["no-occurrence"]);
  });

  it("is written for an instance that came alone", async () => {
    expect(
      await timesOf({
        event: ["RECURRENCE-ID:20261208T090000Z"],
        occurrence: "2026-12-08T09:00:00Z",
      }),
    ).toEqual([
      "RECURRENCE-ID:20261208T090000Z",
      "DTSTART:20261201T090000Z",
      "DTEND:20261201T100000Z",
    ]);
  });
});
