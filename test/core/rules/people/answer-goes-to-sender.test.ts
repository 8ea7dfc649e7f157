import { answerGoesToSender } from "../../../../src/core/rules/people/answer-goes-to-sender.ts";
import { BOSS, ME, calendarOf, testRule } from "../rule-tester.ts";

const EVE = "From: eve@example.net";

testRule(answerGoesToSender, {
  valid: [
    { name: "the organizer wrote" },
    { name: "the organizer stands in Reply-To", fields: [EVE, `Reply-To: ${BOSS.toUpperCase()}`] },
    {
      name: "SENT-BY wrote",
      fields: ["From: desk@example.com"],
      event: [`ORGANIZER;SENT-BY="mailto:desk@example.com":mailto:${BOSS}`],
    },
    {
      name: "a known service wrote in the organizer's name",
      fields: ["From: calendar-notification@google.com", `Sender: ${BOSS}`],
    },
    { name: "the organizer's EMAIL wrote", event: [`ORGANIZER;EMAIL=${BOSS}:urn:uuid:1`] },
    { name: "nobody could be answered", fields: [EVE], event: ["ORGANIZER:urn:uuid:1"] },
    { name: "no ORGANIZER is named", fields: [EVE], event: ["ORGANIZER"] },
    { name: "the event is the user's own", fields: [EVE], event: [`ORGANIZER:mailto:${ME}`] },
    { name: "nothing is answered", method: "CANCEL", fields: [EVE] },
    { name: "a file has no sender", message: calendarOf({ name: "" }) },
  ],
  invalid: [
    {
      name: "somebody else wrote",
      fields: [EVE],
      reports: [{ data: { recipient: BOSS, sender: "eve@example.net" } }],
    },
    {
      name: "nobody is named in From",
      fields: ["From"],
      reports: [{ data: { recipient: BOSS, sender: null } }],
    },
    {
      name: "Reply-To is a third one",
      method: "ADD",
      fields: [EVE, "Reply-To: mallory@example.net"],
      reports: [{ data: { recipient: BOSS, sender: "eve@example.net" } }],
    },
  ],
});
