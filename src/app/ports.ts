import type { Decision, Fact, Memory } from "../core/itip/fact.ts";
import type { Ledger } from "../core/itip/ledger.ts";
import type { VerifiedSignature } from "../core/people/signature.ts";
import type { Reader } from "../core/words/translate.ts";
import type { IndexedInvitation } from "./indexed-invitation.ts";
import type { Intent } from "./intent.ts";

/*
 * What the use cases need of the world. Named for what is wanted, not for the API that gives it.
 */

/** A message as Thunderbird keeps it. */
export interface StoredMessage {
  readonly messageId: number;
  /** Without angle brackets; Thunderbird makes one up where there is none. */
  readonly headerMessageId: string;
  readonly isJunk: boolean;
  /** Null for an opened .eml file. */
  readonly folder: {
    readonly id: string;
    readonly accountId: string;
    readonly specialUse: readonly string[];
  } | null;
}

export interface Mailbox {
  /** The exact bytes; rejects when the message cannot be read. */
  readRaw(messageId: number): Promise<Uint8Array>;
  /** The same with what is encrypted in it opened; null where it cannot be, or must not. */
  readDecrypted(messageId: number): Promise<Uint8Array | null>;
  read(messageId: number): Promise<StoredMessage>;
  readDisplayed(tabId: number): Promise<StoredMessage | null>;
  /** Every copy of the message with this Message-ID, in whichever folder. */
  find(headerMessageId: string): Promise<readonly StoredMessage[]>;
}

/** Of what was answered how. */
export type MessageTag = "accepted" | "tentative" | "declined" | "answered";

/** What is done to a message of the user's. */
export interface Marks {
  markRead(messageId: number): Promise<void>;
  /** Its other tags stay, but those among `all`. */
  tag(messageId: number, tag: MessageTag, all: readonly MessageTag[]): Promise<void>;
  /** Into Trash; never deleted for good. */
  trash(messageId: number): Promise<void>;
}

export interface Signatures {
  /** Who signed a message that says it is signed with S/MIME; never rejects. */
  verify(messageId: number): Promise<VerifiedSignature>;
}

export interface Inboxes {
  /** The newest messages of all inboxes together, the newest first. */
  newest(count: number): Promise<readonly number[]>;
}

export interface Identity {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly accountId: string;
  /** Further addresses whose invitations it answers. */
  readonly aliases?: readonly string[];
}

export interface Identities {
  /** The default identity first. */
  list(): Promise<readonly Identity[]>;
}

/** What is known of events, and what the user decided. */
export interface Memories {
  recall(uid: string): Promise<Memory>;
  /** What one message says; `place` is null for an opened file. */
  remember(facts: readonly Fact[], place: Place | null): Promise<void>;
  decide(decision: Decision): Promise<void>;
  /** As if it had not been decided. */
  undecide(decision: Decision): Promise<void>;
}

/** Whether what is found out and answered is kept. */
export type MemoryState =
  | "kept"
  /** There is no room left to write. */
  | "full"
  /** A newer version of this add-on has written it. */
  | "newer"
  /** It cannot be read. */
  | "damaged"
  /** Kept from now on; Thunderbird found what was there before damaged and threw it away. */
  | "lost";

/** The state of the record itself. */
export interface Keeping {
  state(): Promise<MemoryState>;
  /** Keeps again, as far as that can be: what can still be read, and what was found out meanwhile. */
  mend(): Promise<void>;
}

/** What the list of all invitations shows: derived from messages, beside the record of facts. */
export interface InvitationIndex {
  /** Keeps them in place of what was kept under the same keys. */
  put(indexed: readonly IndexedInvitation[]): Promise<void>;
  /** Changes those of one UID. */
  change(uid: string, edit: (one: IndexedInvitation) => IndexedInvitation): Promise<void>;
  all(): Promise<readonly IndexedInvitation[]>;
  /** Removes those of all other UIDs. */
  keepOnly(uids: ReadonlySet<string>): Promise<void>;
}

/** Where a message lies. */
export interface Place {
  readonly headerMessageId: string;
  readonly folderId: string;
}

/** Where the messages are that something is known from. */
export interface Places {
  /** The folders that hold it; none where it was deleted for good, or nothing is known from it. */
  find(headerMessageId: string): Promise<readonly string[]>;
  /** It was moved, copied (`from` is null) or deleted (`to` is null); false: nothing is known from it. */
  move(
    headerMessageId: string,
    way: { readonly from: string | null; readonly to: string | null },
  ): Promise<boolean>;
}

/** The record as a whole: for export, import and forgetting. */
export interface Archive {
  /** How many events are known. */
  count(): Promise<number>;
  uids(): Promise<readonly string[]>;
  all(): Promise<Ledger>;
  /** Adds to what is known, all of it or nothing. */
  merge(ledger: Ledger): Promise<void>;
  /** Forgets all events, and the clicks whose outcome is known. */
  clear(): Promise<void>;
  /** The same for one event. */
  forget(uid: string): Promise<void>;
  /** Folds up to `count` events of what was over before the limit; gives how many there were. */
  fold(limit: number, count: number): Promise<number>;
  /** Events whose title, organizer or UID contains the text, up to `count`. */
  find(text: string, count: number): Promise<readonly FoundEvent[]>;
}

/** One event as the list of found ones shows it. */
export interface FoundEvent {
  readonly uid: string;
  /** "" where none is kept. */
  readonly title: string;
  /** Addresses, lower case. */
  readonly organizers: readonly string[];
  /** Time key; "" where none is kept. */
  readonly start: string;
}

/** What a new click is held against, in the transaction that writes it down. */
export interface Seen {
  /** The last click on the same card. */
  readonly last: Intent | null;
  /** What is kept under the same id: a draft that is sent now. */
  readonly same: Intent | null;
  /** Clicks of the last minute (`PACE_PERIOD`) on all cards. */
  readonly recent: readonly Intent[];
}

/**
 * - new: it counts;
 * - instead: it counts, and the last one on the same card never was;
 * - settled: the last one holds;
 * - too-many: it is refused, and nothing of it is written down.
 */
export type Claim = "new" | "instead" | "settled" | "too-many";

export interface Intents {
  /**
   * Writes a click down as `judge` finds; both in one transaction, so that of several fast clicks
   * one counts. Gives the intent that holds: the new one, or the last.
   */
  claim(
    intent: Intent,
    judge: (seen: Seen) => Claim,
  ): Promise<{ readonly intent: Intent; readonly claim: Claim }>;
  /** The last click on a card, or the last before a moment. */
  last(card: string, before?: number): Promise<Intent | null>;
  get(id: string): Promise<Intent | null>;
  /** The last clicks on an event, in whichever message: the newest first, up to `count`. */
  ofEvent(uid: string, count: number): Promise<readonly Intent[]>;
  /** The newest that holds a letter with this Message-ID. */
  ofLetter(headerMessageId: string): Promise<Intent | null>;
  update(intent: Intent): Promise<void>;
  /** Changes one in a transaction; null removes it. Gives what is kept then. */
  exchange(id: string, change: (current: Intent) => Intent | null): Promise<Intent | null>;
  /** Those whose outcome was not yet known. */
  unfinished(): Promise<readonly Intent[]>;
  /** By card, those last clicks of which it is not known that they did what they should. */
  unsettled(): Promise<ReadonlyMap<string, Intent["state"]>>;
}

/** A finished message. */
export interface Outgoing {
  readonly identityId: string;
  readonly bytes: Uint8Array;
  /** Its Message-ID, without angle brackets. */
  readonly headerMessageId: string;
  /** A copy is kept in Sent, as the identity says. */
  readonly isCopied: boolean;
}

/** What became of it; unknown: it left the Outbox, but there is no copy in Sent. */
export type Sending =
  | { readonly kind: "sent" | "queued" | "unknown" }
  | { readonly kind: "failed"; readonly reason: string; readonly status: string };

export interface Transport {
  readonly name: "native" | "outbox";
  send(outgoing: Outgoing): Promise<Sending>;
}

/** The roads that there are; some have no other than the Outbox. */
export interface Transports {
  readonly atOnce: Transport | null;
  readonly outbox: Transport;
}

/** Where a message of ours is now. */
export type Whereabouts = "sent" | "waiting" | "nowhere";

export interface SentMessages {
  find(headerMessageId: string): Promise<Whereabouts>;
  /** The Message-IDs of what lies in the Outbox. */
  waiting(): Promise<readonly string[]>;
  /** Takes a message that still waits out of the Outbox; false when it is not there (any more). */
  withdraw(headerMessageId: string): Promise<boolean>;
}

/** Thunderbird's own window for writing. */
export interface Composer {
  open(draft: {
    readonly messageId: number;
    readonly identityId: string;
    readonly to: string;
    readonly subject: string;
    readonly text: string;
    /** Comes back with what the user made of it. */
    readonly reference: string;
  }): Promise<void>;
}

/** Rings also where the event page was ended meanwhile; not where Thunderbird was. */
export interface Alarms {
  /** Rings with this id at a moment (milliseconds since 1970). */
  set(id: string, at: number): Promise<void>;
  clear(id: string): Promise<void>;
}

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** How far local time is ahead of UTC, in minutes. */
  offsetMinutes(): number;
}

export interface Settings {
  /** Addresses that reach the user besides his identities. */
  readonly aliases: readonly string[];
  /** By such an address, that of the identity which answers its invitations. */
  readonly aliasIdentities: Readonly<Record<string, string>>;
  /** Whose Authentication-Results is believed; null: nobody's. */
  readonly authserv: string | null;
  /** How long an answer can be taken back before it leaves; 0: not at all. */
  readonly undoSeconds: number;
  /** Every answer is shown before it leaves, and takes a second click. */
  readonly askBeforeSending: boolean;
  /** Answers are written in the composer, unless the user says otherwise. */
  readonly alwaysEdit: boolean;
  /** Attach the answer once more as application/ics. */
  readonly attachCopy: boolean;
  /** How an answer leaves, where there is a choice. */
  readonly transport: "now" | "outbox";
  /** Whether what leaves at once is copied to Sent. */
  readonly sentCopies: "identity" | "never";
  /** What becomes of a message that was answered. */
  readonly markRead: boolean;
  readonly tagAnswered: boolean;
  readonly trashAnswered: boolean;
  /** What is told outside of all windows. */
  readonly notifyCancelled: boolean;
  readonly notifyChanged: boolean;
  readonly notifyNotLeft: boolean;
  /** By identity, the calendar that its invitations go into; "none" for none. */
  readonly calendars: Readonly<Record<string, string>>;
  readonly declinedEvents: "keep" | "remove";
  readonly cancelledEvents: "mark" | "remove";
  /** Thunderbird's own bar above invitations is not shown while this add-on runs. */
  readonly hideBuiltInBar: boolean;
  /** The user's own sentences for comments. */
  readonly templates: readonly string[];
  /** Of subject and text: the user's, or the one that the invitation names (RFC 5545 §3.2.10). */
  readonly replyLanguage: "user" | "invitation";
  /** How far back the mail is read that is already there; 0: all of it. */
  readonly scanMonths: number;
  /** Ids of accounts and folders that are not read. */
  readonly scanLeftOut: readonly string[];
  /** How long after its end an event is kept in full; 0: always. */
  readonly retentionMonths: number;
}

/** Where the settings are kept; nothing in it is trusted to be of the right kind. */
export interface SettingsStore {
  read(): Promise<{
    /** What the user chose. */
    readonly stored: Readonly<Record<string, unknown>>;
    /** What an administrator set. */
    readonly managed: Readonly<Record<string, unknown>>;
  }>;
  write(values: Partial<Settings>): Promise<void>;
  /** What the user chose for these is forgotten. */
  remove(names: readonly (keyof Settings)[]): Promise<void>;
}

/** A calendar of Thunderbird's. */
export interface CalendarInfo {
  readonly id: string;
  readonly name: string;
  /** Such as "#3366cc". */
  readonly color: string;
  /** Such as "storage", "caldav", "ics". */
  readonly type: string;
  readonly isReadOnly: boolean;
  readonly isDisabled: boolean;
  /** The address that it organizes and attends as; null when it has none. */
  readonly email: string | null;
  /** Its server sends iTIP messages itself when an item changes (RFC 6638). */
  readonly schedules: boolean;
}

/** One event with all its instances, as a VCALENDAR text with the zones that it uses. */
export interface CalendarEvent {
  readonly calendarId: string;
  readonly text: string;
  /** Thunderbird has it, its server has not heard of it yet. */
  readonly isWaiting: boolean;
}

/** What became of a change; waiting: Thunderbird has it, its server gets it when it is online. */
export type CalendarWrite =
  | { readonly kind: "written" | "waiting" }
  | {
      readonly kind: "failed";
      readonly because: "read-only" | "offline" | "refused" | "missing" | "unknown";
      /** Thunderbird's or the server's words; "" where there are none. */
      readonly detail: string;
    };

export interface BusyTime {
  readonly calendarId: string;
  readonly uid: string;
  readonly title: string;
  /** Milliseconds since 1970; of an all-day event midnight in the user's zone. */
  readonly start: number;
  readonly end: number;
  readonly isAllDay: boolean;
  readonly status: "busy" | "tentative";
}

export interface Calendars {
  list(): Promise<readonly CalendarInfo[]>;
  /** In all enabled calendars. */
  find(uid: string): Promise<readonly CalendarEvent[]>;
  /** Adds the event, or takes the place of the one with its UID. */
  put(calendarId: string, text: string): Promise<CalendarWrite>;
  remove(calendarId: string, uid: string): Promise<CalendarWrite>;
  /** Milliseconds since 1970; recurrences expanded, transparent and cancelled events left out. */
  busy(from: number, to: number): Promise<readonly BusyTime[]>;
  /** Makes a calendar on this computer. */
  create(name: string): Promise<CalendarInfo>;
}

/** The permissions that the user gave, by their names. */
export type Granted = ReadonlySet<string>;

/** Everything that the use cases are given. */
export interface World {
  readonly mailbox: Mailbox;
  readonly marks: Marks;
  /** Some settings do nothing without one. */
  readonly granted: () => Promise<Granted>;
  readonly signatures: Signatures;
  readonly identities: Identities;
  readonly memories: Memories;
  readonly index: InvitationIndex;
  readonly intents: Intents;
  readonly transports: Transports;
  readonly sentMessages: SentMessages;
  readonly composer: Composer;
  /** Null where Thunderbird's calendars cannot be reached. */
  readonly calendars: () => Promise<Calendars | null>;
  readonly clock: Clock;
  readonly alarms: Alarms;
  readonly settings: () => Promise<Settings>;
  /** Remembers which calendar an identity's invitations go into. */
  readonly chooseCalendar: (identityId: string, calendarId: string) => Promise<void>;
  readonly reader: () => Reader;
  /** The user as if he read the first of these languages (tags) that there are texts in; else his. */
  readonly readerIn: (languages: readonly string[]) => Promise<Reader>;
  /** Random, never given twice. */
  readonly newId: () => string;
}
