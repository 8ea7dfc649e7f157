import type { Memories, Place } from "../app/ports.ts";
import type { Decision, Fact, Memory } from "../core/itip/fact.ts";
import { withDecision, withFact, withoutDecision } from "../core/itip/ledger.ts";
import { eventRecord, openLedger, soundEvent, type LedgerDatabase } from "./database.ts";
import { addPlace, type WritableStores } from "./places.ts";

/** The record of events; every change is one transaction. */
export const memories: Memories = {
  async recall(uid) {
    const database = await openLedger();
    return soundEvent(await database.get("events", uid)) ?? NOTHING;
  },

  async remember(facts, place) {
    if (facts.length === 0) {
      return;
    }
    const database = await openLedger();
    if (await isRemembered(facts, place, database)) {
      return;
    }
    const transaction = database.transaction(["events", "places"], "readwrite", {
      durability: "strict",
    });
    await putFacts(facts, place, {
      events: transaction.objectStore("events"),
      places: transaction.objectStore("places"),
    });
    await transaction.done;
  },

  async decide(decision) {
    await change(decision, withDecision);
  },

  async undecide(decision) {
    await change(decision, withoutDecision);
  },
};

async function change(
  decision: Decision,
  edit: (memory: Memory, decision: Decision) => Memory,
): Promise<void> {
  const database = await openLedger();
  const transaction = database.transaction("events", "readwrite", { durability: "strict" });
  const { uid } = decision;
  const known = soundEvent(await transaction.store.get(uid)) ?? NOTHING;
  await transaction.store.put(eventRecord(uid, edit(known, decision)));
  await transaction.done;
}

const NOTHING: Memory = { facts: [], decisions: [] };

/** Writing costs more than all the rest of showing a message, which is done again and again. */
async function isRemembered(
  facts: readonly Fact[],
  place: Place | null,
  database: LedgerDatabase,
): Promise<boolean> {
  const transaction = database.transaction(["events", "places"]);
  const [noted, ...known] = await Promise.all([
    place && transaction.objectStore("places").get(place.headerMessageId),
    ...facts.map(({ uid }) => transaction.objectStore("events").get(uid)),
  ]);
  const isPlaced =
    place === null ||
    (noted?.folderIds.includes(place.folderId) === true &&
      facts.every(({ uid }) => noted.uids.includes(uid)));
  return (
    isPlaced &&
    facts.every((fact, index) => {
      const event = soundEvent(known[index]) ?? NOTHING;
      return isKnown(fact, event) && event.gone?.includes(fact.source) !== true;
    })
  );
}

function isKnown(fact: Fact, { facts }: Memory): boolean {
  const text = JSON.stringify(fact);
  return facts.some((known) => known.source === fact.source && JSON.stringify(known) === text);
}

/** What one message says, and where it lies. */
export async function putFacts(
  facts: readonly Fact[],
  place: Place | null,
  stores: WritableStores,
): Promise<void> {
  for (const fact of facts) {
    const known = soundEvent(await stores.events.get(fact.uid)) ?? NOTHING;
    const isBack = place !== null && known.gone?.includes(fact.source) === true;
    const present = isBack
      ? { ...known, gone: known.gone.filter((source) => source !== fact.source) }
      : known;
    if (isBack || !isKnown(fact, known)) {
      await stores.events.put(eventRecord(fact.uid, withFact(present, fact)));
    }
  }
  if (place !== null) {
    await addPlace(facts, place, stores.places);
  }
}
