import { findDuplicate, withoutDuplicates } from "./duplicate.ts";
import type { FactEntry } from "./fact.ts";
import { isEventKnown, lastCancellation } from "./line.ts";
import type { Known } from "./known.ts";
import { newestAt } from "./series.ts";
import type { EntryStanding, Subject } from "./standing.ts";
import type { State } from "./state.ts";
import { compareVersions } from "./version.ts";

/** REPLY, COUNTER and REFRESH speak to the organizer; only the first two age by author. */
export function judgeAnswer(subject: Subject, entry: FactEntry, known: Known): EntryStanding {
  const { recurrenceId } = entry;
  const plain = { recurrenceId, changes: [], against: null, cancelledBy: null };
  if (!subject.isOrganizer || !isEventKnown(known)) {
    return { ...plain, state: "unknown-event" };
  }
  const cancelledBy = lastCancellation(subject, entry, known.line);
  if (cancelledBy !== null) {
    return { ...plain, state: "stale", against: cancelledBy, cancelledBy };
  }
  const newer = newerAnswer(subject, entry, known);
  if (newer !== null) {
    return { ...plain, state: "stale", against: newer };
  }
  const twin = findDuplicate(subject, entry, known.answers);
  return twin === null
    ? { ...plain, state: stateOf(subject.fact.method) }
    : { ...plain, state: "duplicate", against: twin };
}

const AGEING: readonly string[] = ["REPLY", "COUNTER"];

/** RFC 5546 §2.1.5: per attendee, and per instance. */
function newerAnswer(
  subject: Subject,
  entry: FactEntry,
  known: Known,
): Known["line"][number] | null {
  if (!AGEING.includes(subject.fact.method)) {
    return null;
  }
  const versions = withoutDuplicates(subject, entry, known.answers).filter(
    ({ method, author }) => AGEING.includes(method) && author === entry.author,
  );
  const newest = newestAt(versions, entry.recurrenceId);
  return newest !== null && compareVersions(newest, entry) > 0 ? newest : null;
}

function stateOf(method: string): State {
  switch (method) {
    case "COUNTER":
      return "counter";
    case "REFRESH":
      return "refresh";
    default:
      return "reply";
  }
}
