import { notPremarked } from "../../../../src/core/rules/people/not-premarked.ts";
import { after } from "../remembering.ts";
import { ME, testRule } from "../rule-tester.ts";

const ACCEPTED = `ATTENDEE;PARTSTAT=ACCEPTED:mailto:${ME}`;
const answer = (partstat: string) => ({
  method: "REPLY",
  fields: [`From: ${ME}`],
  event: [`ATTENDEE;PARTSTAT=${partstat}:mailto:${ME}`],
});

testRule(notPremarked, {
  valid: [
    { name: "the user is asked" },
    { name: "PARTSTAT is missing", event: [`ATTENDEE:mailto:${ME}`] },
    { name: "he answered so", event: [ACCEPTED], remembered: await after(answer("ACCEPTED")) },
    { name: "he is the organizer", event: [`ORGANIZER:mailto:${ME}`, ACCEPTED] },
    { name: "he is not invited", event: ["ATTENDEE;PARTSTAT=ACCEPTED:mailto:a@example.org"] },
    { name: "nothing is asked", method: "CANCEL", event: [ACCEPTED] },
  ],
  invalid: [
    {
      name: "he has not answered",
      event: [ACCEPTED],
      reports: [{ data: { partstat: "ACCEPTED" } }],
    },
    {
      name: "he answered otherwise",
      event: [ACCEPTED],
      remembered: await after(answer("DECLINED")),
      reports: [{ data: { partstat: "ACCEPTED" } }],
    },
  ],
});
