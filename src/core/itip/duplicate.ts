import { digestOf } from "./digest.ts";
import type { FactEntry } from "./fact.ts";
import { compareArrival, type KnownVersion } from "./known-version.ts";
import { isUntold, type Snapshot } from "./snapshot.ts";
import type { Subject } from "./standing.ts";
import { compareVersions } from "./version.ts";

/** Another message says the same: METHOD, version and content (RFC 5546 §2.1.5). */
export function isTwin(method: string, entry: FactEntry, version: KnownVersion): boolean {
  return (
    version.source !== "" &&
    version.method === method &&
    version.recurrenceId === entry.recurrenceId &&
    version.author === entry.author &&
    version.partstat === entry.partstat &&
    compareVersions(version, entry) === 0 &&
    hasSameContent(version.snapshot, entry.snapshot)
  );
}

/** What is long past is known by its digest alone, what was encrypted by its version. */
function hasSameContent(one: Snapshot, other: Snapshot): boolean {
  if (isUntold(one) || isUntold(other)) {
    return true;
  }
  return one.digest === undefined && other.digest === undefined
    ? JSON.stringify(one) === JSON.stringify(other)
    : digestOf(one) === digestOf(other);
}

/**
 * Of two twins the one not yet recorded is the duplicate, else the one that came later: for the
 * other its twin does not exist, or each would be the other's duplicate.
 */
export function isDuplicateOf(subject: Subject, version: KnownVersion): boolean {
  return !subject.recorded || compareArrival(subject.fact, version) > 0;
}

export function findDuplicate(
  subject: Subject,
  entry: FactEntry,
  versions: readonly KnownVersion[],
): KnownVersion | null {
  const [original] = versions
    .filter((version) => isTwin(subject.fact.method, entry, version))
    .filter((version) => isDuplicateOf(subject, version))
    .sort(compareArrival);
  return original ?? null;
}

/** What is known, without the twins that are duplicates of the message looked at. */
export function withoutDuplicates(
  subject: Subject,
  entry: FactEntry,
  versions: readonly KnownVersion[],
): readonly KnownVersion[] {
  return versions.filter(
    (version) => !isTwin(subject.fact.method, entry, version) || isDuplicateOf(subject, version),
  );
}
