import type { ConfirmReason, FirstClick } from "../core/answer/second-click.ts";
import type { CalendarTime } from "../core/calendar/time.ts";
import type { Action } from "../core/itip/actions.ts";
import type { Answered } from "../core/itip/answered.ts";
import type { Change } from "../core/itip/snapshot.ts";
import type { State } from "../core/itip/state.ts";
import type { Version } from "../core/itip/version.ts";
import type { MatchedBy, Role } from "../core/people/me.ts";
import type { SenderRelation } from "../core/people/sender.ts";
import type { Signature } from "../core/people/signature.ts";
import type { Finding } from "../core/rules/rule.ts";
import type { Verdict } from "../core/verdict.ts";

/*
 * What a page shows of a message. Everything here crosses a message port, so it is plain data:
 * numbers, strings, arrays and objects (docs/architecture.md).
 */

/** Which card of which message; enough to find it again after the background was ended. */
export interface CardRef {
  /** Thunderbird's id of the message, good until the next start. */
  readonly messageId: number;
  /** Its Message-ID, or a fingerprint where there is none: what the clicks are kept under. */
  readonly source: string;
  /** Position among the message's cards, from 0. */
  readonly index: number;
  readonly uid: string | null;
  /** As the contract's record prints it; null for a series or a single event. */
  readonly recurrenceId: string | null;
  /** The occurrence of the card's series that alone is meant (a time key); null: all of it. */
  readonly occurrence: string | null;
}

export interface PersonView {
  readonly name: string | null;
  readonly address: string | null;
}

export interface AttendeeView extends PersonView {
  /** Upper case: "ACCEPTED", "NEEDS-ACTION" … */
  readonly partstat: string;
  /** Upper case: "REQ-PARTICIPANT", "OPT-PARTICIPANT", "CHAIR", "NON-PARTICIPANT". */
  readonly participation: string;
  /** Upper case: "INDIVIDUAL", "GROUP", "RESOURCE", "ROOM". */
  readonly cutype: string;
  readonly isMe: boolean;
  readonly delegatedTo: readonly string[];
}

export interface AuthorView extends PersonView {
  readonly partstat: string;
}

/** A finding with what its sentence needs, so that a page does not load the rules. */
export interface FindingView extends Finding {
  /** Names in `data` that fill $1, $2 … */
  readonly placeholders: readonly string[];
  /** "RFC 5546 §3.2.2". */
  readonly clause: string;
}

/** A changed occurrence of the series on the same card. */
export interface InstanceView {
  readonly recurrenceId: CalendarTime;
  readonly start: CalendarTime | null;
  readonly end: CalendarTime | null;
  readonly allDay: boolean;
  readonly state: State;
  readonly changes: readonly Change[];
}

/** One occurrence of a series, to be answered by itself. */
export interface OccurrenceView {
  /** Its RECURRENCE-ID as a time key. */
  readonly key: string;
  /** When it takes place, as a time key. */
  readonly start: string;
  /** What the user said to it alone. */
  readonly answered: Answered | null;
}

export interface OccurrencesView {
  readonly shown: readonly OccurrenceView[];
  readonly hasMore: boolean;
}

/** A link to join the event, already judged: https, its real host shown. */
export interface JoinLink {
  readonly url: string;
  readonly host: string;
}

/** One of the user's addresses that an answer may leave from. */
export interface IdentityView {
  readonly id: string;
  readonly name: string;
  readonly address: string;
  /** The invitation names it as an attendee. */
  readonly isInvited: boolean;
}

/** What became of a click. */
export interface OutcomeView {
  readonly state: "pending" | "queued" | "sent" | "recorded" | "failed" | "unknown";
  readonly action: Action;
  /** Milliseconds since 1970: of the click while pending or unknown, else of the state's beginning. */
  readonly since: number;
  /** Whom the answer goes or went to; null where nothing is sent. */
  readonly to: string | null;
  /** The server's or Thunderbird's words on a failure. */
  readonly reason: string | null;
  /** Message-ID of the reply, without angle brackets. */
  readonly messageId: string | null;
  /** The composer is open ("Edit before sending"). */
  readonly isEditing: boolean;
  /** The Outbox empties by itself; null where that is not known (yet) or nothing waits there. */
  readonly leavesByItself: boolean | null;
  /** Milliseconds since 1970: until then it can be taken back; null: it is not held back. */
  readonly leavesAt: number | null;
  /** The same can be sent once more: it did not leave, or nobody knows. */
  readonly canResend: boolean;
  /** What became of the event in the user's calendar; null where no calendar is concerned. */
  readonly calendar: CalendarOutcome | null;
  /** The user's answer once it is carried out; null where it is none, or was taken back. */
  readonly partstat: string | null;
}

/** What became of taking a click back. */
export interface UndoneView {
  /** False: it had left already, or was never held back. */
  readonly isUndone: boolean;
  /** What holds now: of the click before, where there was one. */
  readonly outcome: OutcomeView | null;
}

/** What a click did to a calendar. */
export interface CalendarOutcome {
  /** The calendar's. */
  readonly name: string;
  readonly state:
    /** Not yet carried out. */
    | "planned"
    | "written"
    | "removed"
    /** Thunderbird has it, its server gets it when it is online. */
    | "waiting"
    /** It says so already, or holds something newer. */
    | "unchanged"
    | "failed"
    /** As it was before the click. */
    | "undone";
  readonly because: "read-only" | "offline" | "refused" | "missing" | "unknown" | null;
  /** The server's or Thunderbird's words; "" where there are none. */
  readonly detail: string;
  /** Whom the calendar's server tells of the answer; null where it tells nobody. */
  readonly to: string | null;
}

/** Something that takes the user's time. */
export interface BusyView {
  readonly title: string;
  /** Milliseconds since 1970. */
  readonly start: number;
  readonly end: number;
  readonly isAllDay: boolean;
  readonly status: "busy" | "tentative";
}

/** What the user's calendars say to an invitation before he answers it. */
export interface SurroundingsView {
  /** The calendar that has the event, or that it would go into; null where that is open. */
  readonly calendar: string | null;
  readonly isThere: boolean;
  /** The calendar's server tells the organizer, no mail of ours. */
  readonly serverTells: boolean;
  /** There is one that an event can go into. */
  readonly hasCalendars: boolean;
  /** The day of the next occurrence, from midnight to midnight; null where it has no time. */
  readonly day: {
    readonly start: number;
    readonly end: number;
    readonly event: { readonly start: number; readonly end: number };
    readonly busy: readonly BusyView[];
  } | null;
  readonly conflicts: readonly {
    readonly busy: BusyView;
    readonly relation: "overlaps" | "adjacent";
  }[];
  /** How many occurrences were looked at. */
  readonly occurrences: number;
}

/** One of the calendars that an event can go into. */
export interface CalendarChoice {
  readonly id: string;
  readonly name: string;
  /** Such as "#3366cc". */
  readonly color: string;
}

/** The newer version that makes this one stale, or the message that this one repeats. */
export interface KnownVersionView extends Version {
  /** Message-ID without angle brackets; null where it came from a calendar. */
  readonly headerMessageId: string | null;
}

/** One invitation of a message. */
export interface CardView {
  readonly ref: CardRef;
  readonly part: string | null;
  readonly method: string | null;
  /** "VEVENT", "VTODO" …; null when there is no component. */
  readonly component: string | null;
  readonly sequence: number;
  readonly state: State;
  readonly verdict: Verdict;
  readonly role: Role;

  readonly summary: string | null;
  readonly description: string | null;
  readonly location: string | null;
  readonly joinLink: JoinLink | null;

  readonly start: CalendarTime | null;
  /** As received (exclusive), else from DURATION; a VTODO's DUE. */
  readonly end: CalendarTime | null;
  /** Also midnight to midnight with X-MICROSOFT-CDO-ALLDAYEVENT:TRUE. */
  readonly allDay: boolean;
  /** RECURRENCE-ID of a single occurrence. */
  readonly occurrence: CalendarTime | null;
  /** The occurrence and all that follow (RANGE=THISANDFUTURE). */
  readonly thisAndFuture: boolean;
  /** The series' rule in words, already in the user's language; null where nothing recurs. */
  readonly recurrence: string | null;
  readonly instances: readonly InstanceView[];
  /** The next ones, which can be answered one by one; none of what is no series. */
  readonly occurrences: OccurrencesView;

  readonly organizer: PersonView | null;
  readonly sender: PersonView | null;
  readonly senderRelation: SenderRelation | null;
  /** Inner From of a forwarded message. */
  readonly forwardedFrom: PersonView | null;
  readonly signature: Signature;
  /** The message was. */
  readonly isEncrypted: boolean;
  readonly attendees: readonly AttendeeView[];
  /** Of a REPLY, COUNTER or REFRESH: the attendee who speaks; null for the organizer's methods. */
  readonly author: AuthorView | null;

  /** The matched ATTENDEE as written; the default address for a list; null for a bystander. */
  readonly me: string | null;
  readonly matchedBy: MatchedBy | null;
  /** My PARTSTAT in the message. */
  readonly partstat: string | null;
  readonly answered: Answered | null;
  /** My PARTSTAT in my calendars; null where they do not hold the event or name me. */
  readonly partstatInCalendar: string | null;
  /** Null: nothing is asked of the user. */
  readonly answerNeeded: boolean | null;
  /** The organizer wants to be told; else answers are only recorded, unless the user says otherwise. */
  readonly replyWanted: boolean;

  readonly changes: readonly Change[];
  readonly findings: readonly FindingView[];
  readonly knownVersion: KnownVersionView | null;

  readonly actions: readonly Action[];
  /** Empty: one click answers. */
  readonly confirm: readonly ConfirmReason[];
  /** The composer can be opened for accept, tentative and decline. */
  readonly canEdit: boolean;
  /** The message can be moved to Trash. */
  readonly canDelete: boolean;
  /** It is opened unless the user says otherwise. */
  readonly editFirst: boolean;
  readonly replyTo: string | null;
  /** The first is preselected; empty where no answer can leave. */
  readonly identities: readonly IdentityView[];
  /** The user's own sentences for comments. */
  readonly templates: readonly string[];
  readonly outcome: OutcomeView | null;
}

/** What stands beside a displayed message. */
export type MessageView =
  | {
      readonly kind: "inspected";
      readonly messageId: number;
      readonly verdict: Verdict;
      /** About the message as a whole. */
      readonly findings: readonly FindingView[];
      readonly cards: readonly CardView[];
      /** Why nothing can be answered here; null in an ordinary folder. */
      readonly place: "bounce" | "own-folder" | "junk" | null;
    }
  /** The message was read whole and holds no calendar part. */
  | { readonly kind: "none"; readonly messageId: number }
  | {
      readonly kind: "unreadable";
      readonly messageId: number;
      readonly because: "not-downloaded" | "encrypted" | "failed";
    }
  /** No message is displayed in that tab. */
  | { readonly kind: "no-message" }
  /** The other edition is installed too and does the work. */
  | { readonly kind: "resting" };

/** One click on a card. */
export interface AnswerRequest extends FirstClick {
  readonly card: CardRef;
  readonly comment: string | null;
  /** `IdentityView.id`; null: the card's first. */
  readonly identity: string | null;
  /** The second, informed click. */
  readonly confirmed: boolean;
  /** Id of the calendar that the user chose just now, "none" to answer without; null: not asked. */
  readonly calendar: string | null;
  /** For "record": what to write down; null: keep the event, no answer. */
  readonly partstat: "ACCEPTED" | "TENTATIVE" | "DECLINED" | null;
  /** For "delegate". */
  readonly delegate: string | null;
  /** For "counter": wall times ("2026-12-01T10:00") in the IANA zone they were typed in. */
  readonly counter: {
    readonly start: string;
    readonly end: string;
    readonly timeZone: string;
  } | null;
}

export type AnswerResult =
  | { readonly kind: "outcome"; readonly outcome: OutcomeView }
  /** The background found a reason to ask that the page did not know of, or that was not confirmed. */
  | { readonly kind: "confirm"; readonly reasons: readonly ConfirmReason[] }
  /** Several calendars would do: the same request again, with the one that the user wants. */
  | { readonly kind: "which-calendar"; readonly calendars: readonly CalendarChoice[] }
  /** The card changed meanwhile and does not offer the action any more: inspect again. */
  | { readonly kind: "outdated" };

/** One message that would leave, as its bytes say it. */
export interface LetterView {
  readonly from: PersonView;
  readonly to: PersonView;
  readonly subject: string;
  readonly text: string;
  /** Of the calendar object: "REPLY", "COUNTER", "REFRESH", "REQUEST". */
  readonly method: string;
  /** The calendar object's content lines, unfolded. */
  readonly lines: readonly string[];
  /** The object is attached once more. */
  readonly hasCopy: boolean;
}

/** What a click would send. */
export type PreviewView =
  /** None for what sends nothing. */
  | { readonly kind: "letters"; readonly letters: readonly LetterView[] }
  /** Something is missing, or cannot be written. */
  | { readonly kind: "refused"; readonly reason: string }
  /** The card changed meanwhile: inspect again. */
  | { readonly kind: "outdated" };

/** What the banner in a message warns of. */
export interface BannerView {
  readonly state: State;
  readonly verdict: Verdict;
  /** The most severe finding; null where the state alone is the warning. */
  readonly finding: FindingView | null;
}
