import { describe, expect, it } from "vitest";

import type { Circumstances } from "../../src/core/circumstances.ts";
import { inspect } from "../../src/core/inspect.ts";
import type { Inspection } from "../../src/core/inspection.ts";
import type { Memory } from "../../src/core/itip/fact.ts";
import { recallFrom, withFact } from "../../src/core/itip/ledger.ts";
import { NOW, readSample, samples, USER, type Sample } from "../fixtures/samples.ts";

describe.each(samples)("the sample $name", (sample) => {
  it("is what its sender made it", async () => {
    const inspection = await inspectSample(sample);
    const [invitation] = inspection.invitations;
    expect({
      method: invitation?.invitation.method ?? null,
      state: invitation?.situation.standing.state ?? null,
      verdict: inspection.verdict,
      broken: brokenRules(inspection),
    }).toEqual({
      method: sample.method,
      state: sample.state,
      verdict: sample.verdict,
      broken: sample.broken,
    });
  });
});

/** Inspects a sample after those that came before it were recorded. */
async function inspectSample({ name, after = [], isSent }: Sample): Promise<Inspection> {
  const ledger = new Map<string, Memory>();
  for (const earlier of after) {
    const { invitations } = await inspect(readSample(earlier), circumstances(ledger, false));
    for (const { fact } of invitations) {
      if (fact !== null) {
        ledger.set(fact.uid, withFact(recallFrom(ledger, fact.uid), fact));
      }
    }
  }
  return inspect(readSample(name), circumstances(ledger, isSent === true));
}

function circumstances(ledger: ReadonlyMap<string, Memory>, isSent: boolean): Circumstances {
  return {
    now: NOW,
    addresses: { identities: [USER.address], aliases: [] },
    authserv: "mx.example.org",
    folder: isSent ? "own" : "ordinary",
    verifySignature: () => Promise.resolve({ kind: "unchecked" }),
    recall: (uid) => Promise.resolve({ memory: recallFrom(ledger, uid), calendar: [] }),
  };
}

/** Rules that speak at warning or error, sorted. */
function brokenRules({ findings, invitations }: Inspection): readonly string[] {
  const all = [...findings, ...invitations.flatMap((invitation) => invitation.findings)];
  const serious = all.filter(({ severity }) => severity !== "notice");
  return [...new Set(serious.map(({ rule }) => rule))].sort();
}
