import { senderIsOrganizer } from "../../../../src/core/rules/people/sender-is-organizer.ts";
import { after } from "../remembering.ts";
import { BOSS, calendarOf, ME, testRule } from "../rule-tester.ts";

const EVE = "From: eve@example.net";
const known = await after({});
const passedOn = (relation: string, wording: string, severity: "notice" | "warning" = "notice") => [
  { severity, wording, data: { sender: "eve@example.net", organizer: BOSS, relation } },
];
const BOTH = [`ATTENDEE:mailto:${ME}`, "ATTENDEE:mailto:eve@example.net"];
const LIST = [EVE, "List-Id: <l.example.net>"];

testRule(senderIsOrganizer, {
  valid: [
    { name: "the organizer wrote" },
    { name: "the organizer wrote, in other case", fields: ["From: BOSS@EXAMPLE.COM"] },
    {
      name: "SENT-BY wrote",
      fields: [EVE],
      event: [`ORGANIZER;SENT-BY="mailto:eve@example.net":mailto:${BOSS}`],
    },
    { name: "EMAIL wrote", event: [`ORGANIZER;EMAIL=${BOSS}:urn:uuid:1`] },
    { name: "a known service wrote", fields: ["From: no-reply@zoom.us", `Reply-To: ${BOSS}`] },
    { name: "a file has no sender", message: calendarOf({ name: "" }) },
    { name: "nobody is named, nothing is known", fields: [EVE], event: ["ORGANIZER"] },
    {
      name: "nobody is named, and it comes from whom it is known of",
      event: ["ORGANIZER"],
      remembered: known,
    },
    {
      name: "the user writes from another address of his own",
      fields: [`From: ${ME}`],
      event: ["ORGANIZER:mailto:other@example.org"],
      circumstances: { addresses: { identities: [ME, "other@example.org"], aliases: [] } },
    },
    { name: "an answer", method: "REPLY", fields: [EVE] },
  ],
  invalid: [
    {
      name: "a stranger wrote",
      fields: [EVE],
      reports: passedOn("stranger", "stranger", "warning"),
    },
    {
      name: "a service wrote that names nobody",
      fields: ["From: no-reply@zoom.us"],
      reports: [
        {
          severity: "warning",
          wording: "stranger",
          data: { sender: "no-reply@zoom.us", organizer: BOSS, relation: "stranger" },
        },
      ],
    },
    {
      name: "Reply-To is the organizer",
      fields: [EVE, `Reply-To: ${BOSS}`],
      reports: passedOn("reply-to", "reply_to"),
    },
    {
      name: "an attendee wrote",
      fields: [EVE],
      event: BOTH,
      reports: passedOn("attendee", "attendee"),
    },
    {
      name: "it is a forward",
      fields: [EVE, "Subject: Fwd: Budget"],
      reports: passedOn("forward", "forward"),
    },
    { name: "it came through a list", fields: LIST, reports: passedOn("list", "list") },
    {
      name: "Reply-To is the organizer of what is known",
      fields: [EVE, `Reply-To: ${BOSS}`],
      remembered: known,
      reports: passedOn("reply-to", "reply_to", "warning"),
    },
    {
      name: "an attendee of what is known wrote",
      fields: [EVE],
      event: BOTH,
      remembered: known,
      reports: passedOn("attendee", "attendee", "warning"),
    },
    {
      name: "a list of what is known",
      fields: LIST,
      remembered: known,
      reports: passedOn("list", "list", "warning"),
    },
    {
      name: "a list from which the event is known",
      fields: LIST,
      event: ["SEQUENCE:1"],
      remembered: await after({ fields: LIST }),
      reports: passedOn("list", "list"),
    },
    {
      name: "nobody is named, and it comes from a stranger to what is known",
      fields: [EVE],
      event: ["ORGANIZER"],
      remembered: known,
      reports: passedOn("stranger", "stranger", "warning"),
    },
    {
      name: "the server says that it is not the organizer",
      fields: ["Authentication-Results: mx.example.org; dmarc=fail"],
      circumstances: { authserv: "mx.example.org" },
      reports: [
        {
          severity: "warning",
          wording: "unauthenticated",
          data: { sender: BOSS, organizer: BOSS, relation: "self" },
        },
      ],
    },
    {
      name: "domains are not compared",
      fields: ["From: other@example.com"],
      reports: [
        {
          severity: "warning",
          wording: "stranger",
          data: { sender: "other@example.com", organizer: BOSS, relation: "stranger" },
        },
      ],
    },
  ],
});
