import type { Circumstances, Remembered } from "../core/circumstances.ts";
import { inspect } from "../core/inspect.ts";
import type { Inspection } from "../core/inspection.ts";
import type { Fact } from "../core/itip/fact.ts";
import { withAliases } from "./alias-identities.ts";
import { knownInCalendars } from "./known-in-calendars.ts";
import { noteInvitations } from "./note-invitations.ts";
import type { Identity, Place, Settings, StoredMessage, World } from "./ports.ts";

/** What a message is, and the identities that it was read for. */
export type Reading =
  | {
      readonly kind: "inspected";
      readonly message: StoredMessage;
      readonly inspection: Inspection;
      /** The message's own account first. */
      readonly identities: readonly Identity[];
      readonly settings: Settings;
      readonly place: Circumstances["folder"];
    }
  | { readonly kind: "unreadable"; readonly message: StoredMessage };

/** Reads and inspects one message, and remembers what it says. */
export async function readMessage(message: StoredMessage, world: World): Promise<Reading> {
  const [bytes, reader] = await Promise.all([readBytes(message, world), readerOf(message, world)]);
  if (bytes === null) {
    return { kind: "unreadable", message };
  }
  const inspection = await inspectOpened({ message, bytes }, reader, world);
  await remember(message, inspection, world);
  return { kind: "inspected", message, inspection, ...reader, place: placeOf(message) };
}

/** For whom a message is read. */
interface Reader {
  /** The message's own account first. */
  readonly identities: readonly Identity[];
  readonly settings: Settings;
}

async function readerOf(message: StoredMessage, world: World): Promise<Reader> {
  const [settings, own] = await Promise.all([world.settings(), identitiesFor(message, world)]);
  return { settings, identities: withAliases(own, settings) };
}

/** With what is encrypted in it opened, where the world lets it be. */
async function inspectOpened(content: Content, reader: Reader, world: World): Promise<Inspection> {
  const closed = await inspectFor(reader, content, world);
  if (!isClosed(closed)) {
    return closed;
  }
  const opened = await world.mailbox.readDecrypted(content.message.messageId);
  return opened === null
    ? closed
    : inspectFor(reader, { ...content, bytes: opened, isEncrypted: true }, world);
}

/** It is encrypted, and nothing is known of an invitation in it. */
export function isClosed({ invitations, findings }: Inspection): boolean {
  const isEncrypted = findings.some(
    ({ rule, wording }) => rule === "container-readable" && wording?.includes("encrypted") === true,
  );
  return isEncrypted && invitations.length === 0;
}

interface Content {
  readonly message: StoredMessage;
  readonly bytes: Uint8Array;
  readonly isEncrypted?: boolean;
}

/** Nothing is remembered of it here. */
export async function inspectMessage(
  message: StoredMessage,
  bytes: Uint8Array,
  world: World,
): Promise<Inspection> {
  return inspectFor(await readerOf(message, world), { message, bytes }, world);
}

function inspectFor(reader: Reader, content: Content, world: World): Promise<Inspection> {
  const { message, bytes, isEncrypted = false } = content;
  return inspect(bytes, { ...circumstancesFor(message, reader, world), isEncrypted });
}

/** Null: not downloaded, and no network to get it. */
async function readBytes(message: StoredMessage, { mailbox }: World): Promise<Uint8Array | null> {
  try {
    return await mailbox.readRaw(message.messageId);
  } catch (error) {
    console.warn("Convene: a message cannot be read.", error);
    return null;
  }
}

function circumstancesFor(
  message: StoredMessage,
  { identities, settings }: Reader,
  world: World,
): Circumstances {
  const { aliases, authserv } = settings;
  return {
    now: world.clock.now(),
    addresses: { identities: identities.map(({ email }) => email), aliases },
    authserv,
    folder: placeOf(message),
    verifySignature: () => world.signatures.verify(message.messageId),
    recall: async (uid): Promise<Remembered> => {
      const [memory, calendar] = await Promise.all([
        world.memories.recall(uid),
        knownInCalendars(uid, world),
      ]);
      return { memory, calendar };
    },
  };
}

async function remember(
  message: StoredMessage,
  inspection: Inspection,
  world: World,
): Promise<void> {
  const facts = factsOf(message, inspection);
  if (facts.length > 0) {
    // Side by side, so that a reader does not wait for the list.
    await Promise.all([
      world.memories.remember(facts, lyingAt(message)),
      noteInvitations(inspection, world),
    ]);
  }
}

/**
 * Facts are kept of every message seen, but not of junk, which may not speak for any event, nor of
 * what the user has not sent yet.
 */
export function factsOf(message: StoredMessage, { invitations }: Inspection): readonly Fact[] {
  return isRemembered(message) ? invitations.flatMap(({ fact }) => fact ?? []) : [];
}

/** Messages in its folder say something that counts. */
export function isRemembered(message: Pick<StoredMessage, "folder" | "isJunk">): boolean {
  const uses = message.folder?.specialUse ?? [];
  return placeOf(message) !== "discarded" && !uses.some((use) => UNSENT_FOLDERS.includes(use));
}

/** Null for an opened file. */
export function lyingAt({ headerMessageId, folder }: StoredMessage): Place | null {
  return folder && { headerMessageId, folderId: folder.id };
}

/** The identities of the message's account come first: it was sent to one of them. */
async function identitiesFor(
  { folder }: StoredMessage,
  { identities }: World,
): Promise<readonly Identity[]> {
  const all = await identities.list();
  const isHere = ({ accountId }: Identity): boolean => accountId === folder?.accountId;
  return [...all.filter(isHere), ...all.filter((identity) => !isHere(identity))];
}

const UNSENT_FOLDERS: readonly string[] = ["drafts", "templates", "outbox"];
const OWN_FOLDERS: readonly string[] = ["sent", ...UNSENT_FOLDERS];
const DISCARDED_FOLDERS: readonly string[] = ["junk", "trash"];

/** Where a message lies decides what may be done with it. */
export function placeOf({
  folder,
  isJunk,
}: Pick<StoredMessage, "folder" | "isJunk">): Circumstances["folder"] {
  const uses = folder?.specialUse ?? [];
  if (uses.some((use) => OWN_FOLDERS.includes(use))) {
    return "own";
  }
  return isJunk || uses.some((use) => DISCARDED_FOLDERS.includes(use)) ? "discarded" : "ordinary";
}
