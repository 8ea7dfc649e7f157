import { heirOf, knownTo, type Known } from "../../src/core/itip/known.ts";
import { SERIES, type Fact, type Memory } from "../../src/core/itip/fact.ts";
import type { KnownVersion } from "../../src/core/itip/known-version.ts";
import { calendarVersions } from "../../src/core/itip/calendar-versions.ts";
import type { Entry } from "../../src/core/itip/invitation.ts";
import { newestAt, versionsAt } from "../../src/core/itip/series.ts";
import { printInstant } from "../../src/core/itip/time-key.ts";

/** What the ledger knows at the end of the events of one UID, a line for each organizer and entry. */
export function endOfLedger(
  memory: Memory,
  isForOthers: (source: string) => boolean,
): readonly string[] {
  const organizers = [...new Set(memory.facts.map(({ organizer }) => organizer))].filter(Boolean);
  const remembered = { memory, calendar: [] };
  return organizers.flatMap((organizer) => {
    const viewpoint = { fact: NOBODYS, isAuthenticated: false, organizer, heir: organizer };
    return linesOf(knownTo(viewpoint, remembered).line, isForOthers).map(
      (line) => `${organizer} ${line}`,
    );
  });
}

/** The same of what the calendar holds. */
export function endOfCalendar(entries: readonly Entry[]): readonly string[] {
  const organizer = heirOf({ memory: { facts: [], decisions: [] }, calendar: entries }, () => false);
  const versions = calendarVersions(entries, organizer);
  const told = versions.filter((version) => !isPlain(version, versions));
  return linesOf(told, () => false).map((line) => `${organizer} ${line}`);
}

/** An instance that was answered by itself, and has all else from its series. */
function isPlain(
  { recurrenceId, snapshot, sequence, dtstamp }: KnownVersion,
  versions: readonly KnownVersion[],
): boolean {
  const series = newestAt(versions, SERIES);
  return (
    recurrenceId === snapshot.start &&
    series !== null &&
    series.sequence === sequence &&
    series.dtstamp === dtstamp
  );
}

const NOBODYS: Fact = {
  source: "nobody@example.invalid",
  uid: "",
  organizer: "",
  method: "REFRESH",
  date: null,
  from: "",
  sender: "vouched",
  doubtful: false,
  entries: [],
};

function linesOf(line: Known["line"], isForOthers: (source: string) => boolean): readonly string[] {
  const last = (key: string): KnownVersion | null => newestAt(versionsAt(line, key), key);
  const isCancelled = (version: KnownVersion | null): boolean =>
    version?.method === "CANCEL" && !isForOthers(version.source);
  const series = last(SERIES);
  if (isCancelled(series)) {
    return [`${versionOf(series)} cancelled`];
  }
  const keys = [...new Set(line.map(({ recurrenceId }) => recurrenceId))].sort();
  return keys.flatMap((key) => {
    const newest = last(key);
    const base = newestAt(
      versionsAt(line, key).filter(({ method }) => method !== "CANCEL"),
      key,
    );
    if (isCancelled(newest)) {
      return [`${key} ${versionOf(newest)} cancelled`];
    }
    return newest === null ? [] : [`${key} ${versionOf(newest)} ${contentOf(base ?? newest)}`];
  });
}

function versionOf(version: KnownVersion | null): string {
  const { sequence = 0, dtstamp = null } = version ?? {};
  return `${String(sequence)} of ${dtstamp === null ? "no time" : printInstant(dtstamp)}`;
}

function contentOf({ snapshot }: KnownVersion): string {
  const { start, end, summary, location, description } = snapshot;
  return JSON.stringify([start, end, summary, location, description]);
}
