import type { Span } from "../../core/words/when-words.ts";

/** Something that the user should hear of although he looks at no card. */
export type Notice = {
  /** What it is about; told once, over restarts too. */
  readonly key: string;
  /** Message-ID of the message to open. */
  readonly source: string;
} & (EventNotice | AnswerNotice);

/** Of a message that has just come. */
export interface EventNotice {
  /**
   * "cancelled": the organizer cancels what is soon; "said-cancelled": a message says so, but it
   * may not come from him; "changed": another version of what the user said yes to.
   */
  readonly kind: "cancelled" | "said-cancelled" | "changed";
  /** A stranger's words. */
  readonly title: string | null;
  readonly span: Span;
}

/** Of an answer of the user's. */
export interface AnswerNotice {
  /** "waiting": still in the Outbox. */
  readonly kind: "not-left" | "not-known" | "waiting";
  /** When he answered: milliseconds since 1970. */
  readonly at: number;
}
