import { dtstampPlausible } from "../../../../src/core/rules/object/dtstamp-plausible.ts";
import { calendarOf, testRule } from "../rule-tester.ts";

const LATE = "DTSTAMP:20261123T120001Z";
const report = { data: { dtstamp: "2026-11-23T12:00:01Z" } };

testRule(dtstampPlausible, {
  valid: [
    { name: "it is before the message" },
    { name: "it is a day after the message", event: ["DTSTAMP:20261123T120000Z"] },
    { name: "it is missing", event: ["DTSTAMP"] },
    {
      name: "the message has no date and it is before now",
      fields: ["Date"],
      event: [LATE],
      circumstances: { now: Date.UTC(2026, 10, 23) },
    },
  ],
  invalid: [
    { name: "it is more than a day after the message", event: [LATE], reports: [report] },
    {
      name: "that of a file is more than a day from now",
      message: calendarOf({ name: "", event: [LATE] }),
      reports: [report],
    },
  ],
});
