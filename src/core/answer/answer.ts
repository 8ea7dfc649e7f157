import type { CalendarTime } from "../calendar/time.ts";

/** What the user says to an invitation. */
export type Answer =
  | { readonly kind: "reply"; readonly partstat: "ACCEPTED" | "TENTATIVE" | "DECLINED" }
  | { readonly kind: "delegate"; readonly delegate: string }
  | { readonly kind: "counter"; readonly start: CalendarTime; readonly end: CalendarTime | null }
  | { readonly kind: "refresh" };

/** Who answers. */
export interface Answerer {
  /** Display name of the identity, "" where there is none. */
  readonly name: string;
  /** The identity's address: From and MAIL FROM. */
  readonly address: string;
}

/** What an answer is written from, besides the invitation. */
export interface Wording {
  readonly comment: string | null;
  /** The occurrence of a series that alone is meant, as a time key; null: all of it. */
  readonly occurrence: string | null;
}
