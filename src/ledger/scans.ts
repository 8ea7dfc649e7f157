import type { Scans } from "../app/scan/scan-ports.ts";
import { openLedger } from "./database.ts";
import { putFacts } from "./memories.ts";

/** The key of the one scan. */
const SCAN = "scan";

/*
 * Durability is relaxed here: what a power failure takes back, it takes back together with the
 * position, and the messages are read again.
 */
export const scans: Scans = {
  async load() {
    const database = await openLedger();
    return (await database.get("scans", SCAN)) ?? null;
  },

  async begin(scan) {
    const database = await openLedger();
    const transaction = database.transaction(["scans", "scanned"], "readwrite");
    await transaction.objectStore("scanned").clear();
    await transaction.objectStore("scans").put(scan, SCAN);
    await transaction.done;
  },

  async save(scan) {
    const database = await openLedger();
    await database.put("scans", scan, SCAN);
  },

  async known(folderId, keys) {
    const database = await openLedger();
    const { store } = database.transaction("scanned");
    const found = await Promise.all(keys.map((key) => store.getKey([folderId, key])));
    return new Set(keys.filter((_, index) => found[index] !== undefined));
  },

  async commit({ scan, folderId, keys, findings }) {
    const database = await openLedger();
    const transaction = database.transaction(
      ["events", "places", "scans", "scanned"],
      "readwrite",
      {
        durability: "relaxed",
      },
    );
    const stores = {
      events: transaction.objectStore("events"),
      places: transaction.objectStore("places"),
    };
    for (const { facts, place } of findings) {
      await putFacts(facts, place, stores);
    }
    for (const key of keys) {
      await transaction.objectStore("scanned").put(true, [folderId, key]);
    }
    await transaction.objectStore("scans").put(scan, SCAN);
    await transaction.done;
  },
};
