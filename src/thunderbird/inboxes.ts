import type { Inboxes } from "../app/ports.ts";
import { messenger } from "./messenger.ts";
import { pagesOf } from "./pages-of.ts";

/** How far back "recent" reaches, so that not all of a large inbox is listed. */
const RECENT = 90 * 24 * 60 * 60 * 1000;

/** Octets: larger messages are passed over, since a message is only handed over as a whole. */
const MAX_SIZE = 256 * 1024;

export const inboxes: Inboxes = {
  async newest(count) {
    const folders = await messenger.folders.query({ specialUse: ["inbox"] });
    const folderId = folders.flatMap(({ id }) => (id === undefined ? [] : [id]));
    if (folderId.length === 0) {
      return [];
    }
    const fromDate = new Date(Date.now() - RECENT);
    const found: messenger.messages.MessageHeader[] = [];
    for await (const page of pagesOf(await messenger.messages.query({ folderId, fromDate }))) {
      found.push(...page.filter(({ size }) => size <= MAX_SIZE));
    }
    return found
      .sort((a, b) => timeOf(b) - timeOf(a))
      .slice(0, count)
      .map(({ id }) => id);
  },
};

/** A date comes as an object or as text. */
function timeOf({ date }: messenger.messages.MessageHeader): number {
  return new Date(date).getTime();
}
