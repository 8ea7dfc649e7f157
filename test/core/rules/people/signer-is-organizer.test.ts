import { signerIsOrganizer } from "../../../../src/core/rules/people/signer-is-organizer.ts";
import { BOSS, ME, testRule } from "../rule-tester.ts";

const by = (...addresses: readonly string[]) => ({
  signature: { kind: "signed" as const, addresses },
});
const BEA = [`ORGANIZER:mailto:${ME}`, "ATTENDEE:mailto:bea@example.com"];

testRule(signerIsOrganizer, {
  valid: [
    { name: "nobody signed" },
    { name: "nobody here can look at the signature", signature: { kind: "unchecked" } },
    { name: "the signature does not hold", signature: { kind: "invalid" } },
    { name: "the organizer signed", ...by(BOSS.toUpperCase()) },
    { name: "the certificate names the organizer among others", ...by("b@example.net", BOSS) },
    {
      name: "SENT-BY signed",
      event: [`ORGANIZER;SENT-BY="mailto:desk@example.com":mailto:${BOSS}`],
      ...by("desk@example.com"),
    },
    { name: "who answers signed", method: "REPLY", event: BEA, ...by("bea@example.com") },
  ],
  invalid: [
    {
      name: "somebody else signed",
      ...by("eve@example.net"),
      reports: [{ data: { signer: "eve@example.net" } }],
    },
    {
      name: "somebody with two addresses signed",
      ...by("eve@example.net", "eve@example.org"),
      reports: [{ data: { signer: "eve@example.net, eve@example.org" } }],
    },
    {
      name: "the organizer signed another's answer",
      method: "REPLY",
      event: BEA,
      ...by(BOSS),
      reports: [{ data: { signer: BOSS } }],
    },
    {
      name: "there is no organizer",
      event: ["ORGANIZER"],
      ...by(BOSS),
      reports: [{ data: { signer: BOSS } }],
    },
  ],
});
