import { notSuperseded } from "../../../../src/core/rules/freshness/not-superseded.ts";
import type { Remembered } from "../../../../src/core/circumstances.ts";
import { after, type Earlier } from "../remembering.ts";
import { testRule } from "../rule-tester.ts";

/** What is remembered after messages of which these were deleted for good. */
async function without(
  sources: readonly string[],
  ...messages: readonly Earlier[]
): Promise<Remembered> {
  const { memory, calendar } = await after(...messages);
  return { memory: { ...memory, gone: sources }, calendar };
}

testRule(notSuperseded, {
  valid: [
    { name: "nothing is known" },
    { name: "what is known is older", event: ["SEQUENCE:1"], remembered: await after({}) },
    {
      name: "the newer one was deleted for good",
      remembered: await without(["earlier-2@example.net"], {}, { event: ["SEQUENCE:3"] }),
    },
    {
      name: "a stranger sent a newer one",
      remembered: await after({ fields: ["From: eve@example.net"], event: ["SEQUENCE:1"] }),
    },
  ],
  invalid: [
    {
      name: "of two newer ones the newest was deleted for good",
      remembered: await without(
        ["earlier-3@example.net"],
        {},
        { event: ["SEQUENCE:2"] },
        { event: ["SEQUENCE:3"] },
      ),
      reports: [
        { data: { method: "REQUEST", knownSequence: 2, messageId: "earlier-2@example.net" } },
      ],
    },
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
