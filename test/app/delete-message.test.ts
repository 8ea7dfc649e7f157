import { describe, expect, it } from "vitest";

import { deleteMessage, isDeletable } from "../../src/app/delete-message.ts";
import type { StoredMessage } from "../../src/app/ports.ts";
import { card } from "../ui/cards.ts";

function stored(specialUse: readonly string[] | null): StoredMessage {
  const folder = specialUse && { id: "1://A", accountId: "1", specialUse };
  return { messageId: 3, headerMessageId: card().ref.source, isJunk: false, folder };
}

/** Whether the message of a card is deleted, and which ones were. */
async function deleted(
  message: StoredMessage,
  copies: readonly StoredMessage[] = [message],
): Promise<readonly [boolean, readonly number[]]> {
  const gone: number[] = [];
  const world = {
    mailbox: { read: () => Promise.resolve(message), find: () => Promise.resolve(copies) },
    marks: {
      trash(id: number) {
        gone.push(id);
        return Promise.resolve();
      },
    },
  } as unknown as Parameters<typeof deleteMessage>[1];
  return [await deleteMessage(card().ref, world), gone];
}

describe("the message of a card", () => {
  it.each([[["inbox"]], [[]], [["archives"]]])("is moved to Trash from %j", async (uses) => {
    expect(await deleted(stored(uses))).toEqual([true, [3]]);
  });

  it("is left where it was thrown away, and an opened file and mail of one's own too", async () => {
    for (const message of [stored(["trash"]), stored(["junk"]), stored(["sent"]), stored(null)]) {
      expect(isDeletable(message)).toBe(false);
      expect(await deleted(message)).toEqual([false, []]);
    }
  });

  it("is left alone where Thunderbird has given its number to another one", async () => {
    expect(await deleted(stored([]), [{ ...stored([]), messageId: 4 }])).toEqual([false, []]);
  });
});
