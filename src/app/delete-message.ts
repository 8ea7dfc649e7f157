import type { CardRef } from "./card.ts";
import type { StoredMessage, World } from "./ports.ts";

/** It lies in a folder, and not in Trash already, from where it would be gone for good. */
export function isDeletable({ folder }: StoredMessage): boolean {
  return folder !== null && !folder.specialUse.includes("trash");
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
