import type { SentMessages } from "../app/ports.ts";
import { messenger } from "./messenger.ts";

export const sentMessages: SentMessages = {
  /**
   * Looks for a Message-ID (without angle brackets) in every Sent folder and in the Outbox: what has
   * a copy in Sent left, even where Thunderbird did not come to take it out of the Outbox.
   */
  async find(headerMessageId) {
    if ((await findIn("sent", headerMessageId)).length > 0) {
      return "sent";
    }
    return (await findIn("outbox", headerMessageId)).length > 0 ? "waiting" : "nowhere";
  },

  async waiting() {
    const messages = await allIn("outbox", {});
    return messages.map(({ headerMessageId }) => headerMessageId);
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
export async function findIn(use: Use, headerMessageId: string): Promise<number[]> {
  const messages = await allIn(use, { headerMessageId });
  return messages.map(({ id }) => id);
}

type Use = "outbox" | "sent";

async function allIn(
  specialUse: Use,
  wanted: { readonly headerMessageId?: string },
): Promise<readonly Found[]> {
  const folders = await messenger.folders.query({ specialUse: [specialUse] });
  const folderId = folders.flatMap(({ id }) => (id === undefined ? [] : [id]));
  if (folderId.length === 0) {
    return [];
  }
  const { messages } = await messenger.messages.query({ folderId, ...wanted });
  return messages;
}

interface Found {
  readonly id: number;
  readonly headerMessageId: string;
}
