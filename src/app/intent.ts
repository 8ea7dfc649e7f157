import type { Answer } from "../core/answer/answer.ts";
import type { Action } from "../core/itip/actions.ts";
import type { Decision } from "../core/itip/fact.ts";
import { calendarOutcome, type Application } from "./application.ts";
import type { CardRef, OutcomeView } from "./card.ts";

/**
 * One click, written down before anything is done about it, so that it is neither lost nor carried
 * out twice when the event page or Thunderbird ends in between.
 */
export interface Intent {
  readonly id: string;
  /** Of which invitation: `cardKey`. */
  readonly card: string;
  /** The message that was clicked. */
  readonly message: Pick<CardRef, "messageId" | "source">;
  readonly action: Action;
  readonly comment: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly state: OutcomeView["state"];
  /** Since when it is in this state. */
  readonly since: number;
  readonly reason: string | null;
  /** What is written down about the event once it left; null: nothing. */
  readonly decision: Decision | null;
  /** In order; none for what sends nothing. */
  readonly letters: readonly Letter[];
  /** What is done to a calendar once they left; null: nothing. */
  readonly application: Application | null;
  /** What the composer is open for; null: nothing is edited. */
  readonly draft: IntentDraft | null;
}

/** A message of an intent: the same bytes each time it is tried. */
export interface Letter {
  /** Without angle brackets. */
  readonly headerMessageId: string;
  readonly identityId: string;
  readonly to: string;
  readonly bytes: Uint8Array;
  /**
   * "unsent": never given to the transport; "handed": given, and nothing heard; "waiting": in the
   * Outbox; "gone": it left.
   */
  readonly state: "unsent" | "handed" | "waiting" | "gone";
}

/** What is needed to write the answer when the user presses Send in the composer. */
export interface IntentDraft {
  readonly card: CardRef;
  readonly answer: Answer;
  readonly identityId: string;
  readonly to: string;
  readonly subject: string;
}

/** Why an answer never left: another one took its place. */
export const REPLACED = "replaced";

/** Names an invitation across restarts: its message, UID, RECURRENCE-ID and chosen occurrence. */
export function cardKey({ source, uid, recurrenceId, occurrence }: CardRef): string {
  return JSON.stringify([source, uid, recurrenceId, occurrence]);
}

/** What a page shows of an intent. */
export function outcomeOf(intent: Intent): OutcomeView {
  const [letter] = intent.letters;
  return {
    state: intent.state,
    action: intent.action,
    since: intent.since,
    to: letter?.to ?? intent.draft?.to ?? intent.application?.to ?? null,
    reason: intent.reason,
    messageId: letter?.headerMessageId ?? null,
    isEditing: intent.draft !== null && intent.state === "pending",
    leavesByItself: null,
    calendar: calendarOutcome(intent.application),
  };
}
