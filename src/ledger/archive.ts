import type { Archive } from "../app/ports.ts";
import { mergeMemories } from "../core/itip/ledger.ts";
import { eventRecord, openLedger } from "./database.ts";
import { UNFINISHED } from "./intents.ts";

export const archive: Archive = {
  async count() {
    const database = await openLedger();
    return database.count("events");
  },

  async uids() {
    const database = await openLedger();
    return database.getAllKeys("events");
  },

  async all() {
    const database = await openLedger();
    const events = await database.getAll("events");
    return new Map(events.map(({ uid, facts, decisions }) => [uid, { facts, decisions }]));
  },

  async merge(ledger) {
    const database = await openLedger();
    const transaction = database.transaction("events", "readwrite", { durability: "strict" });
    const { store } = transaction;
    for (const [uid, memory] of ledger) {
      const known = (await store.get(uid)) ?? { facts: [], decisions: [] };
      await store.put(eventRecord(uid, mergeMemories(known, memory)));
    }
    await transaction.done;
  },

  async clear() {
    const database = await openLedger();
    const transaction = database.transaction(["events", "intents", "places"], "readwrite", {
      durability: "strict",
    });
    await transaction.objectStore("events").clear();
    await transaction.objectStore("places").clear();
    let cursor = await transaction.objectStore("intents").openCursor();
    while (cursor !== null) {
      if (!UNFINISHED.some((state) => state === cursor?.value.state)) {
        await cursor.delete();
      }
      cursor = await cursor.continue();
    }
    await transaction.done;
  },
};
