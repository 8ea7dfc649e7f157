import type { State } from "../../../src/core/itip/state.ts";

/** Every state that a card can have. */
export const STATES: readonly State[] = [
  "unusable",
  "unknown-event",
  "stale",
  "duplicate",
  "new",
  "update",
  "minor-update",
  "cancelled",
  "removed",
  "added",
  "published",
  "reply",
  "counter",
  "refresh",
  "counter-declined",
];
