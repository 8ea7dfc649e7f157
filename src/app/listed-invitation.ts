import type { CalendarTime } from "../core/calendar/time.ts";
import type { State } from "../core/itip/state.ts";
import type { Role } from "../core/people/me.ts";
import type { Verdict } from "../core/verdict.ts";
import type { OutcomeView, PersonView } from "./card.ts";
import type { AnswerGiven } from "./indexed-invitation.ts";

/** Under which heading an invitation is listed; each stands under one. */
export type Section =
  /** The organizer waits for an answer. */
  | "open"
  /** It changed since the user answered, and asks again. */
  | "changed"
  /** An answer waits in the Outbox, or did not leave. */
  | "unsent"
  | "cancelled"
  /** It may not be what it says. */
  | "suspicious"
  /** The user organizes it. */
  | "own"
  | "other";

/** What the guests of an event of the user's own have answered, each guest's last word. */
export interface Replies {
  readonly accepted: number;
  readonly tentative: number;
  readonly declined: number;
}

/** One row of the list: an event or a single occurrence, as its last message has it. */
export interface ListedInvitation {
  /** Names the row. */
  readonly key: string;
  /** Message-ID of the message to open, or a fingerprint, which no folder finds. */
  readonly source: string;
  readonly uid: string;
  /** Time key; "" for a series or a single event. */
  readonly recurrenceId: string;
  readonly section: Section;
  readonly method: string;
  readonly sequence: number;
  readonly title: string | null;
  readonly start: CalendarTime | null;
  readonly end: CalendarTime | null;
  readonly allDay: boolean;
  readonly repeats: boolean;
  readonly organizer: PersonView | null;
  readonly guests: number;
  /** Null where the user does not organize it. */
  readonly replies: Replies | null;
  readonly role: Role;
  readonly state: State;
  readonly verdict: Verdict;
  readonly findings: readonly string[];
  readonly answered: AnswerGiven | null;
  /** Of the last click; null where there was none, or it is long settled. */
  readonly outcome: OutcomeView["state"] | null;
  /** The Date header, milliseconds since 1970. */
  readonly date: number | null;
  /** One click answers it, also together with others. */
  readonly canAnswer: boolean;
}
