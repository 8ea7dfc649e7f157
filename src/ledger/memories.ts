import type { Memories } from "../app/ports.ts";
import type { Memory } from "../core/itip/fact.ts";
import { withDecision, withFact } from "../core/itip/ledger.ts";
import { openLedger } from "./database.ts";

/** The record of events; every change is one transaction. */
export const memories: Memories = {
  async recall(uid) {
    const database = await openLedger();
    return (await database.get("events", uid)) ?? { facts: [], decisions: [] };
  },

  async remember(facts) {
    for (const fact of facts) {
      await change(fact.uid, (memory) => withFact(memory, fact));
    }
  },

  async decide(decision) {
    await change(decision.uid, (memory) => withDecision(memory, decision));
  },
};

async function change(uid: string, edit: (memory: Memory) => Memory): Promise<void> {
  const database = await openLedger();
  const transaction = database.transaction("events", "readwrite", { durability: "strict" });
  const known = (await transaction.store.get(uid)) ?? { facts: [], decisions: [] };
  await transaction.store.put({ ...edit(known), uid });
  await transaction.done;
}
