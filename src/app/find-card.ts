import type { CardRef } from "./card.ts";
import type { Click } from "./make-intent.ts";
import type { World } from "./ports.ts";
import { readerFor } from "./reply-reader.ts";
import { readMessage } from "./read-message.ts";

/**
 * The invitation of a card, read anew: a page may be old, and is not trusted with what to send.
 * Null where the message cannot be read or no longer holds it.
 */
export async function findCard(
  card: CardRef,
  world: World,
): Promise<Omit<Click, "request"> | null> {
  const message = await world.mailbox.read(card.messageId);
  const reading = await readMessage(message, world);
  if (reading.kind === "unreadable") {
    return null;
  }
  const { inspection, identities, settings } = reading;
  const inspected = inspection.invitations[card.index];
  if (inspection.source !== card.source || inspected?.invitation.uid !== card.uid) {
    return null;
  }
  const reader = await readerFor(inspected, settings, world);
  return { card, inspection, inspected, identities, settings, reader };
}
