import type { Intents } from "../app/ports.ts";
import type { Intent } from "../app/intent.ts";
import { PACE_PERIOD } from "../core/answer/pace.ts";
import { openLedger } from "./database.ts";

/** States in which an outcome is still to be found out. */
export const UNFINISHED = ["pending", "queued"] as const;

/** States in which an answer has not left, or may not have. */
export const UNSETTLED: readonly Intent["state"][] = [...UNFINISHED, "failed", "unknown"];

export const intents: Intents = {
  async claim(intent, judge) {
    const database = await openLedger();
    // Strict: what follows a claim cannot be taken back, so it must survive a power failure.
    const transaction = database.transaction("intents", "readwrite", { durability: "strict" });
    const { store } = transaction;
    const last = await lastOf(store.index("card"), intent.card, Infinity);
    const same = (await store.get(intent.id)) ?? null;
    const minute = IDBKeyRange.bound(intent.at - PACE_PERIOD, intent.at);
    const recent = await store.index("at").getAll(minute);
    const claim = judge({ last, same, recent });
    if (claim === "instead" && last !== null) {
      await store.delete(last.id);
    }
    const counts = claim === "new" || claim === "instead";
    if (counts) {
      await store.put(intent);
    }
    await transaction.done;
    return { intent: counts ? intent : (last ?? intent), claim };
  },

  async last(card, before = Infinity) {
    const database = await openLedger();
    return lastOf(database.transaction("intents").store.index("card"), card, before);
  },

  async update(intent) {
    const database = await openLedger();
    const transaction = database.transaction("intents", "readwrite", { durability: "strict" });
    await transaction.store.put(intent);
    await transaction.done;
  },

  async get(id) {
    const database = await openLedger();
    return (await database.get("intents", id)) ?? null;
  },

  async ofEvent(uid, count) {
    const database = await openLedger();
    const index = database.transaction("intents").store.index("event");
    const all = IDBKeyRange.bound([uid, -Infinity], [uid, Infinity]);
    const found: Intent[] = [];
    let cursor = await index.openCursor(all, "prev");
    while (cursor !== null && found.length < count) {
      found.push(cursor.value);
      cursor = await cursor.continue();
    }
    return found;
  },

  async ofLetter(headerMessageId) {
    const database = await openLedger();
    const all = await database.getAll("intents");
    const holding = all.filter(({ letters }) =>
      letters.some((letter) => letter.headerMessageId === headerMessageId),
    );
    return holding.sort((a, b) => b.at - a.at)[0] ?? null;
  },

  async exchange(id, change) {
    const database = await openLedger();
    const transaction = database.transaction("intents", "readwrite", { durability: "strict" });
    const current = await transaction.store.get(id);
    const next = current === undefined ? null : change(current);
    await (next === null ? transaction.store.delete(id) : transaction.store.put(next));
    await transaction.done;
    return next;
  },

  async unfinished() {
    const database = await openLedger();
    const found = await Promise.all(
      UNFINISHED.map((state) => database.getAllFromIndex("intents", "state", state)),
    );
    return found.flat();
  },

  async unsettled() {
    const database = await openLedger();
    const index = database.transaction("intents").store.index("state");
    const found = await Promise.all(UNSETTLED.map((state) => index.getAll(state)));
    const last = await Promise.all(
      [...new Set(found.flat().map(({ card }) => card))].map((card) => intents.last(card)),
    );
    return new Map(
      last
        .filter((intent) => intent !== null)
        .filter(({ state }) => UNSETTLED.includes(state))
        .map(({ card, state }) => [card, state]),
    );
  },
};

interface CardIndex {
  openCursor(query: IDBKeyRange, direction: "prev"): Promise<{ readonly value: Intent } | null>;
}

async function lastOf(index: CardIndex, card: string, before: number): Promise<Intent | null> {
  const range = IDBKeyRange.bound([card, -Infinity], [card, before], false, true);
  const cursor = await index.openCursor(range, "prev");
  return cursor?.value ?? null;
}
