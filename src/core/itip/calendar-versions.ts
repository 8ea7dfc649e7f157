import { firstProperty } from "../calendar/component.ts";
import { readTime } from "../calendar/zones.ts";
import { organizerKey } from "./calendar-user.ts";
import type { Entry, Invitation } from "./invitation.ts";
import type { KnownVersion } from "./known.ts";
import { snapshotOf } from "./snapshot.ts";
import { entryKey } from "./remember.ts";
import { writtenAddress } from "./calendar-user.ts";

/**
 * What the user's calendars say of an event. Thunderbird keeps the version it last received in
 * properties of its own; elsewhere SEQUENCE alone tells it (contract: "Versions").
 */
export function calendarVersions(
  entries: readonly Entry[],
  invitation: Invitation,
): readonly KnownVersion[] {
  const organizer = organizerKey(invitation.main?.organizer ?? null);
  return entries
    .filter((entry) => entry.organizer === null || organizerKey(entry.organizer) === organizer)
    .map((entry) => ({
      recurrenceId: entryKey(entry, null),
      sequence: receivedSequence(entry),
      dtstamp: receivedDtstamp(entry),
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

function receivedSequence({ component, sequence }: Entry): number {
  const received = firstProperty(component, "X-MOZ-RECEIVED-SEQUENCE")?.value.trim() ?? "";
  return /^\d+$/.test(received) ? Number(received) : sequence;
}

function receivedDtstamp({ component, zones }: Entry): number | null {
  const received = firstProperty(component, "X-MOZ-RECEIVED-DTSTAMP");
  return received === null ? null : (readTime(received, zones)?.instant ?? null);
}
