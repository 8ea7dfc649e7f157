import type { FactEntry } from "./fact.ts";

/** Whom a CANCEL takes out: the event itself, the user alone, or only others. */
export type Cancellation = "event" | "user" | "others";

interface Person {
  /** The address, in lower case, is the user's. */
  readonly isUser: (address: string) => boolean;
  readonly knowsUser: boolean;
  readonly organizer: string;
}

/**
 * RFC 5546 §3.2.5: a CANCEL for some attendees names just them and leaves STATUS away. `last` is
 * the version it ends, null where none is known.
 */
export function readCancellation(
  cancel: FactEntry,
  last: FactEntry | null,
  person: Person,
): Cancellation {
  if (cancel.attendees.length === 0 || !person.knowsUser) {
    return "event";
  }
  if (!cancel.attendees.some(person.isUser)) {
    return namesOnlyOthers(cancel, last, person) ? "others" : "event";
  }
  return !cancel.cancelled && leavesSomebodyOut(cancel, last, person) ? "user" : "event";
}

/**
 * The whole event is cancelled, whomever the CANCEL names, when the user cannot be found in the
 * version before either: then he was invited by an address that nobody told us of. An organizer who
 * takes part is not named when he cancels.
 */
function namesOnlyOthers(
  cancel: FactEntry,
  last: FactEntry | null,
  { isUser, organizer }: Person,
): boolean {
  const wasInvited = last?.attendees.some((address) => address !== organizer && isUser(address));
  return wasInvited === true || !cancel.cancelled;
}

function leavesSomebodyOut(
  cancel: FactEntry,
  last: FactEntry | null,
  { isUser, organizer }: Person,
): boolean {
  const excused = new Set([...cancel.attendees, organizer]);
  return last?.attendees.some((address) => !excused.has(address) && !isUser(address)) === true;
}
