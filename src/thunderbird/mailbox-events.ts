import type { Moved } from "../app/follow/follow-moves.ts";
import type { ListedMessage } from "../app/scan/scan-ports.ts";
import { listed } from "./folders.ts";
import { messenger } from "./messenger.ts";
import { allOf } from "./pages-of.ts";

type List = messenger.messages.MessageList;

/*
 * What happens to the mail that is there. Listeners of an event page have to be there when it
 * starts: call these at the top level.
 */

/** Messages were moved, copied (`from` is null) or deleted for good (`to` is null). */
export function onMoves(take: (moves: readonly Moved[]) => Promise<void>): void {
  messenger.messages.onMoved.addListener((before: List, after: List) => {
    void pairs(before, after).then(take);
  });
  messenger.messages.onCopied.addListener((before: List, after: List) => {
    void pairs(before, after).then((moves) => take(moves.map((move) => ({ ...move, from: null }))));
  });
  messenger.messages.onDeleted.addListener((list: List) => {
    void allOf(list).then((deleted) =>
      take(deleted.map((header) => ({ from: listed(header), to: null }))),
    );
  });
}

/** Both lists are in the same order, but a message may be missing in either. */
async function pairs(before: List, after: List): Promise<readonly Moved[]> {
  const [from, to] = await Promise.all([allOf(before), allOf(after)]);
  return to.map((header) => {
    const original = from.find(({ headerMessageId }) => headerMessageId === header.headerMessageId);
    return { from: original === undefined ? null : listed(original), to: listed(header) };
  });
}

/** A message is no longer taken for junk. */
export function onNoJunk(take: (message: ListedMessage) => Promise<void>): void {
  messenger.messages.onUpdated.addListener((header, { junk }) => {
    if (junk === false) {
      void take(listed(header));
    }
  });
}

/**
 * The number of messages in a folder changed. For the copies in Sent, Thunderbird raises nothing
 * else: neither as new mail, since they are read, nor as copied.
 */
export function onCountChanged(
  take: (folder: { readonly id: string; readonly isSent: boolean }) => Promise<void>,
): void {
  messenger.folders.onFolderInfoChanged.addListener(({ id, specialUse }, { totalMessageCount }) => {
    if (id !== undefined && totalMessageCount !== undefined) {
      void take({ id, isSent: specialUse?.includes("sent") ?? false });
    }
  });
}
