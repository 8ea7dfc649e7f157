import type { OutcomeView } from "./card.ts";
import type { Proposed } from "./intent.ts";

/** Something that the user said to an event, and what became of it. */
export interface PastAnswerView {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** A PARTSTAT, "COUNTER" or "REFRESH". */
  readonly said: string;
  /** The occurrence that it was said of, a time key; "" for the series or a single event. */
  readonly recurrenceId: string;
  /** SEQUENCE of the version that it was said to; null where that is not known any more. */
  readonly sequence: number | null;
  readonly comment: string | null;
  /** To whom the user delegated. */
  readonly delegate: string | null;
  /** Of a COUNTER; null where that is not known. */
  readonly proposed: Proposed | null;
  readonly state:
    | OutcomeView["state"]
    /** It is known from a message of the user's, not from a click. */
    | "found"
    /** It is known from a record, without what became of it. */
    | "noted";
  /** Whom it went or goes to. */
  readonly to: string | null;
  readonly reason: string | null;
  /** What it did to a calendar was taken back. */
  readonly isUndone: boolean;
}
