import { authenticationPassed } from "../../../../src/core/rules/people/authentication-passed.ts";
import { BOSS, testRule } from "../rule-tester.ts";

const circumstances = { authserv: "mx.example.org" };

testRule(authenticationPassed, {
  valid: [
    { name: "nothing is said", circumstances },
    {
      name: "it passed",
      fields: ["Authentication-Results: mx.example.org; dmarc=pass"],
      circumstances,
    },
    {
      name: "another server says so",
      fields: ["Authentication-Results: mx.example.net; dmarc=fail"],
      circumstances,
    },
    { name: "nobody is believed", fields: ["Authentication-Results: mx.example.org; dmarc=fail"] },
  ],
  invalid: [
    {
      name: "it failed",
      fields: ["Authentication-Results: mx.example.org; dmarc=fail"],
      circumstances,
      reports: [{ data: { sender: BOSS } }],
    },
    {
      name: "it failed for a PUBLISH without From",
      method: "PUBLISH",
      fields: ["From", "Authentication-Results: mx.example.org; dmarc=fail"],
      circumstances,
      reports: [{ data: { sender: null } }],
    },
  ],
});
