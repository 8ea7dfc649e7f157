import { senderIsAttendee } from "../../../../src/core/rules/people/sender-is-attendee.ts";
import { ME, testRule } from "../rule-tester.ts";

const ORGANIZER = `ORGANIZER:mailto:${ME}`;
const BEA = "ATTENDEE:mailto:bea@example.com";
const reply = { method: "REPLY", event: [ORGANIZER, BEA] };

testRule(senderIsAttendee, {
  valid: [
    { name: "the attendee wrote", ...reply, fields: ["From: BEA@example.com"] },
    {
      name: "SENT-BY wrote",
      ...reply,
      fields: ["From: desk@example.com"],
      event: [ORGANIZER, 'ATTENDEE;SENT-BY="mailto:desk@example.com":mailto:bea@example.com'],
    },
    { name: "nobody answers", ...reply, event: [ORGANIZER, "ATTENDEE"] },
    {
      name: "the user answers for another address of his own",
      method: "REPLY",
      fields: [`From: ${ME}`],
      event: ["ATTENDEE:mailto:other@example.org"],
      circumstances: { addresses: { identities: [ME, "other@example.org"], aliases: [] } },
    },
    { name: "an invitation", fields: ["From: eve@example.net"] },
  ],
  invalid: [
    {
      name: "somebody else wrote",
      ...reply,
      fields: ["From: eve@example.net"],
      reports: [{ data: { sender: "eve@example.net", attendee: "bea@example.com" } }],
    },
    {
      name: "somebody else asks for the event",
      ...reply,
      method: "REFRESH",
      fields: ["From: eve@example.net"],
      reports: [{ data: { sender: "eve@example.net", attendee: "bea@example.com" } }],
    },
  ],
});
