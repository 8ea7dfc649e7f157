import type { World } from "../ports.ts";
import { lyingAt } from "../read-message.ts";
import { readListed } from "../scan/read-listed.ts";
import type { ListedMessage, Looks, MailFolders } from "../scan/scan-ports.ts";

/** What following the mailbox needs of the world. */
export interface FollowWorld {
  readonly world: World;
  readonly folders: MailFolders;
  readonly looks: Looks;
  /** Resolves when nobody waits for an answer of the background. */
  readonly turn: () => Promise<void>;
}

const HOUR = 60 * 60 * 1000;

/** A Date may lie so far before the day on which the message came into the folder. */
const MARGIN_MS = 48 * HOUR;

/** Of a folder that was never looked at: what came before is the matter of a scan. */
const FIRST_MS = HOUR;

/** Messages looked at in this life of the event page, as far as they are worth remembering. */
const seen = new Set<string>();
const MAX_SEEN = 5000;

/** Reads what came into a folder since it was looked at last. */
export async function readNewcomers(folderId: string, follow: FollowWorld): Promise<void> {
  const { world, folders, looks, turn } = follow;
  const at = world.clock.now();
  const last = await looks.get(folderId);
  const since = last === null ? at - FIRST_MS : last.at - MARGIN_MS;
  const total = (await folders.count(folderId)) ?? 0;
  for (const message of await folders.newerThan(folderId, since)) {
    if (!isSeen(message)) {
      await turn();
      await readAndRemember(message, world);
    }
  }
  await looks.put(folderId, { at, total });
}

function isSeen({ key, folder }: ListedMessage): boolean {
  const name = JSON.stringify([folder?.id, key]);
  if (seen.size > MAX_SEEN) {
    seen.clear();
  }
  const wasSeen = seen.has(name);
  seen.add(name);
  return wasSeen;
}

/** One message that came into a folder that counts. */
export async function readAndRemember(message: ListedMessage, world: World): Promise<void> {
  const reading = await readListed(message, world);
  if (reading.kind === "read" && reading.facts.length > 0) {
    await world.memories.remember(reading.facts, lyingAt(message));
  }
}

/**
 * What came while the add-on did not listen: Thunderbird was killed between storing a message and
 * telling of it. Only folders are asked that were watched before and have another number of
 * messages now.
 */
export async function catchUp(follow: FollowWorld): Promise<void> {
  for (const [folderId, { total }] of await follow.looks.all()) {
    if ((await follow.folders.count(folderId)) !== total) {
      await readNewcomers(folderId, follow);
    }
  }
}

/** From now on the folder is watched; all that is in it was read as it came. */
export async function noteLook(folderId: string, follow: FollowWorld): Promise<void> {
  const { world, folders, looks } = follow;
  const total = (await folders.count(folderId)) ?? 0;
  await looks.put(folderId, { at: world.clock.now(), total });
}
