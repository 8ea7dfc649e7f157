import { sequenceIncremented } from "../../../../src/core/rules/freshness/sequence-incremented.ts";
import { after } from "../remembering.ts";
import { testRule } from "../rule-tester.ts";

const remembered = await after({});
const LATER = "DTSTAMP:20261122T115930Z";
const SERIES = await after({ event: ["RRULE:FREQ=WEEKLY"] });
const INSTANCE = ["RECURRENCE-ID:20261208T090000Z", LATER];

/** A date of the series that has a component of its own. */
const dateMovedTo = (hour: string, sequence = 0): readonly string[] => [
  "BEGIN:VEVENT",
  "UID:1@example.com",
  "RECURRENCE-ID:20261208T090000Z",
  LATER,
  `SEQUENCE:${String(sequence)}`,
  "SUMMARY:Budget",
  `DTSTART:20261208T${hour}0000Z`,
  `DTEND:20261208T${hour}3000Z`,
  "ORGANIZER:mailto:boss@example.com",
  "END:VEVENT",
];
const WITH_DATE = await after({ event: ["RRULE:FREQ=WEEKLY"], components: dateMovedTo("10") });

testRule(sequenceIncremented, {
  valid: [
    { name: "nothing is known", event: ["LOCATION:Room 2"] },
    { name: "nothing has changed", event: [LATER], remembered },
    { name: "only the title has changed", event: [LATER, "SUMMARY:The budget"], remembered },
    {
      name: "the time has changed with SEQUENCE",
      event: ["SEQUENCE:1", "DTSTART:20261201T093000Z"],
      remembered,
    },
    {
      name: "the start is written in a zone",
      event: [LATER, "DTSTART;TZID=Europe/Berlin:20261201T100000"],
      remembered,
    },
    {
      name: "a duration takes the end's place",
      event: [LATER, "DTEND", "DURATION:PT60M"],
      remembered,
    },
    {
      name: "an instance has its series' times",
      event: [...INSTANCE, "DTSTART:20261208T090000Z", "DTEND:20261208T100000Z"],
      remembered: SERIES,
    },
    {
      name: "a date within its series is moved with SEQUENCE",
      event: ["RRULE:FREQ=WEEKLY"],
      components: dateMovedTo("11", 1),
      remembered: WITH_DATE,
    },
    { name: "it is published", method: "PUBLISH", event: [LATER, "LOCATION:Room 2"], remembered },
  ],
  invalid: [
    {
      name: "the start has changed",
      event: [LATER, "DTSTART:20261201T093000Z"],
      remembered,
      reports: [{ data: { sequence: 0, fields: "start" } }],
    },
    {
      name: "the duration has changed",
      event: [LATER, "DTEND", "DURATION:PT2H"],
      remembered,
      reports: [{ data: { sequence: 0, fields: "end" } }],
    },
    {
      name: "it recurs",
      event: [LATER, "RRULE:FREQ=DAILY"],
      remembered,
      reports: [{ data: { sequence: 0, fields: "recurrence" } }],
    },
    {
      name: "it is but tentative",
      event: [LATER, "STATUS:TENTATIVE"],
      remembered,
      reports: [{ data: { sequence: 0, fields: "status" } }],
    },
    {
      name: "the place alone has changed",
      event: [LATER, "LOCATION:Room 2"],
      remembered,
      reports: [{ severity: "notice", data: { sequence: 0, fields: "location" } }],
    },
    {
      name: "place and time have changed",
      event: [LATER, "LOCATION:Room 2", "DTEND:20261201T110000Z"],
      remembered,
      reports: [{ data: { sequence: 0, fields: "end, location" } }],
    },
    {
      name: "an instance is moved",
      event: [...INSTANCE, "DTSTART:20261208T100000Z", "DTEND:20261208T110000Z"],
      remembered: SERIES,
      reports: [{ data: { sequence: 0, fields: "start, end" } }],
    },
    {
      name: "a date within its series is moved",
      event: ["RRULE:FREQ=WEEKLY"],
      components: dateMovedTo("11"),
      remembered: WITH_DATE,
      reports: [{ data: { sequence: 0, fields: "start, end" } }],
    },
    {
      name: "the series has another place, and a date in it another time",
      event: ["RRULE:FREQ=WEEKLY", LATER, "LOCATION:Room 2"],
      components: dateMovedTo("11"),
      remembered: WITH_DATE,
      reports: [{ data: { sequence: 0, fields: "location, start, end" } }],
    },
  ],
});
