import type { CardRef } from "./card.ts";
import type { StoredMessage, World } from "./ports.ts";
import { placeOf } from "./read-message.ts";

/** It lies in a folder of the mailbox, and was not thrown away already: not in Junk or Trash. */
export function isDeletable(message: StoredMessage): boolean {
  return message.folder !== null && placeOf(message) === "ordinary";
}

/** Moves the message of a card to Trash, and tells nobody; false where that cannot be. */
export async function deleteMessage(
  { messageId, source }: CardRef,
  { mailbox, marks }: Pick<World, "mailbox" | "marks">,
): Promise<boolean> {
  const message = await mailbox.read(messageId);
  const isSame = (await mailbox.find(source)).some((copy) => copy.messageId === messageId);
  if (!isSame || !isDeletable(message)) {
    return false;
  }
  await marks.trash(messageId);
  return true;
}
