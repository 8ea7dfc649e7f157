import { replierInvited } from "../../../../src/core/rules/people/replier-invited.ts";
import { after } from "../remembering.ts";
import { ME, testRule } from "../rule-tester.ts";

const ORGANIZER = `ORGANIZER:mailto:${ME}`;
const remembered = await after({
  fields: [`From: ${ME}`],
  event: [ORGANIZER, "ATTENDEE:mailto:bea@example.com"],
});
const from = (address: string, ...attendees: readonly string[]) => ({
  method: "REPLY",
  fields: [`From: ${address}`],
  event: [ORGANIZER, ...(attendees.length === 0 ? [`ATTENDEE:mailto:${address}`] : attendees)],
  remembered,
});

testRule(replierInvited, {
  valid: [
    { name: "somebody invited answers", ...from("BEA@example.com") },
    {
      name: "a delegate answers",
      ...from(
        "eve@example.net",
        'ATTENDEE;DELEGATED-FROM="mailto:bea@example.com":mailto:eve@example.net',
      ),
    },
    {
      name: "the event is not known",
      ...from("eve@example.net"),
      remembered: { memory: { facts: [], decisions: [] }, calendar: [] },
    },
    { name: "nobody answers", ...from("eve@example.net", "ATTENDEE") },
    { name: "an invitation", event: ["ATTENDEE:mailto:eve@example.net"] },
  ],
  invalid: [
    {
      name: "somebody else answers",
      ...from("eve@example.net"),
      reports: [{ data: { attendee: "eve@example.net" } }],
    },
    {
      name: "somebody else proposes another time",
      ...from("eve@example.net"),
      method: "COUNTER",
      reports: [{ data: { attendee: "eve@example.net" } }],
    },
    {
      name: "somebody who is invited to the series alone answers for an instance that names others",
      ...from(
        "bea@example.com",
        "RECURRENCE-ID:20261208T090000Z",
        "ATTENDEE:mailto:bea@example.com",
      ),
      remembered: await after(
        {
          fields: [`From: ${ME}`],
          event: [ORGANIZER, "RRULE:FREQ=WEEKLY", "ATTENDEE:mailto:bea@example.com"],
        },
        {
          fields: [`From: ${ME}`],
          event: [
            ORGANIZER,
            "RECURRENCE-ID:20261208T090000Z",
            "SEQUENCE:1",
            "ATTENDEE:mailto:carl@example.com",
          ],
        },
      ),
      reports: [{ data: { attendee: "bea@example.com" } }],
    },
  ],
});
