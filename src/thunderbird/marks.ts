import type { Marks, MessageTag } from "../app/ports.ts";
import { messenger } from "./messenger.ts";

/** As Thunderbird's list of tags and its messages know them. */
const keyOf = (tag: MessageTag): string => `convene-${tag}`;

const COLORS: Readonly<Record<MessageTag, string>> = {
  accepted: "#1b6e3c",
  tentative: "#8a5300",
  declined: "#b3161b",
  answered: "#1158b7",
};

export const marks: Marks = {
  async markRead(messageId) {
    await messenger.messages.update(messageId, { read: true });
  },

  async tag(messageId, tag, all) {
    await makeTag(tag);
    const { tags } = await messenger.messages.get(messageId);
    const others = tags.filter((key) => !all.map(keyOf).includes(key));
    await messenger.messages.update(messageId, { tags: [...others, keyOf(tag)] });
  },

  async trash(messageId) {
    await messenger.messages.delete([messageId], { deletePermanently: false });
  },
};

async function makeTag(tag: MessageTag): Promise<void> {
  const name = messenger.i18n.getMessage(`tag_${tag}`);
  try {
    await messenger.messages.tags.create(keyOf(tag), name, COLORS[tag]);
  } catch {
    // It is there already.
  }
}
