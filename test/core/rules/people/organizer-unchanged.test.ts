import { organizerUnchanged } from "../../../../src/core/rules/people/organizer-unchanged.ts";
import { after } from "../remembering.ts";
import { BOSS, testRule } from "../rule-tester.ts";

const RIVAL = {
  fields: ["From: rival@example.net"],
  event: ["ORGANIZER:mailto:rival@example.net"],
};
const THIRD = {
  fields: ["From: third@example.net"],
  event: ["ORGANIZER:mailto:third@example.net"],
};

testRule(organizerUnchanged, {
  valid: [
    { name: "nothing is known" },
    {
      name: "the same organizer, in other case",
      remembered: await after({ event: ["ORGANIZER:MAILTO:BOSS@example.com"] }),
    },
    {
      name: "a stranger's word is not believed",
      remembered: await after({ ...RIVAL, fields: ["From: eve@example.net"] }),
    },
    { name: "an answer names another", remembered: await after({ ...RIVAL, method: "REPLY" }) },
    { name: "no ORGANIZER", event: ["ORGANIZER"], remembered: await after(RIVAL) },
    { name: "an answer", method: "REPLY", remembered: await after(RIVAL) },
  ],
  invalid: [
    {
      name: "the UID is another's",
      remembered: await after(RIVAL),
      reports: [{ data: { organizer: BOSS, known: "rival@example.net" } }],
    },
    {
      name: "the UID is of two others, in whichever order they came",
      remembered: await after(THIRD, RIVAL),
      reports: [{ data: { organizer: BOSS, known: "rival@example.net, third@example.net" } }],
    },
    {
      name: "the same stranger names another organizer",
      fields: ["From: eve@example.net"],
      remembered: await after({ ...RIVAL, fields: ["From: eve@example.net"] }),
      reports: [{ data: { organizer: BOSS, known: "rival@example.net" } }],
    },
  ],
});
