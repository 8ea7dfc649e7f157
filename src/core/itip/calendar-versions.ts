import { firstProperty } from "../calendar/component.ts";
import { readTime } from "../calendar/zones.ts";
import { organizerKey, writtenAddress } from "./calendar-user.ts";
import type { Entry } from "./invitation.ts";
import type { KnownVersion } from "./known-version.ts";
import { entryKey } from "./remember.ts";
import { snapshotOf } from "./snapshot.ts";
import type { Version } from "./version.ts";

/**
 * What the user's calendars say of the event of one organizer. An entry without ORGANIZER may be
 * anybody's.
 */
export function calendarVersions(
  entries: readonly Entry[],
  organizer: string,
): readonly KnownVersion[] {
  return entries
    .filter((entry) => isUnder(entry, organizer))
    .map((entry) => ({
      ...receivedVersion(entry),
      recurrenceId: entryKey(entry, null),
      snapshot: snapshotOf(entry),
      attendees: entry.attendees.map((attendee) => writtenAddress(attendee).toLowerCase()),
      author: null,
      partstat: null,
      cancelled: entry.status === "CANCELLED",
      method: "REQUEST",
      source: "",
      date: null,
    }));
}

export function isUnder({ organizer }: Entry, key: string): boolean {
  return organizer === null || organizerKey(organizer) === key;
}

/**
 * Thunderbird keeps the version it last received in properties of its own; elsewhere SEQUENCE alone
 * tells it (contract: "Versions").
 */
export function receivedVersion({ component, zones, sequence }: Entry): Version {
  const received = firstProperty(component, "X-MOZ-RECEIVED-SEQUENCE")?.value.trim() ?? "";
  const dtstamp = firstProperty(component, "X-MOZ-RECEIVED-DTSTAMP");
  return {
    sequence: /^\d+$/.test(received) ? Number(received) : sequence,
    dtstamp: dtstamp === null ? null : (readTime(dtstamp, zones)?.instant ?? null),
  };
}
