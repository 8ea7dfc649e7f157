import type { Answer } from "../core/answer/answer.ts";
import type { Action } from "../core/itip/actions.ts";
import { decisionKey, type Decision } from "../core/itip/fact.ts";
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
  /** What was clicked; null for an object without UID. */
  readonly about: About | null;
  /** The message that was clicked. */
  readonly message: Pick<CardRef, "messageId" | "source">;
  readonly action: Action;
  readonly comment: string | null;
  /** Equal for two clicks that ask for the same. */
  readonly said: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** When the undo window is over and it leaves; null: it is not held back (any more). */
  readonly due: number | null;
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
  /** What a COUNTER proposes. */
  readonly proposed?: Proposed;
}

/** Time keys; the end is "" where there is none. */
export interface Proposed {
  readonly start: string;
  readonly end: string;
}

/** An event, or one occurrence of it, in the version that was on the card. */
export interface About extends Pick<Decision, "uid" | "organizer" | "recurrenceId"> {
  /** Null where it was not written down yet. */
  readonly sequence: number | null;
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

/** Whether it is told to the organizer, by a mail of ours or by a calendar's server. */
export function tellsOrganizer({ letters, application }: Intent): boolean {
  return letters.length > 0 || application?.mail === "server";
}

/** In its undo window: nothing of it was done, and it can be taken back. */
export function isHeldBack({ state, due }: Intent): boolean {
  return state === "pending" && typeof due === "number";
}

/** There is something to send once more. */
export function isResendable(intent: Intent): boolean {
  const { state, letters, application } = intent;
  const isLeft = letters.length > 0 || (application?.mail === "server" && isPlanned(application));
  return (state === "failed" || state === "unknown") && isLeft;
}

function isPlanned({ state }: Application): boolean {
  return state === "planned";
}

/** What a page shows of an intent. */
export function outcomeOf(intent: Intent): OutcomeView {
  const { state, action, since, reason, application } = intent;
  return {
    state,
    action,
    since,
    to: recipientOf(intent),
    reason,
    messageId: intent.letters[0]?.headerMessageId ?? null,
    isEditing: intent.draft !== null && state === "pending",
    leavesByItself: null,
    leavesAt: isHeldBack(intent) ? intent.due : null,
    canResend: isResendable(intent),
    calendar: calendarOutcome(application),
    partstat: isUndone(intent) ? null : (intent.decision?.partstat ?? null),
  };
}

/** Equal for clicks that are one answer: it was sent again, the same letters and decision. */
export function answerKey({ id, decision, letters }: Intent): string {
  return decision === null ? (letters[0]?.headerMessageId ?? id) : decisionKey(decision);
}

/** What it did to a calendar was taken back, and what was written down with it. */
export function isUndone({ application }: Intent): boolean {
  return application?.state === "undone";
}

export function recipientOf({ letters, draft, application }: Intent): string | null {
  return letters[0]?.to ?? draft?.to ?? application?.to ?? null;
}
