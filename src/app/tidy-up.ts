import type { Action } from "../core/itip/actions.ts";
import { cardRef } from "./card-ref.ts";
import { cardKey, type Intent } from "./intent.ts";
import { missingFor } from "./permissions.ts";
import type { MessageTag, StoredMessage, World } from "./ports.ts";
import { placeOf, readMessage } from "./read-message.ts";

/**
 * What becomes of the message that was answered, as the settings say. It comes after the answer, and
 * nothing that goes wrong here changes what became of that.
 */
export async function tidyUp(intent: Intent, world: World): Promise<void> {
  if (!isAnswer(intent)) {
    return;
  }
  try {
    const message = await findOriginal(intent, world);
    if (message !== null) {
      await treat(message, intent, world);
    }
  } catch (error) {
    console.warn("Convene: the message that was answered stays as it is.", error);
  }
}

const ANSWERS: readonly Action[] = ["accept", "tentative", "decline", "delegate", "counter"];

/** Something was said, to the organizer or at least to the record. */
function isAnswer({ action, decision }: Intent): boolean {
  return (
    ANSWERS.includes(action) || (action === "record" && typeof decision?.partstat === "string")
  );
}

/** The message that was clicked; after a restart, when Thunderbird numbers anew, the only copy. */
async function findOriginal(intent: Intent, { mailbox }: World): Promise<StoredMessage | null> {
  const copies = (await mailbox.find(intent.message.source)).filter(isInMailbox);
  const [only, ...others] = copies;
  const clicked = copies.find(({ messageId }) => messageId === intent.message.messageId);
  return clicked ?? (others.length === 0 ? (only ?? null) : null);
}

/** Not in Sent, Junk or Trash, and no opened file. */
function isInMailbox(message: StoredMessage): boolean {
  return message.folder !== null && placeOf(message) === "ordinary";
}

async function treat(message: StoredMessage, intent: Intent, world: World): Promise<void> {
  const { markRead, tagAnswered, trashAnswered } = await world.settings();
  const granted = await world.granted();
  const { messageId } = message;
  if (markRead && missingFor("markRead", granted).length === 0) {
    await world.marks.markRead(messageId);
  }
  if (tagAnswered && missingFor("tagAnswered", granted).length === 0) {
    await world.marks.tag(messageId, tagOf(intent), TAGS);
  }
  if (trashAnswered && (await isAllAnswered(message, world))) {
    await world.marks.trash(messageId);
  }
}

/** One tag for each kind of answer; a changed answer changes it. */
export const TAGS: readonly MessageTag[] = ["accepted", "tentative", "declined", "answered"];

function tagOf({ decision }: Intent): MessageTag {
  const partstat = decision?.partstat?.toLowerCase();
  return TAGS.find((tag) => tag === partstat) ?? "answered";
}

/** A message with several invitations is needed until each has its answer. */
async function isAllAnswered(message: StoredMessage, world: World): Promise<boolean> {
  const reading = await readMessage(message, world);
  if (reading.kind === "unreadable") {
    return false;
  }
  const { source, invitations } = reading.inspection;
  const place = { messageId: message.messageId, source };
  const open = await Promise.all(
    invitations.map(async (inspected, index) => {
      const last = await world.intents.last(cardKey(cardRef({ ...place, index }, inspected)));
      return inspected.actions.includes("accept") && (last === null || !isDone(last));
    }),
  );
  return !open.includes(true);
}

const DONE: readonly Intent["state"][] = ["sent", "queued", "recorded"];

function isDone(intent: Intent): boolean {
  return DONE.includes(intent.state) && isAnswer(intent);
}
