import { firstProperty } from "../calendar/component.ts";
import { readTime } from "../calendar/zones.ts";
import { organizerKey, writtenAddress } from "./calendar-user.ts";
import { countedReply } from "./counted-reply.ts";
import type { Attendee, Entry } from "./invitation.ts";
import type { KnownVersion } from "./known-version.ts";
import { entryKey } from "./remember.ts";
import { snapshotOf } from "./snapshot.ts";
import type { Version } from "./version.ts";

/**
 * What the user's calendars say of the event of one organizer. An entry without ORGANIZER may be
 * anybody's. One that is cancelled there was invited to and then cancelled.
 */
export function calendarVersions(
  entries: readonly Entry[],
  organizer: string,
): readonly KnownVersion[] {
  return entries
    .filter((entry) => isUnder(entry, organizer))
    .flatMap((entry) => {
      const request = requestIn(entry);
      const cancel = { ...request, method: "CANCEL", attendees: [] };
      return request.cancelled ? [request, cancel] : [request];
    });
}

function requestIn(entry: Entry): KnownVersion {
  return {
    ...receivedVersion(entry),
    ...OF_CALENDAR,
    recurrenceId: entryKey(entry, null),
    snapshot: snapshotOf(entry),
    attendees: entry.attendees.map((attendee) => writtenAddress(attendee).toLowerCase()),
    cancelled: entry.status === "CANCELLED",
    method: "REQUEST",
  };
}

const OF_CALENDAR = { author: null, partstat: null, source: "", date: null };

/** The REPLYs that the user's own event in a calendar has counted, by attendee. */
export function calendarAnswers(
  entries: readonly Entry[],
  organizer: string,
): readonly KnownVersion[] {
  return entries
    .filter((entry) => isUnder(entry, organizer))
    .flatMap((entry) =>
      entry.attendees.flatMap((attendee) => {
        const version = countedReply(attendee.property);
        return version === null ? [] : [answerIn(entry, attendee, version)];
      }),
    );
}

function answerIn(entry: Entry, attendee: Attendee, version: Version): KnownVersion {
  return {
    ...requestIn(entry),
    ...version,
    author: writtenAddress(attendee).toLowerCase(),
    partstat: attendee.partstat,
    method: "REPLY",
  };
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
