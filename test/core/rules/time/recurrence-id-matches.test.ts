import { recurrenceIdMatches } from "../../../../src/core/rules/time/recurrence-id-matches.ts";
import { override, placed } from "../placed.ts";
import { calendarOf, testRule } from "../rule-tester.ts";

const event = ["RRULE:FREQ=WEEKLY"];
const wrong = override("RECURRENCE-ID:20261209T090000Z");
const day = override("RECURRENCE-ID;VALUE=DATE:20261208");

testRule(recurrenceIdMatches, {
  valid: [
    { name: "there is no changed occurrence", event },
    {
      name: "it is one of the series",
      event,
      components: override("RECURRENCE-ID:20261208T090000Z"),
    },
    {
      name: "it is one of the series, in another zone",
      event,
      components: override("RECURRENCE-ID;TZID=Europe/Berlin:20261208T100000"),
    },
    { name: "it cannot be read", event, components: override("RECURRENCE-ID:second") },
    {
      name: "it cannot be decided",
      event,
      components: override("RECURRENCE-ID;TZID=Nowhere:20261208T100000").concat(),
      body: calendarOf({
        name: "",
        event: [...event, "DTSTART;TZID=Nowhere:20261201T100000"],
        components: override("RECURRENCE-ID:20261208T090000Z"),
      }),
    },
    { name: "the series did not come with it", event: ["RECURRENCE-ID:20261209T090000Z"] },
    { name: "the series has no beginning", event: [...event, "DTSTART"], components: wrong },
    { name: "there is no event", body: "" },
  ],
  invalid: [
    {
      name: "the series has none at that time",
      event,
      components: wrong,
      reports: [
        {
          data: {
            recurrenceId: "2026-12-09T09:00:00Z",
            ...placed({ event, components: wrong }, "RECURRENCE-ID"),
          },
        },
      ],
    },
    {
      name: "there is no series",
      components: wrong,
      reports: [
        {
          data: {
            recurrenceId: "2026-12-09T09:00:00Z",
            ...placed({ components: wrong }, "RECURRENCE-ID"),
          },
        },
      ],
    },
    {
      name: "it names a day only",
      event,
      components: day,
      reports: [
        {
          data: {
            recurrenceId: "2026-12-08",
            ...placed({ event, components: day }, "RECURRENCE-ID"),
          },
        },
      ],
    },
  ],
});
