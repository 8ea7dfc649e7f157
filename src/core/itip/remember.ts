import type { Me } from "../people/me.ts";
import { replier, type Sender } from "../people/sender.ts";
import { organizerKey, writtenAddress } from "./calendar-user.ts";
import { FUTURE, SERIES, type Fact, type FactEntry, type SenderStanding } from "./fact.ts";
import type { Entry, Invitation } from "./invitation.ts";
import { ATTENDEE_METHODS } from "./methods.ts";
import { snapshotOf } from "./snapshot.ts";
import { timeKey } from "./time-key.ts";

/** What is not in the object itself but belongs to the fact. */
export interface Occasion {
  readonly source: string;
  /** The Date header, milliseconds since 1970. */
  readonly date: number | null;
  readonly sender: Sender;
  readonly standing: SenderStanding;
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
    sender: occasion.standing,
    doubtful: occasion.doubtful,
    entries: entries.map((entry) => factEntry(entry, invitation, occasion)),
  };
}

/** As `Me` finds it; own messages count as the user's (contract: "Applied"). */
export function standingOf(sender: Sender, isOwn: boolean): SenderStanding {
  if (isOwn) {
    return "own";
  }
  switch (sender.relation) {
    case "self":
    case "sent-by":
    case "service":
      return "verified";
    case "reply-to":
    case "attendee":
    case "forward":
    case "list":
      return "vouched";
    case "none":
      return sender.address === null ? "verified" : "vouched";
    case "stranger":
      return "stranger";
  }
}

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
  if (method === "ADD") {
    return timeKey(entry.start);
  }
  const key = entry.recurrenceId === null ? SERIES : timeKey(entry.recurrenceId);
  return entry.thisAndFuture ? `${key}${FUTURE}` : key;
}

/** The user's address in the event, lower case, as `readCancellation` compares it. */
export function userKey(me: Me): string | null {
  return me.attendee === null ? null : writtenAddress(me.attendee).toLowerCase();
}
