/** What a message is, held against what is known (contract: "States"). */
export type State =
  | "unusable"
  | "unknown-event"
  | "stale"
  | "duplicate"
  | "new"
  | "update"
  | "minor-update"
  | "cancelled"
  | "removed"
  | "added"
  | "published"
  | "reply"
  | "counter"
  | "refresh"
  | "counter-declined";

/** States in which a message that nothing speaks against counts as known (contract: "Applied"). */
export const APPLICABLE_STATES: ReadonlySet<State> = new Set<State>([
  "new",
  "update",
  "minor-update",
  "cancelled",
  "removed",
  "added",
  "published",
  "reply",
  "counter",
  "counter-declined",
]);
