import type { InvitationIndex } from "../app/ports.ts";

/** The same index, of whose changes the pages that are open hear. */
export function announcedIndex(index: InvitationIndex, announce: () => void): InvitationIndex {
  return {
    ...index,
    async put(indexed) {
      await index.put(indexed);
      announce();
    },
    async change(uid, edit) {
      await index.change(uid, edit);
      announce();
    },
  };
}
