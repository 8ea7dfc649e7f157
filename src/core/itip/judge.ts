import { findDuplicate, withoutDuplicates } from "./duplicate.ts";
import type { FactEntry } from "./fact.ts";
import { judgeAnswer } from "./judge-answer.ts";
import { judgeRequest } from "./judge-request.ts";
import type { Known } from "./known.ts";
import { compareLine, type KnownVersion } from "./known-version.ts";
import { cancellationBy, isEventKnown, lastCancellation, newerVersion } from "./line.ts";
import type { EntryStanding, Standing, Subject } from "./standing.ts";
import type { State } from "./state.ts";

/** Places a message among what is known (contract: "States", "Versions", "Series and instances"). */
export function judge(subject: Subject, known: Known): Standing {
  const [main, ...instances] = subject.fact.entries;
  if (!subject.usable || main === undefined) {
    return { ...plain("", "unusable"), instances: [], known };
  }
  const standing = judgeEntry(subject, main, known);
  const others = instances.map((entry) => judgeEntry(subject, entry, known));
  return { ...withInstances(standing, others), instances: others, known };
}

/** The series alone says nothing new, but its message does: it is no duplicate of the other. */
function withInstances(main: EntryStanding, instances: readonly EntryStanding[]): EntryStanding {
  const states = new Set(instances.map(({ state }) => state));
  if (main.state !== "duplicate") {
    return main;
  }
  if (states.has("new") || states.has("update")) {
    return { ...main, state: "update" };
  }
  const told = (["minor-update", "added"] as const).find((state) => states.has(state));
  return told === undefined ? main : { ...main, state: told };
}

function judgeEntry(subject: Subject, entry: FactEntry, known: Known): EntryStanding {
  if (subject.isFile) {
    return plain(entry.recurrenceId, "published");
  }
  switch (subject.fact.method) {
    case "REPLY":
    case "COUNTER":
    case "REFRESH":
      return judgeAnswer(subject, entry, known);
    case "DECLINECOUNTER":
      return judgeDeclinedCounter(subject, entry, known);
    default:
      return judgeLine(subject, entry, known);
  }
}

/** REQUEST, PUBLISH, ADD and CANCEL. */
function judgeLine(subject: Subject, entry: FactEntry, known: Known): EntryStanding {
  const { method } = subject.fact;
  if ((method === "CANCEL" || method === "ADD") && !isEventKnown(known)) {
    return plain(entry.recurrenceId, "unknown-event");
  }
  const line = withoutDuplicates(subject, entry, known.line);
  const cancelledBy = lastCancellation(subject, entry, line);
  if (cancelledBy !== null && !revives(method, entry, cancelledBy)) {
    return { ...plain(entry.recurrenceId, "stale"), against: cancelledBy, cancelledBy };
  }
  const newer = newerVersion(subject, entry, line);
  if (newer !== null) {
    return { ...plain(entry.recurrenceId, "stale"), against: newer };
  }
  const twin = findDuplicate(subject, entry, line);
  if (twin !== null) {
    return { ...plain(entry.recurrenceId, "duplicate"), against: twin };
  }
  return judgeByMethod(subject, entry, { line, revoked: cancelledBy });
}

/** A cancelled event comes back by a REQUEST of a later version, and by nothing else. */
function revives(method: string, entry: FactEntry, cancel: KnownVersion): boolean {
  return method === "REQUEST" && compareLine({ ...entry, method }, cancel) > 0;
}

interface History {
  readonly line: readonly KnownVersion[];
  /** The CANCEL that the message takes back. */
  readonly revoked: KnownVersion | null;
}

function judgeByMethod(
  subject: Subject,
  entry: FactEntry,
  { line, revoked }: History,
): EntryStanding {
  switch (subject.fact.method) {
    case "CANCEL":
      return plain(entry.recurrenceId, CANCEL_STATES[cancellationBy(subject, entry, line)]);
    case "ADD":
      return plain(entry.recurrenceId, "added");
    case "PUBLISH":
      return plain(entry.recurrenceId, "published");
    default:
      return judgeRequest(entry, line, revoked);
  }
}

const CANCEL_STATES = {
  event: "cancelled",
  user: "removed",
  others: "minor-update",
} as const;

function judgeDeclinedCounter(subject: Subject, entry: FactEntry, known: Known): EntryStanding {
  if (!isEventKnown(known)) {
    return plain(entry.recurrenceId, "unknown-event");
  }
  const cancelledBy = lastCancellation(subject, entry, known.line);
  if (cancelledBy !== null) {
    return { ...plain(entry.recurrenceId, "stale"), against: cancelledBy, cancelledBy };
  }
  const twin = findDuplicate(subject, entry, known.answers);
  return twin === null
    ? plain(entry.recurrenceId, "counter-declined")
    : { ...plain(entry.recurrenceId, "duplicate"), against: twin };
}

function plain(recurrenceId: string, state: State): EntryStanding {
  return { recurrenceId, state, changes: [], against: null, cancelledBy: null };
}
