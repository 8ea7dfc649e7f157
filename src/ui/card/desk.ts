import type {
  AnswerRequest,
  AnswerResult,
  CardRef,
  OccurrencesView,
  OutcomeView,
  PreviewView,
  SurroundingsView,
  UndoneView,
} from "../../app/card.ts";
import type { PastAnswerView } from "../../app/past-answer.ts";

/** What a card can have done for it; the popup passes the road to the background. */
export interface Desk {
  answer(request: AnswerRequest): Promise<AnswerResult>;
  resend(card: CardRef): Promise<OutcomeView>;
  preview(request: AnswerRequest): Promise<PreviewView>;
  occurrences(card: CardRef, after: string): Promise<OccurrencesView>;
  surroundings(card: CardRef): Promise<SurroundingsView | null>;
  makeCalendar(name: string): Promise<boolean>;
  /** Takes the last click back while it is held back; gives what holds then. */
  undoAnswer(card: CardRef): Promise<UndoneView>;
  /** Calendar and record as they were before the last click. */
  undoCalendar(card: CardRef): Promise<OutcomeView | null>;
  /** The calendar once more, after it failed. */
  applyAgain(card: CardRef): Promise<OutcomeView | null>;
  outcome(card: CardRef): Promise<OutcomeView | null>;
  /** What the user said to the event so far, the newest first. */
  history(card: CardRef): Promise<readonly PastAnswerView[]>;
  /** Moves the message to Trash; nobody is told. */
  deleteMessage(card: CardRef): Promise<boolean>;
  openLink(url: string): Promise<void>;
  openMessage(headerMessageId: string): Promise<boolean>;
  /** Deletes what is known of an event. */
  forgetEvent(uid: string): Promise<void>;
  /** The card is not true any more: show the message anew. */
  refresh(): void;
  /** Where the catalogue of rules is published; null where nowhere. */
  readonly rulesUrl: string | null;
}
