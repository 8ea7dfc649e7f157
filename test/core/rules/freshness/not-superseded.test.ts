import { notSuperseded } from "../../../../src/core/rules/freshness/not-superseded.ts";
import { after } from "../remembering.ts";
import { testRule } from "../rule-tester.ts";

testRule(notSuperseded, {
  valid: [
    { name: "nothing is known" },
    { name: "what is known is older", event: ["SEQUENCE:1"], remembered: await after({}) },
    {
      name: "a stranger sent a newer one",
      remembered: await after({ fields: ["From: eve@example.net"], event: ["SEQUENCE:1"] }),
    },
  ],
  invalid: [
    {
      name: "a newer message is known",
      remembered: await after({}, { event: ["SEQUENCE:3"] }, { event: ["SEQUENCE:1"] }),
      reports: [
        { data: { method: "REQUEST", knownSequence: 3, messageId: "earlier-2@example.net" } },
      ],
    },
    {
      name: "the event was cancelled since",
      remembered: await after({}, { method: "CANCEL", event: ["SEQUENCE:1", "STATUS:CANCELLED"] }),
      reports: [
        { data: { method: "CANCEL", knownSequence: 1, messageId: "earlier-2@example.net" } },
      ],
    },
  ],
});
