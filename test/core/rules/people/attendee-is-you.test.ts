import { attendeeIsYou } from "../../../../src/core/rules/people/attendee-is-you.ts";
import { after } from "../remembering.ts";
import { ME, testRule } from "../rule-tester.ts";

const CAROL = "ATTENDEE:mailto:carol@example.org";
const data = { addresses: ME };
const BOTH = [CAROL, `ATTENDEE:mailto:${ME}`];

testRule(attendeeIsYou, {
  valid: [
    { name: "the user is invited" },
    { name: "the user is the organizer", event: [`ORGANIZER:mailto:${ME}`, CAROL] },
    {
      name: "nothing is known of the user",
      event: [CAROL],
      circumstances: { addresses: { identities: [], aliases: [] } },
    },
    { name: "PUBLISH is for everybody", method: "PUBLISH", event: [CAROL] },
    { name: "an answer is for the organizer", method: "REPLY", event: [CAROL] },
    {
      name: "a CANCEL takes out somebody else",
      method: "CANCEL",
      event: ["SEQUENCE:1", CAROL],
      remembered: await after({ event: BOTH }),
    },
  ],
  invalid: [
    { name: "somebody else is invited", event: [CAROL], reports: [{ data }] },
    { name: "nobody is invited", event: ["ATTENDEE"], reports: [{ data }] },
    {
      name: "a list is invited",
      fields: ["To: team@example.org"],
      event: ["ATTENDEE:mailto:team@example.org"],
      reports: [{ severity: "notice", wording: "list", data }],
    },
    {
      name: "one of many is told of the user's addresses",
      event: [CAROL],
      circumstances: { addresses: { identities: [ME, "alex@example.net"], aliases: [] } },
      reports: [{ data: { addresses: `${ME}, alex@example.net` } }],
    },
  ],
});
