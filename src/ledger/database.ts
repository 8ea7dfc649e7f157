import {
  deleteDB,
  openDB,
  type DBSchema,
  type IDBPDatabase,
  type IDBPTransaction,
  type StoreNames,
} from "idb";
import type { About, Intent } from "../app/intent.ts";
import type { Look } from "../app/scan/scan-ports.ts";
import type { Scan } from "../app/scan/scan.ts";
import { SERIES, type Memory } from "../core/itip/fact.ts";
import { firstEnd } from "../core/itip/fold.ts";
import { isMemory } from "../core/itip/ledger-shape.ts";
import { DamagedRecord } from "./health.ts";

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
      /** Leaves out what is about nothing that has a UID. */
      readonly event: [uid: string, at: number];
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
const VERSION = 4;

let opened: Promise<LedgerDatabase> | null = null;

/** Opened once for each life of the event page; where that fails, the next call tries again. */
export function openLedger(): Promise<LedgerDatabase> {
  opened ??= open().catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

async function open(): Promise<LedgerDatabase> {
  const database = await openDB<LedgerSchema>(NAME, VERSION, {
    upgrade(database, oldVersion, ...[, transaction]) {
      if (oldVersion < 1) {
        noteCreation();
        createFirst(database);
      }
      if (oldVersion < 2) {
        void followMailbox(database, transaction);
      }
      if (oldVersion < 3) {
        transaction.objectStore("intents").createIndex("at", "at");
      }
      if (oldVersion < 4) {
        void nameEvents(transaction);
      }
    },
    blocking() {
      // Somebody opens another version of it, or deletes it.
      opened = null;
      database.close();
    },
    terminated() {
      opened = null;
    },
  });
  localStorage.setItem(MADE, localStorage.getItem(MADE) ?? "kept");
  return database;
}

/**
 * Where it is noted that there is a record: Thunderbird deletes a database whose file is damaged
 * and makes an empty one without a word. This lies in a file of another kind.
 */
const MADE = "record";

function noteCreation(): void {
  if (localStorage.getItem(MADE) !== null) {
    localStorage.setItem(MADE, "lost");
  }
}

/** What was kept before is gone, and nobody has mended that yet. */
export function isLedgerLost(): boolean {
  return localStorage.getItem(MADE) === "lost";
}

/** From now on what is there is all there was. */
export function noteMended(): void {
  localStorage.setItem(MADE, "kept");
}

/**
 * The next call opens it anew: a connection that was refused room only deletes in its next
 * transaction (Gecko's InvalidStateError).
 */
export async function closeLedger(): Promise<void> {
  const database = await opened?.catch(() => null);
  database?.close();
  opened = null;
}

/** Everything that is kept is thrown away; the next opening makes it anew. */
export async function deleteLedger(): Promise<void> {
  await closeLedger();
  await deleteDB(NAME);
}

/** As it is, whichever version it has; for what can still be read. */
export function openAsItIs(): Promise<IDBPDatabase> {
  return openDB(NAME);
}

/** What is kept of an event, if that is what this add-on wrote. */
export function soundEvent(event: EventRecord | undefined): EventRecord | undefined {
  if (event !== undefined && !isMemory(event)) {
    throw new DamagedRecord("an event is not what was written");
  }
  return event;
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

/** Version 4: each click says which event it was on. */
async function nameEvents(transaction: Upgrade): Promise<void> {
  const intents = transaction.objectStore("intents");
  intents.createIndex("event", ["about.uid", "at"]);
  let cursor = await intents.openCursor();
  while (cursor !== null) {
    await cursor.update({ ...cursor.value, about: aboutOf(cursor.value) });
    cursor = await cursor.continue();
  }
}

/** Where it decided nothing, the name of its card is all that is left of it (`cardKey`). */
function aboutOf({ decision, card }: Intent): About | null {
  if (decision !== null) {
    const { uid, organizer, recurrenceId, sequence } = decision;
    return { uid, organizer, recurrenceId, sequence };
  }
  const [, uid = null, , occurrence] = JSON.parse(card) as readonly (string | null)[];
  const recurrenceId = occurrence ?? SERIES;
  return uid === null ? null : { uid, organizer: "", recurrenceId, sequence: null };
}

/** An event as it is kept; an index leaves out where `due` is null. */
export function eventRecord(uid: string, memory: Memory): EventRecord {
  return { ...memory, uid, due: firstEnd(memory) };
}
