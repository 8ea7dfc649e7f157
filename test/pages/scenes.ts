/** Samples that together show every state and verdict of a card. */
export const STATES: Readonly<Record<string, string>> = {
  unusable: "garbage",
  "unknown-event": "cancellation-unknown",
  stale: "budget-stale",
  duplicate: "budget-duplicate",
  new: "budget-request",
  update: "budget-update",
  "minor-update": "budget-minor-update",
  cancelled: "budget-cancellation",
  removed: "removed",
  added: "series-added-occurrence",
  published: "method-missing",
  reply: "reply",
  counter: "counter",
  refresh: "refresh",
  "counter-declined": "decline-counter",
};

/** Encrypted samples, by name, that are shown opened: with this one in them. */
export const OPENED: Readonly<Record<string, string>> = { encrypted: "budget-request" };

/** What else a card has to show: dangers, series, many invitations, nothing at all. */
export const PECULIARITIES: readonly string[] = [
  "method-mismatch",
  "dangerous-links",
  "sender-is-not-organizer",
  "not-addressed",
  "premarked",
  "series",
  "series-changed-occurrence",
  "two-invitations",
  "all-day",
  "floating",
  "zoom",
  "names",
  "bounce",
  "encrypted",
  "ordinary",
];
