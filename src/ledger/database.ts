import {
  openDB,
  type DBSchema,
  type IDBPDatabase,
  type IDBPTransaction,
  type StoreNames,
} from "idb";
import type { Intent } from "../app/intent.ts";
import type { Look } from "../app/scan/scan-ports.ts";
import type { Scan } from "../app/scan/scan.ts";
import type { Memory } from "../core/itip/fact.ts";
import { firstEnd } from "../core/itip/fold.ts";

/** Extension storage: what is known of events, the user's clicks, and how far the mail was read. */
export interface LedgerSchema extends DBSchema {
  events: { key: string; value: EventRecord; indexes: { readonly due: number } };
  intents: {
    key: string;
    value: Intent;
    indexes: {
      readonly card: [card: string, at: number];
      readonly state: string;
      readonly at: number;
    };
  };
  /** Where the messages are that facts come from. */
  places: { key: string; value: PlaceRecord; indexes: { readonly uid: string } };
  /** The one scan, under SCAN. */
  scans: { key: string; value: Scan };
  /** Messages that the scan has done with. */
  scanned: { key: [folderId: string, message: string]; value: true };
  /** When the newcomers of a folder were looked for last. */
  looks: { key: string; value: Look };
}

export interface EventRecord extends Memory {
  readonly uid: string;
  /** When something of it is over and can be folded; null: nothing ever is. */
  readonly due: number | null;
}

export interface PlaceRecord {
  readonly headerMessageId: string;
  /** What the facts call the message: its Message-ID, or a fingerprint. */
  readonly source: string;
  readonly uids: readonly string[];
  readonly folderIds: readonly string[];
}

export type LedgerDatabase = IDBPDatabase<LedgerSchema>;

/** What an upgrade works with. */
type Upgrade = IDBPTransaction<LedgerSchema, StoreNames<LedgerSchema>[], "versionchange">;

const NAME = "convene";
const VERSION = 3;

let opened: Promise<LedgerDatabase> | null = null;

/** Opened once for each life of the event page. */
export function openLedger(): Promise<LedgerDatabase> {
  opened ??= openDB<LedgerSchema>(NAME, VERSION, {
    upgrade(database, oldVersion, ...[, transaction]) {
      if (oldVersion < 1) {
        createFirst(database);
      }
      if (oldVersion < 2) {
        void followMailbox(database, transaction);
      }
      if (oldVersion < 3) {
        transaction.objectStore("intents").createIndex("at", "at");
      }
    },
    terminated() {
      opened = null;
    },
  });
  return opened;
}

function createFirst(database: LedgerDatabase): void {
  database.createObjectStore("events", { keyPath: "uid" });
  const intents = database.createObjectStore("intents", { keyPath: "id" });
  intents.createIndex("card", ["card", "at"]);
  intents.createIndex("state", "state");
}

/** Version 2: scans, places, and folding of what is long past. */
async function followMailbox(database: LedgerDatabase, transaction: Upgrade): Promise<void> {
  const places = database.createObjectStore("places", { keyPath: "headerMessageId" });
  places.createIndex("uid", "uids", { multiEntry: true });
  database.createObjectStore("scans");
  database.createObjectStore("scanned");
  database.createObjectStore("looks");
  const events = transaction.objectStore("events");
  events.createIndex("due", "due");
  let cursor = await events.openCursor();
  while (cursor !== null) {
    await cursor.update(eventRecord(cursor.value.uid, cursor.value));
    cursor = await cursor.continue();
  }
}

/** An event as it is kept; an index leaves out where `due` is null. */
export function eventRecord(uid: string, memory: Memory): EventRecord {
  return { ...memory, uid, due: firstEnd(memory) };
}
