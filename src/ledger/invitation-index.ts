import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { IndexedInvitation } from "../app/indexed-invitation.ts";
import type { InvitationIndex } from "../app/ports.ts";

/*
 * What the list of all invitations shows, in a database of its own: derived from messages, it may be
 * thrown away at any time, and a change of its shape never touches the ledger.
 */

interface IndexSchema extends DBSchema {
  invitations: { key: [uid: string, key: string]; value: IndexedInvitation };
}

const NAME = "convene-index";

/** Another version begins anew: what was noted is noted again with the next look at the message. */
const VERSION = 1;

let opened: Promise<IDBPDatabase<IndexSchema>> | null = null;

/** Opened once for each life of the event page. */
function openIndex(): Promise<IDBPDatabase<IndexSchema>> {
  opened ??= openDB<IndexSchema>(NAME, VERSION, {
    upgrade(database) {
      for (const store of database.objectStoreNames) {
        database.deleteObjectStore(store);
      }
      database.createObjectStore("invitations", { keyPath: ["uid", "key"] });
    },
    terminated() {
      opened = null;
    },
  }).catch((error: unknown) => {
    // The next call tries again.
    opened = null;
    throw error;
  });
  return opened;
}

/** Every array that begins with the UID: an array is greater than any text. */
function allOf(uid: string): IDBKeyRange {
  return IDBKeyRange.bound([uid], [uid, []]);
}

/** Nothing is lost for good here, so no write waits for the disk. */
const RELAXED = { durability: "relaxed" } as const;

export const invitationIndex: InvitationIndex = {
  async put(indexed) {
    const database = await openIndex();
    const kept = database.transaction("invitations").store;
    const known = await Promise.all(indexed.map(({ uid, key }) => kept.get([uid, key])));
    // Of what is shown again and again, nothing is written anew.
    if (indexed.every((one, index) => JSON.stringify(one) === JSON.stringify(known[index]))) {
      return;
    }
    const transaction = database.transaction("invitations", "readwrite", RELAXED);
    await Promise.all([...indexed.map((one) => transaction.store.put(one)), transaction.done]);
  },

  async change(uid, edit) {
    const database = await openIndex();
    const transaction = database.transaction("invitations", "readwrite", RELAXED);
    for (const one of await transaction.store.getAll(allOf(uid))) {
      await transaction.store.put(edit(one));
    }
    await transaction.done;
  },

  async all() {
    const database = await openIndex();
    return database.getAll("invitations");
  },

  async keepOnly(uids) {
    const database = await openIndex();
    const keys = await database.getAllKeys("invitations");
    const orphans = keys.filter(([uid]) => !uids.has(uid));
    if (orphans.length > 0) {
      const transaction = database.transaction("invitations", "readwrite", RELAXED);
      await Promise.all([...orphans.map((key) => transaction.store.delete(key)), transaction.done]);
    }
  },
};
