import type { FactEntry } from "./fact.ts";

/** Whom a CANCEL takes out: the event itself, the user alone, or only others. */
export type Cancellation = "event" | "user" | "others";

interface Person {
  readonly me: string | null;
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
  const namesUser = person.me !== null && cancel.attendees.includes(person.me);
  if (!namesUser) {
    return namesOnlyOthers(cancel, last, person) ? "others" : "event";
  }
  return !cancel.cancelled && leavesSomebodyOut(cancel, last, person) ? "user" : "event";
}

/**
 * The whole event is cancelled, whomever the CANCEL names, when the user cannot be found in the
 * version before either: then he was invited by an address that nobody told us of.
 */
function namesOnlyOthers(cancel: FactEntry, last: FactEntry | null, person: Person): boolean {
  const wasNamed = last !== null && isNamed(person.me, last);
  return wasNamed || !cancel.cancelled;
}

function isNamed(address: string | null, entry: FactEntry): boolean {
  return address !== null && entry.attendees.includes(address);
}

function leavesSomebodyOut(cancel: FactEntry, last: FactEntry | null, person: Person): boolean {
  const excused = new Set([...cancel.attendees, person.me, person.organizer]);
  return last?.attendees.some((address) => !excused.has(address)) === true;
}
