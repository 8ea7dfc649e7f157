import type { IDBPObjectStore } from "idb";
import type { Intent } from "../app/intent.ts";
import type { Archive, FoundEvent } from "../app/ports.ts";
import { foldMemory } from "../core/itip/fold.ts";
import { mergeMemories } from "../core/itip/ledger.ts";
import { eventRecord, openLedger, type EventRecord, type LedgerSchema } from "./database.ts";
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
    await forgetClicks(transaction.objectStore("intents"), () => true);
    await transaction.done;
  },

  async forget(uid) {
    const database = await openLedger();
    const transaction = database.transaction(["events", "intents", "places"], "readwrite", {
      durability: "strict",
    });
    await transaction.objectStore("events").delete(uid);
    await forgetPlaces(transaction.objectStore("places"), uid);
    await forgetClicks(transaction.objectStore("intents"), ({ about }) => about?.uid === uid);
    await transaction.done;
  },

  async fold(limit, count) {
    const database = await openLedger();
    const transaction = database.transaction("events", "readwrite", { durability: "relaxed" });
    const due = await transaction.store
      .index("due")
      .getAll(IDBKeyRange.upperBound(limit, true), count);
    for (const event of due) {
      await transaction.store.put(eventRecord(event.uid, foldMemory(event, limit)));
    }
    await transaction.done;
    return due.length;
  },

  async find(text, count) {
    const wanted = text.trim().toLowerCase();
    const found: FoundEvent[] = [];
    let last = "";
    for (let page = await readPage(last); page.length > 0; page = await readPage(last)) {
      found.push(...page.map(described).filter((event) => contains(event, wanted)));
      last = page.at(-1)?.uid ?? "";
      if (found.length >= count) {
        break;
      }
    }
    return found.slice(0, count);
  },
};

/** Events read at once: a click waits no longer than that takes. */
const PAGE = 500;

async function readPage(after: string): Promise<readonly EventRecord[]> {
  const database = await openLedger();
  return database.getAll("events", IDBKeyRange.lowerBound(after, after !== ""), PAGE);
}

function described({ uid, facts }: EventRecord): FoundEvent {
  const entries = facts.flatMap(({ entries: all }) => all);
  const titled = entries.find(({ snapshot }) => snapshot.summary !== "");
  return {
    uid,
    title: titled?.snapshot.summary ?? "",
    organizers: [...new Set(facts.map(({ organizer }) => organizer))].filter((one) => one !== ""),
    start: (titled ?? entries[0])?.snapshot.start ?? "",
  };
}

function contains({ uid, title, organizers }: FoundEvent, wanted: string): boolean {
  return [uid, title, ...organizers].some((text) => text.toLowerCase().includes(wanted));
}

type Writable<Name extends "intents" | "places"> = IDBPObjectStore<
  LedgerSchema,
  ("events" | "intents" | "places")[],
  Name,
  "readwrite"
>;

/** What is still on its way is not forgotten. */
async function forgetClicks(
  store: Writable<"intents">,
  isMeant: (intent: Intent) => boolean,
): Promise<void> {
  let cursor = await store.openCursor();
  while (cursor !== null) {
    const { value } = cursor;
    if (isMeant(value) && !UNFINISHED.some((state) => state === value.state)) {
      await cursor.delete();
    }
    cursor = await cursor.continue();
  }
}

/** A message can speak of several events. */
async function forgetPlaces(store: Writable<"places">, uid: string): Promise<void> {
  for (const place of await store.index("uid").getAll(uid)) {
    const uids = place.uids.filter((other) => other !== uid);
    await (uids.length === 0 ? store.delete(place.headerMessageId) : store.put({ ...place, uids }));
  }
}
