import { SERIES, type FactEntry } from "./fact.ts";
import type { KnownVersion } from "./known-version.ts";
import { newestAt, occurrenceOf, versionsAt } from "./series.ts";
import { differences, isSignificant, type Change, type Snapshot } from "./snapshot.ts";
import type { EntryStanding } from "./standing.ts";

/**
 * A REQUEST that nothing newer speaks against: new, or an update of what is known. `revoked` is the
 * CANCEL that it takes back.
 */
export function judgeRequest(
  entry: FactEntry,
  line: readonly KnownVersion[],
  revoked: KnownVersion | null,
): EntryStanding {
  const key = entry.recurrenceId;
  const base = newestAt(versionsAt(line, key).filter(isNoCancel), key);
  return base === null
    ? judgeFirstRequest(entry, line, revoked)
    : updated(entry, { version: base, snapshot: base.snapshot, revoked });
}

function isNoCancel({ method }: KnownVersion): boolean {
  return method !== "CANCEL";
}

/** An instance not yet known apart has the values of its series. */
function judgeFirstRequest(
  entry: FactEntry,
  line: readonly KnownVersion[],
  revoked: KnownVersion | null,
): EntryStanding {
  const series = entry.recurrenceId === SERIES ? null : newestAt(line.filter(isNoCancel), SERIES);
  if (series !== null) {
    const snapshot = occurrenceOf(series.snapshot, entry.recurrenceId);
    return updated(entry, { version: series, snapshot, revoked });
  }
  return {
    recurrenceId: entry.recurrenceId,
    state: revoked === null ? "new" : "update",
    changes: [],
    against: revoked,
    cancelledBy: null,
  };
}

interface Base {
  readonly version: KnownVersion;
  readonly snapshot: Snapshot;
  readonly revoked: KnownVersion | null;
}

function updated(entry: FactEntry, { version, snapshot, revoked }: Base): EntryStanding {
  const changes: readonly Change[] = differences(snapshot, entry.snapshot);
  const isUpdate =
    revoked !== null || entry.sequence > version.sequence || changes.some(isSignificant);
  return {
    recurrenceId: entry.recurrenceId,
    state: isUpdate ? "update" : "minor-update",
    changes,
    against: revoked ?? version,
    cancelledBy: null,
  };
}
