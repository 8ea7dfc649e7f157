import { describe, expect, it } from "vitest";
import type { ConfirmReason } from "../../src/core/answer/second-click.ts";
import { confirmReasons } from "../../src/core/confirm-reasons.ts";
import type { InspectedInvitation } from "../../src/core/inspection.ts";

interface Case {
  readonly name: string;
  readonly state?: string;
  readonly findings?: readonly object[];
  readonly me?: object;
  readonly isEncrypted?: boolean;
  readonly reasons: readonly ConfirmReason[];
}

const OVER = { rule: "event-upcoming", severity: "notice", wording: null };
const DOUBTFUL = { rule: "sender-is-organizer", severity: "warning" };
const DANGEROUS = { rule: "organizer-unchanged", severity: "error" };

const CASES: readonly Case[] = [
  { name: "a sound invitation", reasons: [] },
  { name: "one to take care with", findings: [DOUBTFUL], reasons: [] },
  { name: "a dangerous one", findings: [DANGEROUS], reasons: ["danger"] },
  { name: "an outdated one", state: "stale", reasons: ["stale"] },
  {
    name: "an outdated one, which is dangerous for that alone",
    state: "stale",
    findings: [{ rule: "sequence-not-older", severity: "error" }],
    reasons: ["stale"],
  },
  {
    name: "an outdated one, which is dangerous in another way too",
    state: "stale",
    findings: [{ rule: "not-cancelled", severity: "error" }, DANGEROUS],
    reasons: ["stale", "danger"],
  },
  { name: "a past event", findings: [OVER], reasons: ["past"] },
  { name: "a distant event", findings: [{ ...OVER, wording: "far" }], reasons: [] },
  {
    name: "an event of others",
    me: { role: "bystander", matchedBy: null },
    reasons: ["not-invited"],
  },
  {
    name: "an event that a list is invited to",
    me: { role: "attendee", matchedBy: "recipient" },
    reasons: ["not-invited"],
  },
  { name: "an encrypted invitation", isEncrypted: true, reasons: ["in-the-clear"] },
  {
    name: "an encrypted, outdated one",
    isEncrypted: true,
    state: "stale",
    reasons: ["stale", "in-the-clear"],
  },
  {
    name: "a dangerous, past event of others",
    findings: [OVER, DANGEROUS],
    me: { role: "bystander", matchedBy: null },
    reasons: ["danger", "past", "not-invited"],
  },
];

describe("what speaks against answering", () => {
  it.each(CASES)("$name: $reasons", ({ state = "new", isEncrypted = false, ...given }) => {
    const { findings = [], me, reasons } = given;
    const inspected = {
      isEncrypted,
      findings,
      situation: { standing: { state }, me: me ?? { role: "attendee", matchedBy: "exact" } },
    };

    const found = inspected as unknown as InspectedInvitation;
    expect(confirmReasons(found, { askBeforeSending: false })).toEqual(reasons);
    expect(confirmReasons(found, { askBeforeSending: true })).toEqual([...reasons, "ask"]);
  });
});
