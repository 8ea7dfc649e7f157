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
      readonly place: Circumstances["folder"];
    }
  | { readonly kind: "unreadable"; readonly message: StoredMessage };

/** Reads and inspects one message, and remembers what it says. */
export async function readMessage(message: StoredMessage, world: World): Promise<Reading> {
  const bytes = await readBytes(message, world);
  if (bytes === null) {
    return { kind: "unreadable", message };
  }
  const { inspection, identities } = await inspectOpened(message, bytes, world);
  await remember(message, inspection, world);
  return { kind: "inspected", message, inspection, identities, place: placeOf(message) };
}

interface Inspected {
  readonly inspection: Inspection;
  readonly identities: readonly Identity[];
}

/** With what is encrypted in it opened, where the world lets it be. */
async function inspectOpened(
  message: StoredMessage,
  bytes: Uint8Array,
  world: World,
): Promise<Inspected> {
  const closed = await inspectMessage(message, { bytes }, world);
  if (!isClosed(closed.inspection)) {
    return closed;
  }
  const opened = await world.mailbox.readDecrypted(message.messageId);
  return opened === null
    ? closed
    : inspectMessage(message, { bytes: opened, isEncrypted: true }, world);
}

/** It is encrypted, and nothing is known of an invitation in it. */
export function isClosed({ invitations, findings }: Inspection): boolean {
  const isEncrypted = findings.some(
    ({ rule, wording }) => rule === "container-readable" && wording?.includes("encrypted") === true,
  );
  return isEncrypted && invitations.length === 0;
}

interface Content {
  readonly bytes: Uint8Array;
  readonly isEncrypted?: boolean;
}

/** Nothing is remembered of it here. */
export async function inspectMessage(
  message: StoredMessage,
  { bytes, isEncrypted = false }: Content,
  world: World,
): Promise<Inspected> {
  const settings = await world.settings();
  const identities = withAliases(await identitiesFor(message, world), settings);
  const reading = { message, identities, settings };
  const circumstances = { ...circumstancesFor(reading, world), isEncrypted };
  return { inspection: await inspect(bytes, circumstances), identities };
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

interface Read {
  readonly message: StoredMessage;
  readonly identities: readonly Identity[];
  readonly settings: Settings;
}

function circumstancesFor({ message, identities, settings }: Read, world: World): Circumstances {
  const { aliases, authserv } = settings;
  return {
    now: world.clock.now(),
    addresses: { identities: identities.map(({ email }) => email), aliases },
    authserv,
    folder: placeOf(message),
    verifySignature: () => world.signatures.verify(message.messageId),
    recall: async (uid): Promise<Remembered> => ({
      memory: await world.memories.recall(uid),
      calendar: await knownInCalendars(uid, world),
    }),
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
