import type { MessageView } from "./card.ts";
import { listInvitations } from "./list-invitations.ts";
import type { ListedInvitation } from "./listed-invitation.ts";
import type { Archive, StoredMessage, World } from "./ports.ts";
import { placeOf } from "./read-message.ts";
import { recover } from "./settle.ts";
import { showMessage } from "./show-message.ts";

/** Everything that the page of all invitations shows. */
export async function readInvitations(
  world: World,
  archive: Pick<Archive, "uids">,
): Promise<readonly ListedInvitation[]> {
  await Promise.all([sweepIndex(world, archive), recover(world)]);
  const [indexed, outcomes] = await Promise.all([world.index.all(), world.intents.unsettled()]);
  return listInvitations({ indexed, outcomes, now: world.clock.now() });
}

/**
 * What the ledger has forgotten, for whatever reason, is not kept for the list either; where it
 * cannot be read, that is not known.
 */
export async function sweepIndex(
  { index }: Pick<World, "index">,
  archive: Pick<Archive, "uids">,
): Promise<void> {
  const uids = await archive.uids().catch(() => null);
  if (uids !== null) {
    await index.keepOnly(new Set(uids));
  }
}

/** The message with this Message-ID, read anew: what stands in a list may be old. */
export async function showListed(headerMessageId: string, world: World): Promise<MessageView> {
  return showMessage(bestCopy(await world.mailbox.find(headerMessageId)), world);
}

const PLACES = ["ordinary", "own", "discarded"] as const;

/** The one that can be answered, where there are several. */
function bestCopy(copies: readonly StoredMessage[]): StoredMessage | null {
  const [best] = PLACES.flatMap((place) => copies.filter((copy) => placeOf(copy) === place));
  return best ?? null;
}
