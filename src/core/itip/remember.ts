import type { Me } from "../people/me.ts";
import { replier, type Sender, type SenderRelation } from "../people/sender.ts";
import { organizerKey, writtenAddress } from "./calendar-user.ts";
import type { Fact, FactEntry, SenderStanding } from "./fact.ts";
import type { Entry, Invitation } from "./invitation.ts";
import { ATTENDEE_METHODS } from "./methods.ts";
import { occurrenceKey } from "./occurrence-key.ts";
import { snapshotOf } from "./snapshot.ts";
import { timeKey } from "./time-key.ts";

/** What is not in the object itself but belongs to the fact. */
export interface Occasion {
  readonly source: string;
  /** The Date header, milliseconds since 1970. */
  readonly date: number | null;
  readonly sender: Sender;
  /** From is one of the user's addresses. */
  readonly isOwn: boolean;
  /** The user's server says that From is not true. */
  readonly isRefuted: boolean;
  readonly doubtful: boolean;
}

/** What will be remembered of an invitation. Only one with a UID is ever kept. */
export function factOf(invitation: Invitation, occasion: Occasion): Fact {
  const { main, instances } = invitation;
  const entries = main === null ? [] : [main, ...instances];
  return {
    source: occasion.source,
    uid: invitation.uid ?? "",
    organizer: organizerKey(main?.organizer ?? null),
    method: invitation.method ?? "PUBLISH",
    date: occasion.date,
    from: occasion.sender.address?.toLowerCase() ?? "",
    sender: standingOf(occasion),
    doubtful: occasion.doubtful,
    entries: entries.map((entry) => factEntry(entry, invitation, occasion)),
  };
}

function standingOf({ sender, isOwn, isRefuted }: Occasion): SenderStanding {
  if (isRefuted) {
    return "refuted";
  }
  // A file that no message brought was opened by the user himself.
  const isFile = sender.address === null;
  const standing = isFile ? "verified" : STANDINGS[sender.relation];
  return isOwn && MINE.includes(sender.relation) ? "own" : standing;
}

const STANDINGS: Readonly<Record<SenderRelation, SenderStanding>> = {
  self: "verified",
  "sent-by": "verified",
  service: "verified",
  "reply-to": "vouched",
  attendee: "vouched",
  forward: "vouched",
  list: "vouched",
  none: "vouched",
  stranger: "stranger",
};

/** What the user passes on of others does not become his own. */
const MINE: readonly SenderRelation[] = ["self", "sent-by", "service", "none"];

function factEntry(entry: Entry, invitation: Invitation, { date, sender }: Occasion): FactEntry {
  const author = ATTENDEE_METHODS.includes(invitation.method ?? "")
    ? replier(invitation, sender.address)
    : null;
  return {
    recurrenceId: entryKey(entry, invitation.method),
    sequence: entry.sequence,
    dtstamp: entry.dtstamp ?? date,
    snapshot: snapshotOf(entry),
    attendees: entry.attendees.map((attendee) => writtenAddress(attendee).toLowerCase()),
    author: author === null ? null : writtenAddress(author).toLowerCase(),
    partstat: author?.partstat ?? null,
    cancelled: entry.status === "CANCELLED",
  };
}

/** An ADD is kept as an instance named by its DTSTART (contract: "Series and instances"). */
export function entryKey(entry: Entry, method: string | null): string {
  return method === "ADD" ? timeKey(entry.start) : occurrenceKey(entry);
}

/** The user's address in the event, lower case, as `readCancellation` compares it. */
export function userKey(me: Me): string | null {
  return me.attendee === null ? null : writtenAddress(me.attendee).toLowerCase();
}
