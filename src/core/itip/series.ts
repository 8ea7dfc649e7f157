import { FUTURE, SERIES } from "./fact.ts";
import { compareKnown, type KnownVersion } from "./known-version.ts";
import type { Snapshot } from "./snapshot.ts";
import { compareVersions, type Version } from "./version.ts";

/** The newest of the versions at one key, null when there is none. */
export function newestAt(line: readonly KnownVersion[], key: string): KnownVersion | null {
  let newest: KnownVersion | null = null;
  for (const version of line) {
    if (version.recurrenceId === key && (newest === null || compareKnown(version, newest) > 0)) {
      newest = version;
    }
  }
  return newest;
}

/**
 * A rescheduled series takes back what was said of an instance before: lower SEQUENCE and no later
 * DTSTAMP (RFC 5546 §4.4.7).
 */
export function isOvertakenBySeries(instance: Version, series: Version | null): boolean {
  return (
    series !== null &&
    instance.sequence < series.sequence &&
    compareVersions({ sequence: 0, dtstamp: instance.dtstamp }, { ...series, sequence: 0 }) <= 0
  );
}

/** What is known at a key: for an instance without what its series has overtaken. */
export function versionsAt(line: readonly KnownVersion[], key: string): readonly KnownVersion[] {
  const series = key === SERIES ? null : newestAt(line, SERIES);
  return line.filter(
    (version) =>
      version.recurrenceId === key &&
      (!isOvertakenBySeries(version, series) || cameWithSeries(version, series, line)),
  );
}

/** What the message that rescheduled the series says of an instance itself is not taken back. */
function cameWithSeries(
  version: KnownVersion,
  series: KnownVersion | null,
  line: readonly KnownVersion[],
): boolean {
  const own = line.find(
    ({ recurrenceId, source }) => recurrenceId === SERIES && source === version.source,
  );
  return own !== undefined && series !== null && compareVersions(own, series) >= 0;
}

/** The values that an instance has from its series until it is changed itself. */
export function occurrenceOf(series: Snapshot, key: string): Snapshot {
  const start = key.endsWith(FUTURE) ? key.slice(0, -FUTURE.length) : key;
  return { ...series, start, end: shiftedEnd(series, start), recurrence: [] };
}

function shiftedEnd(series: Snapshot, start: string): string {
  const length = read(series.end) - read(series.start);
  const end = read(start) + length;
  return Number.isNaN(end) ? series.end : write(end, start);
}

/** Wall times are read as UTC: only their distance counts. */
function read(key: string): number {
  return Date.parse(key.includes("T") && !key.endsWith("Z") ? `${key}Z` : key);
}

/** In the form of the key it continues: a date, a wall time or an instant. */
function write(instant: number, like: string): string {
  const text = new Date(instant).toISOString().slice(0, 19);
  if (!like.includes("T")) {
    return text.slice(0, 10);
  }
  return like.endsWith("Z") ? `${text}Z` : text;
}
