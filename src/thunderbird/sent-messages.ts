import type { SentMessages } from "../app/ports.ts";
import { messenger } from "./messenger.ts";

export const sentMessages: SentMessages = {
  /** Looks for a Message-ID (without angle brackets) in the Outbox and in every Sent folder. */
  async find(headerMessageId) {
    if ((await findIn("outbox", headerMessageId)).length > 0) {
      return "waiting";
    }
    return (await findIn("sent", headerMessageId)).length > 0 ? "sent" : "nowhere";
  },

  /** Takes a message that still waits out of the Outbox; false when it is not there (any more). */
  async withdraw(headerMessageId) {
    const waiting = await findIn("outbox", headerMessageId);
    if (waiting.length === 0) {
      return false;
    }
    await messenger.messages.delete(waiting, { deletePermanently: true });
    return true;
  },
};

/** The ids of the messages with this Message-ID in the folders of one use. */
export async function findIn(
  specialUse: "outbox" | "sent",
  headerMessageId: string,
): Promise<number[]> {
  const folders = await messenger.folders.query({ specialUse: [specialUse] });
  const folderId = folders.flatMap(({ id }) => (id === undefined ? [] : [id]));
  if (folderId.length === 0) {
    return [];
  }
  const { messages } = await messenger.messages.query({ folderId, headerMessageId });
  return messages.map(({ id }) => id);
}
