import { signerIsOrganizer } from "../../../../src/core/rules/people/signer-is-organizer.ts";
import { BOSS, ME, testRule } from "../rule-tester.ts";

const by = (address: string) => ({
  circumstances: { signature: { kind: "signed" as const, address } },
});
const BEA = [`ORGANIZER:mailto:${ME}`, "ATTENDEE:mailto:bea@example.com"];

testRule(signerIsOrganizer, {
  valid: [
    { name: "nobody here can see signatures" },
    { name: "nobody signed", circumstances: { signature: { kind: "none" } } },
    { name: "the organizer signed", ...by(BOSS.toUpperCase()) },
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
