import { readCancellation, type Cancellation } from "./cancellation.ts";
import { SERIES, type FactEntry } from "./fact.ts";
import type { Known } from "./known.ts";
import { compareLine, type KnownVersion } from "./known-version.ts";
import { isOvertakenBySeries, newestAt, versionsAt } from "./series.ts";
import type { Subject } from "./standing.ts";

/** Something said that the event exists: a CANCEL alone does so only where it is the user's own. */
export function isEventKnown({ line, isOwn }: Known): boolean {
  return isOwn || line.some(({ method }) => method !== "CANCEL");
}

/**
 * The CANCEL that is the last word on this entry or on its series, null when there is none. Only a
 * REQUEST takes one back (contract: "stale"): what a PUBLISH or an ADD says later leaves it standing.
 */
export function lastCancellation(
  subject: Subject,
  entry: FactEntry,
  line: readonly KnownVersion[],
): KnownVersion | null {
  const effective = line.filter(
    (version) =>
      version.method === "REQUEST" ||
      (version.method === "CANCEL" && cancellationBy(subject, version, line) !== "others"),
  );
  const own = newestAt(effective, entry.recurrenceId);
  const series = newestAt(effective, SERIES);
  const last = series !== null && (own === null || compareLine(series, own) >= 0) ? series : own;
  return (
    [last, own].find(
      (version) => version?.method === "CANCEL" && !isRevoked(version, entry, line),
    ) ?? null
  );
}

/** A CANCEL of an instance that its series has overtaken no longer holds. */
function isRevoked(
  cancel: KnownVersion,
  { recurrenceId }: FactEntry,
  line: readonly KnownVersion[],
): boolean {
  return cancel.recurrenceId === recurrenceId && !versionsAt(line, recurrenceId).includes(cancel);
}

/** Whom a CANCEL, the subject's own or one that is known, takes out. */
export function cancellationBy(
  { isUser, knowsUser, fact }: Subject,
  cancel: FactEntry,
  line: readonly KnownVersion[],
): Cancellation {
  const last = newestRequest(line, cancel.recurrenceId);
  return readCancellation(cancel, last, { isUser, knowsUser, organizer: fact.organizer });
}

/** What makes the entry stale: a newer version of it, or of its series. */
export function newerVersion(
  subject: Subject,
  entry: FactEntry,
  line: readonly KnownVersion[],
): KnownVersion | null {
  const series = entry.recurrenceId === SERIES ? null : newestAt(line, SERIES);
  if (isOvertakenBySeries(entry, series) && !bringsSeries(subject, series)) {
    return series;
  }
  const newest = newestAt(versionsAt(line, entry.recurrenceId), entry.recurrenceId);
  const current = { ...entry, method: subject.fact.method };
  return newest !== null && compareLine(newest, current) > 0 ? newest : null;
}

/** The message brings its series along, in a version that is not older than the known one. */
function bringsSeries({ fact }: Subject, series: KnownVersion | null): boolean {
  const own = fact.entries.find(({ recurrenceId }) => recurrenceId === SERIES);
  return (
    own !== undefined &&
    series !== null &&
    compareLine({ ...own, method: fact.method }, series) >= 0
  );
}

/** What was said last of an entry, or of its series, before any CANCEL. */
export function newestRequest(
  line: readonly KnownVersion[],
  recurrenceId: string,
): KnownVersion | null {
  const requests = line.filter(({ method }) => method !== "CANCEL");
  return newestAt(requests, recurrenceId) ?? newestAt(requests, SERIES);
}
