import { eventUpcoming } from "../../../../src/core/rules/time/event-upcoming.ts";
import { override, placed } from "../placed.ts";
import { calendarOf, testRule } from "../rule-tester.ts";

const OVER = ["DTSTART:20261121T090000Z", "DTEND:20261121T100000Z"];
const ID = "RECURRENCE-ID:20261121T090000Z";
const overAt = (end: string, changes: Parameters<typeof placed>[0] = {}) => [
  { data: { end, ...placed(changes, "BEGIN:VEVENT") } },
];

testRule(eventUpcoming, {
  valid: [
    { name: "it is to come" },
    { name: "it is to come in twenty years", event: ["DTSTART:20461122T120000Z", "DTEND"] },
    { name: "it is going on", event: ["DTSTART:20261121T090000Z", "DTEND:20261122T130000Z"] },
    {
      name: "the day has not ended everywhere",
      event: ["DTSTART;VALUE=DATE:20261121", "DTEND"],
      circumstances: { now: Date.UTC(2026, 10, 22, 11, 59) },
    },
    { name: "the local time has not come everywhere", event: ["DTSTART:20261122T010000", "DTEND"] },
    { name: "the series goes on", event: [...OVER, "RRULE:FREQ=WEEKLY"] },
    {
      name: "an occurrence was moved ahead",
      event: OVER,
      components: override(ID, "DTSTART:20261123T090000Z"),
    },
    { name: "an occurrence has no time", event: OVER, components: override(ID) },
    { name: "it has no time", event: ["DTSTART", "DTEND"] },
    {
      name: "a to-do is overdue",
      body: calendarOf({ name: "", event: OVER }).replaceAll("VEVENT", "VTODO"),
    },
    { name: "it is cancelled", method: "CANCEL", event: OVER },
    { name: "there is no event", body: "" },
  ],
  invalid: [
    {
      name: "it is to come in a thousand years",
      event: ["DTSTART:30261201T090000Z", "DTEND"],
      reports: [
        {
          wording: "far",
          data: { end: "3026-12-01T09:00:00Z", ...placed({}, "BEGIN:VEVENT") },
        },
      ],
    },
    { name: "it is over", event: OVER, reports: overAt("2026-11-21T10:00:00Z") },
    {
      name: "it has no end and has begun",
      event: ["DTSTART:20261121T090000Z", "DTEND"],
      reports: overAt("2026-11-21T09:00:00Z"),
    },
    {
      name: "the day is over everywhere",
      event: ["DTSTART;VALUE=DATE:20261120", "DTEND"],
      reports: overAt("2026-11-20"),
    },
    {
      name: "the days are over everywhere",
      event: ["DTSTART;VALUE=DATE:20261120", "DTEND;VALUE=DATE:20261122"],
      reports: overAt("2026-11-22"),
    },
    {
      name: "the series is over",
      event: [...OVER, "RRULE:FREQ=DAILY;UNTIL=20261121T090000Z"],
      reports: overAt("2026-11-21T10:00:00Z"),
    },
    {
      name: "only an end is known and has passed",
      event: ["DTSTART", "DTEND:20261121T100000Z"],
      reports: overAt("2026-11-21T10:00:00Z"),
    },
    {
      name: "all occurrences are over",
      event: OVER,
      components: override(ID, "DTSTART:20261122T090000Z", "DTEND:20261122T100000Z"),
      reports: overAt("2026-11-22T10:00:00Z"),
    },
    {
      name: "the series is over later than the occurrence that was moved",
      event: [...OVER, "RRULE:FREQ=DAILY;COUNT=1"],
      components: override(ID, "DTSTART:20261120T090000Z", "DTEND:20261120T100000Z"),
      reports: overAt("2026-11-21T10:00:00Z"),
    },
  ],
});
