import type { Places, World } from "../ports.ts";
import { isRemembered } from "../read-message.ts";
import type { ListedMessage, MailFolders } from "../scan/scan-ports.ts";
import { readAndRemember } from "./newcomers.ts";

/** A message that was moved, copied (`from` is null) or deleted for good (`to` is null). */
export interface Moved {
  readonly from: ListedMessage | null;
  readonly to: ListedMessage | null;
}

/** What following moves needs of the world. */
export interface MoveWorld {
  readonly world: World;
  readonly places: Places;
  readonly folders: Pick<MailFolders, "holds">;
}

/** What is known from a message stays known wherever it goes; only where it lies changes. */
export async function followMoves(moves: readonly Moved[], surroundings: MoveWorld): Promise<void> {
  const { world, places } = surroundings;
  for (const move of moves) {
    const { from, to } = move;
    const { headerMessageId } = to ?? from ?? { headerMessageId: "" };
    const isKnown = await places.move(headerMessageId, { from: placeOf(from), to: placeOf(to) });
    if (isKnown && to === null) {
      await checkOthers(headerMessageId, surroundings);
    }
    if (!isKnown && to !== null && beginsToCount(move)) {
      await readAndRemember(to, world);
    }
  }
}

/**
 * Whether a deleted message still lies in the other folders that are known: one of them may have
 * been noted when the message was already on its way out of it.
 */
async function checkOthers(headerMessageId: string, { places, folders }: MoveWorld): Promise<void> {
  for (const folderId of await places.find(headerMessageId)) {
    if (!(await folders.holds(folderId, headerMessageId))) {
      await places.move(headerMessageId, { from: folderId, to: null });
    }
  }
}

function placeOf(message: ListedMessage | null): string | null {
  return message?.folder?.id ?? null;
}

/** Out of Junk or Trash; everywhere else it was read when it came. */
function beginsToCount({ from }: Moved): boolean {
  return from !== null && !isRemembered(from);
}
