import { isUnder, receivedVersion } from "./calendar-versions.ts";
import { SERIES } from "./fact.ts";
import type { Entry } from "./invitation.ts";
import { entryKey } from "./remember.ts";
import type { Version } from "./version.ts";

interface Place {
  readonly organizer: string;
  readonly recurrenceId: string;
  /** The address is the user's. */
  readonly isMine: (address: string | null) => boolean;
}

export interface CalendarAnswer extends Version {
  /** NEEDS-ACTION where he has not answered. */
  readonly partstat: string;
}

/**
 * What the user's calendar says that he answered; null where it does not hold the event or does not
 * name him. For an instance the series' answer stands until it has its own.
 */
export function calendarAnswer(
  entries: readonly Entry[],
  { organizer, recurrenceId, isMine }: Place,
): CalendarAnswer | null {
  const event = entries.filter((entry) => isUnder(entry, organizer));
  const at = (key: string): Entry | undefined =>
    event.find((entry) => entryKey(entry, null) === key);
  const entry = at(recurrenceId) ?? at(SERIES);
  const attendee = entry?.attendees.find(({ address }) => isMine(address));
  return entry === undefined || attendee === undefined
    ? null
    : { ...receivedVersion(entry), partstat: attendee.partstat };
}
