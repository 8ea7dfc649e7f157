import { notDuplicate } from "../../../../src/core/rules/freshness/not-duplicate.ts";
import { after } from "../remembering.ts";
import { testRule } from "../rule-tester.ts";

const remembered = await after({});

testRule(notDuplicate, {
  valid: [
    { name: "nothing is known" },
    { name: "something else is said", event: ["SUMMARY:The budget"], remembered },
    { name: "another METHOD says it", method: "PUBLISH", remembered },
    { name: "another version says it", event: ["DTSTAMP:20261122T115930Z"], remembered },
  ],
  invalid: [
    {
      name: "another message says the same",
      remembered,
      reports: [{ data: { sequence: 0, messageId: "earlier-1@example.net" } }],
    },
  ],
});
