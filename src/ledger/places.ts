import type { IDBPObjectStore } from "idb";
import type { Place, Places } from "../app/ports.ts";
import type { Fact } from "../core/itip/fact.ts";
import { eventRecord, openLedger, type LedgerSchema, type PlaceRecord } from "./database.ts";

type Stores = ("events" | "places" | "scans" | "scanned")[];

/** Stores of one transaction that writes. */
export interface WritableStores {
  readonly events: IDBPObjectStore<LedgerSchema, Stores, "events", "readwrite">;
  readonly places: IDBPObjectStore<LedgerSchema, Stores, "places", "readwrite">;
}

/** Where the messages are that facts come from. */
export const places: Places = {
  async find(headerMessageId) {
    const database = await openLedger();
    return (await database.get("places", headerMessageId))?.folderIds ?? [];
  },

  async move(headerMessageId, { from, to }) {
    const database = await openLedger();
    const transaction = database.transaction(["events", "places"], "readwrite", {
      durability: "strict",
    });
    const stores: WritableStores = {
      events: transaction.objectStore("events"),
      places: transaction.objectStore("places"),
    };
    const place = await stores.places.get(headerMessageId);
    if (place !== undefined) {
      const left = place.folderIds.filter((id) => id !== from && id !== to);
      const moved = { ...place, folderIds: to === null ? left : [...left, to] };
      await stores.places.put(moved);
      await markGone(moved, stores);
    }
    await transaction.done;
    return place !== undefined;
  },
};

/** A message in no folder leaves its facts known, but cannot be opened any more. */
async function markGone(
  { source, uids, folderIds }: PlaceRecord,
  { events }: WritableStores,
): Promise<void> {
  for (const uid of uids) {
    const known = await events.get(uid);
    if (known !== undefined) {
      const others = (known.gone ?? []).filter((other) => other !== source);
      const gone = folderIds.length === 0 ? [...others, source] : others;
      await events.put(eventRecord(uid, { ...known, gone }));
    }
  }
}

/** Notes that a message lies in one more folder. */
export async function addPlace(
  facts: readonly Fact[],
  { headerMessageId, folderId }: Place,
  store: WritableStores["places"],
): Promise<void> {
  const [fact] = facts;
  if (fact === undefined) {
    return;
  }
  const known = await store.get(headerMessageId);
  await store.put({
    headerMessageId,
    source: fact.source,
    uids: [...new Set([...(known?.uids ?? []), ...facts.map(({ uid }) => uid)])],
    folderIds: [...new Set([...(known?.folderIds ?? []), folderId])],
  });
}
