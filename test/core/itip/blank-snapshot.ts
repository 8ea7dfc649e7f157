import type { Snapshot } from "../../../src/core/itip/snapshot.ts";

/** Of an entry that says nothing; each case adds what it is about. */
export const BLANK: Snapshot = {
  start: "",
  end: "",
  summary: "",
  location: "",
  description: "",
  status: "",
  recurrence: [],
  attendees: [],
  links: [],
};
