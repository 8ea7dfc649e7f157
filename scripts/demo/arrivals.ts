/** A sample of test/fixtures/mail, and what there is to see in it. */
export interface Arrival {
  readonly name: string;
  readonly shows: string;
}

/** The demo's messages, in the order in which they arrive. */
export const arrivals: readonly Arrival[] = [
  { name: "google", shows: "an invitation of Google Calendar" },
  { name: "exchange", shows: "an invitation of Exchange, with a Windows time zone" },
  { name: "teams", shows: "an invitation of Microsoft Teams" },
  { name: "apple-icloud", shows: "an invitation of iCloud" },
  { name: "nextcloud", shows: "an invitation of Nextcloud, sent in the organizer's name" },
  { name: "zoom", shows: "an invitation of Zoom" },
  { name: "budget-request", shows: "a meeting" },
  { name: "budget-update", shows: "the same meeting at another time" },
  { name: "budget-stale", shows: "the first version once more: it is outdated" },
  { name: "budget-duplicate", shows: "the update once more: nothing new" },
  { name: "workshop-request", shows: "another meeting" },
  { name: "workshop-cancellation", shows: "its cancellation" },
  { name: "series", shows: "a series with a changed occurrence" },
  { name: "own-request", shows: "a copy of the user's own invitation" },
  { name: "reply", shows: "an answer to it" },
  { name: "method-mismatch", shows: "marked as a cancellation outside, a request inside" },
  { name: "broken-encoding", shows: "declared as UTF-8, but written in Latin-1" },
  { name: "sender-is-not-organizer", shows: "somebody else writes in the organizer's name" },
  { name: "not-addressed", shows: "an invitation for other people" },
  { name: "dangerous-links", shows: "links that lead elsewhere than they say" },
  { name: "ordinary", shows: "an ordinary message" },
];

/** The one that the tour accepts. */
export const ACCEPTED = "google";
