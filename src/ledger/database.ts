import { openDB, type DBSchema, type IDBPDatabase } from "idb";
import type { Intent } from "../app/intent.ts";
import type { Memory } from "../core/itip/fact.ts";

/** Extension storage: what is known of events, and the user's clicks. */
export interface LedgerSchema extends DBSchema {
  events: { key: string; value: Memory & { readonly uid: string } };
  intents: {
    key: string;
    value: Intent;
    indexes: { readonly card: [card: string, at: number]; readonly state: string };
  };
}

export type LedgerDatabase = IDBPDatabase<LedgerSchema>;

const NAME = "convene";
const VERSION = 1;

let opened: Promise<LedgerDatabase> | null = null;

/** Opened once for each life of the event page. */
export function openLedger(): Promise<LedgerDatabase> {
  opened ??= openDB<LedgerSchema>(NAME, VERSION, {
    upgrade(database) {
      database.createObjectStore("events", { keyPath: "uid" });
      const intents = database.createObjectStore("intents", { keyPath: "id" });
      intents.createIndex("card", ["card", "at"]);
      intents.createIndex("state", "state");
    },
    terminated() {
      opened = null;
    },
  });
  return opened;
}
