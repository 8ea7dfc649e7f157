import { organizerAddressable } from "../../../../src/core/rules/people/organizer-addressable.ts";
import { testRule } from "../rule-tester.ts";

testRule(organizerAddressable, {
  valid: [
    { name: "a mailto" },
    { name: "an EMAIL beside another URI", event: ["ORGANIZER;EMAIL=boss@example.com:urn:uuid:1"] },
    { name: "no ORGANIZER is another rule's matter", event: ["ORGANIZER"] },
    { name: "nothing is answered", method: "CANCEL", event: ["ORGANIZER:urn:uuid:1"] },
  ],
  invalid: [
    {
      name: "another URI",
      event: ["ORGANIZER:urn:uuid:1"],
      reports: [{ data: { organizer: "urn:uuid:1" } }],
    },
    {
      name: "a name of X.400",
      event: ["ORGANIZER;CN=Boss:MAILTO:/O=EXAMPLE/CN=BOSS"],
      reports: [{ data: { organizer: "MAILTO:/O=EXAMPLE/CN=BOSS" } }],
    },
    {
      name: "several mailboxes",
      event: ["ORGANIZER:mailto:a@example.com,b@example.com"],
      reports: [{ data: { organizer: "mailto:a@example.com,b@example.com" } }],
    },
    {
      name: "header fields behind the address",
      event: ["ORGANIZER:mailto:a@example.com?bcc=b@example.com"],
      reports: [{ data: { organizer: "mailto:a@example.com?bcc=b@example.com" } }],
    },
  ],
});
