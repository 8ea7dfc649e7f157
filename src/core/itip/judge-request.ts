import { SERIES, type FactEntry } from "./fact.ts";
import type { KnownVersion } from "./known.ts";
import { newestAt, occurrenceOf, versionsAt } from "./series.ts";
import { differences, isSignificant, type Change, type Snapshot } from "./snapshot.ts";
import type { EntryStanding } from "./standing.ts";

/** A REQUEST that nothing newer speaks against: new, or an update of what is known. */
export function judgeRequest(entry: FactEntry, line: readonly KnownVersion[]): EntryStanding {
  const key = entry.recurrenceId;
  const versions = versionsAt(line, key);
  const base = newestAt(
    versions.filter(({ method }) => method !== "CANCEL"),
    key,
  );
  const cancel = newestAt(
    versions.filter(({ method }) => method === "CANCEL"),
    key,
  );
  if (base !== null) {
    return updated(entry, { version: base, snapshot: base.snapshot, revived: cancel !== null });
  }
  return judgeFirstRequest(entry, line, cancel);
}

/** An instance not yet known apart has the values of its series. */
function judgeFirstRequest(
  entry: FactEntry,
  line: readonly KnownVersion[],
  cancel: KnownVersion | null,
): EntryStanding {
  const series =
    entry.recurrenceId === SERIES
      ? null
      : newestAt(
          line.filter(({ method }) => method !== "CANCEL"),
          SERIES,
        );
  if (series !== null) {
    const snapshot = occurrenceOf(series.snapshot, entry.recurrenceId);
    return updated(entry, { version: series, snapshot, revived: cancel !== null });
  }
  return {
    recurrenceId: entry.recurrenceId,
    state: cancel === null ? "new" : "update",
    changes: [],
    against: cancel,
    cancelledBy: null,
  };
}

interface Base {
  readonly version: KnownVersion;
  readonly snapshot: Snapshot;
  readonly revived: boolean;
}

function updated(entry: FactEntry, { version, snapshot, revived }: Base): EntryStanding {
  const changes: readonly Change[] = differences(snapshot, entry.snapshot);
  const isUpdate = revived || entry.sequence > version.sequence || changes.some(isSignificant);
  return {
    recurrenceId: entry.recurrenceId,
    state: isUpdate ? "update" : "minor-update",
    changes,
    against: version,
    cancelledBy: null,
  };
}
