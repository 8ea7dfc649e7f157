import { notCancelled } from "../../../../src/core/rules/freshness/not-cancelled.ts";
import { after } from "../remembering.ts";
import { testRule } from "../rule-tester.ts";

const CANCEL = { method: "CANCEL", event: ["SEQUENCE:2", "STATUS:CANCELLED"] };
const remembered = await after({}, CANCEL);
const by = (sequence: number) => ({
  sequence,
  knownSequence: 2,
  messageId: "earlier-2@example.net",
});

testRule(notCancelled, {
  valid: [
    { name: "nothing is known" },
    { name: "the event takes place", event: ["SEQUENCE:1"], remembered: await after({}) },
    { name: "it is reinstated", event: ["SEQUENCE:3"], remembered },
    { name: "the CANCEL itself", ...CANCEL, remembered: await after({}) },
  ],
  invalid: [
    {
      name: "an invitation from before",
      event: ["SEQUENCE:1"],
      remembered,
      reports: [{ data: by(1) }],
    },
    {
      name: "an invitation of the same version",
      event: ["SEQUENCE:2"],
      remembered,
      reports: [{ data: by(2) }],
    },
    {
      name: "something else of a later version",
      method: "PUBLISH",
      event: ["SEQUENCE:3"],
      remembered,
      reports: [{ data: by(3) }],
    },
  ],
});
