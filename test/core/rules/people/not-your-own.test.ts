import { notYourOwn } from "../../../../src/core/rules/people/not-your-own.ts";
import { ME, testRule } from "../rule-tester.ts";

testRule(notYourOwn, {
  valid: [
    { name: "somebody else organizes" },
    { name: "an answer to his own event", method: "REPLY", event: [`ORGANIZER:mailto:${ME}`] },
  ],
  invalid: [
    {
      name: "the user organizes",
      event: [`ORGANIZER:mailto:${ME}`],
      reports: [{ data: { organizer: ME } }],
    },
  ],
});
