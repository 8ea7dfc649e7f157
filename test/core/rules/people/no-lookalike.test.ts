import { noLookalike } from "../../../../src/core/rules/people/no-lookalike.ts";
import { after } from "../remembering.ts";
import { calendarOf, ME, testRule } from "../rule-tester.ts";

const identities = { addresses: { identities: [ME, "me@modern.example"], aliases: [] } };

testRule(noLookalike, {
  valid: [
    { name: "domains that differ" },
    { name: "nobody who organizes", event: ["ORGANIZER"] },
    {
      name: "the user's own domain",
      fields: ["From: boss@modern.example"],
      circumstances: identities,
    },
    { name: "a domain that looks like none that is known", fields: ["From: a@g00gle.example"] },
    {
      name: "nobody with an address",
      message: calendarOf({ name: "", event: ["ORGANIZER:urn:uuid:1"] }),
    },
    { name: "a domain of one foreign script", fields: ["From: a@xn--e1afmkfd.example"] },
  ],
  invalid: [
    {
      name: "the user's domain, two letters run together",
      fields: ["From: it@modem.example"],
      circumstances: { addresses: { identities: ["me@modem.example"], aliases: [] } },
      event: ["ORGANIZER:mailto:it@modern.example"],
      reports: [{ data: { domain: "modern.example", resembles: "modem.example" } }],
    },
    {
      name: "a digit for a letter",
      fields: ["From: boss@examp1e.com"],
      reports: [{ data: { domain: "examp1e.com", resembles: "example.com" } }],
    },
    {
      name: "ORGANIZER's EMAIL with a digit for a letter",
      event: ["ORGANIZER;EMAIL=a@examp1e.com:mailto:boss@example.com"],
      reports: [{ data: { domain: "examp1e.com", resembles: "example.com" } }],
    },
    {
      name: "the domain from which the event is known",
      fields: ["From: boss@examp1e.com"],
      event: ["ORGANIZER:mailto:boss@example.com"],
      remembered: await after({}),
      reports: [{ data: { domain: "examp1e.com", resembles: "example.com" } }],
    },
    {
      name: "letters of two scripts, in punycode",
      fields: ["From: a@xn--xmple-4ve7a.net"],
      reports: [{ wording: "mixed", data: { domain: "еxаmple.net", resembles: "example.net" } }],
    },
  ],
});
