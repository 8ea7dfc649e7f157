import type { Answerer } from "../answer/answer.ts";

/** What an organizer sends about an event (RFC 5546 §3.2.2, §3.2.5). */
export type Purpose = "invite" | "update" | "cancel";

export interface InviteOrder {
  readonly purpose: Purpose;
  /** From, and ORGANIZER where the event names none. */
  readonly organizer: Answerer;
  /** Who is invited besides those that the event names already; bare addresses. */
  readonly to: readonly string[];
  /** UID for an event without one. */
  readonly uid: string;
  /** DTSTAMP and Date, milliseconds since 1970. */
  readonly now: number;
}
