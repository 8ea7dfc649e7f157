import type {
  AnswerRequest,
  AnswerResult,
  BannerView,
  CardRef,
  MessageView,
  OccurrencesView,
  OutcomeView,
  SurroundingsView,
  PreviewView,
  UndoneView,
} from "../app/card.ts";
import type { ListedInvitation } from "../app/listed-invitation.ts";
import type { AuthservOffer, ChangeResult, ImportView, OptionsView } from "../app/options.ts";
import type { PastAnswerView } from "../app/past-answer.ts";
import type { FoundEvent, MemoryState } from "../app/ports.ts";
import type { ScanAccount, ScanView } from "../app/scan/scan.ts";
import type { SettingsChange } from "../app/settings.ts";

/**
 * Every request that a page may send to the background, as plain function signatures.
 * The background never pushes: a page asks `outcome` again while an answer is on its way, which
 * also survives the background being ended and started in between.
 */
export interface Protocol {
  /** The message displayed in a tab. */
  inspectDisplayed(tabId: number): MessageView;
  /** Reads the message again, past every cache ("Try again"). */
  inspectAgain(messageId: number): MessageView;
  answer(request: AnswerRequest): AnswerResult;
  /** What that click would send; nothing is sent. */
  preview(request: AnswerRequest): PreviewView;
  /** The occurrences of a card's series after one of them. */
  occurrences(card: CardRef, after: string): OccurrencesView;
  outcome(card: CardRef): OutcomeView | null;
  /** What the user said to the event so far, the newest first. */
  history(card: CardRef): readonly PastAnswerView[];
  /** The same reply again, with the same Message-ID and DTSTAMP. */
  resend(card: CardRef): OutcomeView;
  /** Takes the last click back while it is held back; gives what holds then. */
  undoAnswer(card: CardRef): UndoneView;
  /** What the user's calendars say to an invitation; null where they cannot be asked. */
  surroundings(card: CardRef): SurroundingsView | null;
  /** Makes a calendar on this computer; false where that cannot be. */
  makeCalendar(name: string): boolean;
  /** Calendar and record as they were before the last click. */
  undoCalendar(card: CardRef): OutcomeView | null;
  /** The calendar once more, after it failed; the answer that left is left alone. */
  applyAgain(card: CardRef): OutcomeView | null;
  /** Moves the message of a card to Trash; false where that cannot be. Nobody is told. */
  deleteMessage(card: CardRef): boolean;
  openLink(url: string): void;
  /** Shows the message with this Message-ID; false where it is in no folder. */
  openMessage(headerMessageId: string): boolean;
  /** Every event and occurrence that is known, for the page of all invitations. */
  listInvitations(): readonly ListedInvitation[];
  /** The message with this Message-ID; "no-message" where it is in no folder. */
  inspectListed(headerMessageId: string): MessageView;
  /** A made-up invitation, for the first page. */
  inspectSample(): MessageView;
  /** From a message's own tab: what to warn of there, null for nothing. */
  banner(): BannerView | null;
  /** From a message's own tab: opens the popup of the message-display action. */
  openCard(): void;
  readOptions(): OptionsView;
  changeSetting(change: SettingsChange): ChangeResult;
  /** All settings as on the first day. */
  resetSettings(): OptionsView;
  /** The servers that recent mail of the inboxes names in Authentication-Results. */
  offerAuthserv(): readonly AuthservOffer[];
  /** The record as text, in the format of the command line's `--ledger`. */
  exportLedger(): string;
  /** What importing such a text would do. */
  previewImport(text: string): ImportView;
  importLedger(text: string): ImportView;
  /** Imports what the other edition knows; null where it cannot be asked. */
  takeOver(): ImportView | null;
  /** Whether what is found out is kept. */
  readMemory(): MemoryState;
  /** Keeps it again; what was lost is read from the mail. */
  mendMemory(): MemoryState;
  /** How far the reading of the mail that is already there has come. */
  readScan(): ScanView;
  /** The accounts and folders that can be read, with the number of messages in each. */
  readScanAccounts(): readonly ScanAccount[];
  /** From the beginning, as the settings say. */
  startScan(): ScanView;
  pauseScan(): ScanView;
  /** After a pause; after the end: what could not be read then. */
  resumeScan(): ScanView;
  cancelScan(): ScanView;
  /** All events and answers but those on their way. */
  forgetEvents(): void;
  /** One event, with its answers but those on their way. */
  forgetEvent(uid: string): void;
  /** The first events whose title, organizer or UID contains the text. */
  findEvents(text: string): readonly FoundEvent[];
}

export type RequestName = keyof Protocol;

export interface Request<Name extends RequestName = RequestName> {
  readonly request: Name;
  readonly arguments: Parameters<Protocol[Name]>;
}

/** An error keeps its text on the way, nothing else. */
export type Response<Name extends RequestName = RequestName> =
  | { readonly ok: true; readonly value: ReturnType<Protocol[Name]> }
  | { readonly ok: false; readonly message: string };
