import { eventKnown } from "../../../../src/core/rules/freshness/event-known.ts";
import { after } from "../remembering.ts";
import { testRule } from "../rule-tester.ts";

testRule(eventKnown, {
  valid: [
    { name: "an invitation needs nothing before it" },
    {
      name: "the event is known",
      method: "CANCEL",
      event: ["SEQUENCE:1"],
      remembered: await after({}),
    },
  ],
  invalid: ["CANCEL", "ADD", "DECLINECOUNTER", "REPLY", "COUNTER", "REFRESH"].map((method) => ({
    name: `${method} for nothing that is known`,
    method,
    reports: [{ data: { method } }],
  })),
});
