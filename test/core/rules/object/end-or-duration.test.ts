import { endOrDuration } from "../../../../src/core/rules/object/end-or-duration.ts";
import { placed } from "../placed.ts";
import { calendarOf, testRule } from "../rule-tester.ts";

const event = ["DURATION:PT1H"];
const todo = calendarOf({ name: "", event: ["DTEND", "DUE:20261201T100000Z", ...event] });
const body = todo.replaceAll("VEVENT", "VTODO");

testRule(endOrDuration, {
  valid: [
    { name: "there is an end" },
    { name: "there is a duration", event: ["DTEND", ...event] },
    { name: "there is neither", event: ["DTEND"] },
  ],
  invalid: [
    {
      name: "an event has both",
      event,
      reports: [{ data: { end: "DTEND", ...placed({ event }, "DURATION") } }],
    },
    {
      name: "a to-do has both",
      body,
      reports: [{ data: { end: "DUE", ...placed({ body }, "DURATION") } }],
    },
  ],
});
