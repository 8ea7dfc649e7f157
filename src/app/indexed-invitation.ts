import type { CalendarTime } from "../core/calendar/time.ts";
import { objections } from "../core/confirm-reasons.ts";
import type { InspectedInvitation, Inspection } from "../core/inspection.ts";
import { writtenAddress } from "../core/itip/calendar-user.ts";
import type { Decision, Fact, FactEntry } from "../core/itip/fact.ts";
import type { CalendarUser, Entry } from "../core/itip/invitation.ts";
import { ATTENDEE_METHODS } from "../core/itip/methods.ts";
import { APPLICABLE_STATES, type State } from "../core/itip/state.ts";
import { isUntold } from "../core/itip/snapshot.ts";
import type { Version } from "../core/itip/version.ts";
import type { Role } from "../core/people/me.ts";
import { replier } from "../core/people/sender.ts";
import type { Verdict } from "../core/verdict.ts";
import type { PersonView } from "./card.ts";
import { cardRef } from "./card-ref.ts";
import { cardKey } from "./intent.ts";

/**
 * What a list shows of one invitation in one message. Derived when the message is inspected, beside
 * the ledger of facts, and made anew whenever the message is inspected again: it may be lost.
 */
export interface IndexedInvitation extends Version {
  /** Of the card, `cardKey`. */
  readonly key: string;
  /** Message-ID, or a fingerprint where there is none. */
  readonly source: string;
  readonly uid: string;
  /** ORGANIZER's address in lower case; "" where it is missing. */
  readonly organizerKey: string;
  /** Time key of the occurrence, "" for a series or a single event. */
  readonly recurrenceId: string;
  readonly method: string;
  /** The Date header, milliseconds since 1970. */
  readonly date: number | null;
  readonly title: string | null;
  readonly start: CalendarTime | null;
  readonly end: CalendarTime | null;
  readonly allDay: boolean;
  readonly repeats: boolean;
  readonly organizer: PersonView | null;
  /** Who answers, of a REPLY, COUNTER or REFRESH. */
  readonly author: (PersonView & { readonly partstat: string }) | null;
  readonly guests: number;
  readonly role: Role;
  readonly state: State;
  readonly verdict: Verdict;
  /** Ids of the rules that are broken, the notices left out. */
  readonly findings: readonly string[];
  readonly answerNeeded: boolean | null;
  /** The user's last answer, as far as it was known. */
  readonly answered: AnswerGiven | null;
  /** It may not be what it says, and the user has not confirmed it. */
  readonly suspicious: boolean;
  /** Its From is the user's own. */
  readonly isOwn: boolean;
  /** Accept, Tentative and Decline are offered, and take one click. */
  readonly canAnswer: boolean;
}

export interface AnswerGiven {
  readonly partstat: string;
  readonly sequence: number;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** Characters of a title that a list shows and searches; the card has all of it. */
const MAX_TITLE = 200;

/** The invitations of a message that a list is to show: those that the ledger remembers. */
export function indexedInvitations(inspection: Inspection): readonly IndexedInvitation[] {
  return inspection.invitations.flatMap((inspected, index) => {
    const { fact } = inspected;
    const entry = fact?.entries[0];
    if (fact === null || entry === undefined) {
      return [];
    }
    const ref = cardRef({ messageId: UNKNOWN, source: inspection.source, index }, inspected);
    return [
      {
        key: cardKey(ref),
        ...identityOf(fact, entry),
        ...contentOf(inspected, entry),
        ...standingOf(inspected),
      },
    ];
  });
}

/** Thunderbird's id is no part of the key: it changes with every start. */
const UNKNOWN = 0;

type Identity = Pick<
  IndexedInvitation,
  | "source"
  | "uid"
  | "organizerKey"
  | "recurrenceId"
  | "method"
  | "sequence"
  | "dtstamp"
  | "date"
  | "isOwn"
>;

function identityOf(fact: Fact, { recurrenceId, sequence, dtstamp }: FactEntry): Identity {
  const { source, uid, organizer, method, date, sender } = fact;
  return {
    source,
    uid,
    organizerKey: organizer,
    recurrenceId,
    method,
    sequence,
    dtstamp,
    date,
    isOwn: sender === "own",
  };
}

type Content = Pick<
  IndexedInvitation,
  "title" | "start" | "end" | "allDay" | "repeats" | "organizer" | "author" | "guests"
>;

/** Texts as the ledger keeps them: where it keeps none, neither does the list (design: encrypted). */
function contentOf(inspected: InspectedInvitation, entry: FactEntry): Content {
  const { snapshot, attendees } = entry;
  const { main } = inspected.invitation;
  const personOf = isUntold(snapshot) ? namelessOf : namedOf;
  return {
    title: snapshot.summary.slice(0, MAX_TITLE) || null,
    ...(main === null ? TIMELESS : timesOf(main, entry)),
    repeats: snapshot.recurrence.length > 0,
    organizer: main?.organizer ? personOf(main.organizer) : null,
    author: authorOf(inspected, personOf),
    guests: attendees.length,
  };
}

type Times = Pick<IndexedInvitation, "start" | "end" | "allDay">;

const TIMELESS: Times = { start: null, end: null, allDay: false };

function timesOf({ start, end, allDay }: Entry, { snapshot }: FactEntry): Times {
  return {
    start: snapshot.start === "" ? null : start,
    end: snapshot.end === "" ? null : end,
    allDay,
  };
}

function authorOf(
  { invitation, situation }: InspectedInvitation,
  personOf: typeof namedOf,
): IndexedInvitation["author"] {
  const isAnswer = ATTENDEE_METHODS.includes(invitation.method ?? "");
  const author = isAnswer ? replier(invitation, situation.sender.address) : null;
  return author === null ? null : { ...personOf(author), partstat: author.partstat };
}

function namedOf(user: CalendarUser): PersonView {
  return { name: user.name, address: writtenAddress(user) };
}

function namelessOf(user: CalendarUser): PersonView {
  return { ...namedOf(user), name: null };
}

type Standing = Pick<
  IndexedInvitation,
  | "role"
  | "state"
  | "verdict"
  | "findings"
  | "answerNeeded"
  | "answered"
  | "suspicious"
  | "canAnswer"
>;

function standingOf(inspected: InspectedInvitation): Standing {
  const { situation, verdict, findings, answerNeeded, actions } = inspected;
  const { state } = situation.standing;
  const { answered } = situation;
  const reasons = objections(inspected);
  return {
    role: situation.me.role,
    state,
    verdict,
    findings: findings.filter(({ severity }) => severity !== "notice").map(({ rule }) => rule),
    answerNeeded,
    answered: answered && {
      partstat: answered.partstat,
      sequence: answered.sequence,
      at: answered.at,
    },
    suspicious: reasons.includes("danger") || isUnconfirmed(inspected),
    canAnswer: actions.includes("accept") && reasons.length === 0,
  };
}

/** It would count, but for what speaks against it (contract: "Applied"). */
function isUnconfirmed({ applied, situation }: InspectedInvitation): boolean {
  return APPLICABLE_STATES.has(situation.standing.state) && !applied;
}

/** With what the user decided about it since: an answer, or Apply. */
export function decidedInvitation(
  indexed: IndexedInvitation,
  { partstat, sequence, at }: Decision,
): IndexedInvitation {
  const confirmed = { ...indexed, suspicious: false };
  return partstat === null
    ? confirmed
    : { ...confirmed, answerNeeded: false, answered: { partstat, sequence, at } };
}

/** Whether a decision was made on this invitation. */
export function isDecidedBy(
  { source, recurrenceId }: IndexedInvitation,
  decision: Decision,
): boolean {
  return source === decision.source && recurrenceId === decision.recurrenceId;
}
