import { recurrenceBounded } from "../../../../src/core/rules/time/recurrence-bounded.ts";
import { MAX_DATES, MAX_INSTANCES } from "../../../../src/core/limits.ts";
import { placed } from "../placed.ts";
import { testRule } from "../rule-tester.ts";

const broken = (rule: string) => ({
  event: [`RRULE:${rule}`],
  place: placed({ event: [`RRULE:${rule}`] }, "RRULE"),
});
const secondly = broken("FREQ=SECONDLY;COUNT=2");
const minutely = broken("FREQ=MINUTELY");
const hourly = broken("FREQ=HOURLY");
const counted = broken("FREQ=DAILY;COUNT=1000000000");
const dates = `EXDATE:${"20261201T090000Z,".repeat(MAX_DATES)}20261202T090000Z`;

testRule(recurrenceBounded, {
  valid: [
    { name: "nothing recurs" },
    { name: "it recurs every day without end", event: ["RRULE:FREQ=DAILY"] },
    { name: "the rule cannot be read", event: ["RRULE:x"] },
    { name: "it has no beginning", event: ["DTSTART", "RRULE:FREQ=HOURLY"] },
    { name: "it lists some dates", event: ["RDATE:20261202T090000Z,20261203T090000Z"] },
    { name: "there is no event", body: "" },
  ],
  invalid: [
    {
      name: "it recurs every second",
      event: secondly.event,
      reports: [
        { wording: "frequency", data: { frequency: "SECONDLY", limit: null, ...secondly.place } },
      ],
    },
    {
      name: "it recurs every minute",
      event: minutely.event,
      reports: [
        { wording: "frequency", data: { frequency: "MINUTELY", limit: null, ...minutely.place } },
      ],
    },
    {
      name: "it recurs every hour without end",
      event: hourly.event,
      reports: [{ data: { frequency: null, limit: MAX_INSTANCES, ...hourly.place } }],
    },
    {
      name: "it counts to a billion",
      event: counted.event,
      reports: [{ data: { frequency: null, limit: MAX_INSTANCES, ...counted.place } }],
    },
    {
      name: "it lists too many dates",
      event: [dates],
      reports: [
        {
          wording: "dates",
          data: { frequency: null, limit: MAX_DATES, ...placed({}, "BEGIN:VEVENT") },
        },
      ],
    },
  ],
});
