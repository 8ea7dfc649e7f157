import type { Property } from "../calendar/object.ts";
import { entriesOf } from "../itip/calendar-entries.ts";
import { SERIES } from "../itip/fact.ts";
import type { Entry } from "../itip/invitation.ts";
import { readEntry } from "../itip/read-entry.ts";
import { entryKey } from "../itip/remember.ts";

/** An event as a calendar holds it: the master ("" as key) and its overrides, by their keys. */
export type CalendarEvent = ReadonlyMap<string, Entry>;

/** The entries of one UID in an iCalendar text; nothing where it holds none. */
export function readCalendarEvent(text: string | null, uid: string): CalendarEvent {
  return eventOf(text === null ? [] : entriesOf(text, uid));
}

/** Of two entries with one key the first counts. */
export function eventOf(entries: readonly Entry[]): CalendarEvent {
  return new Map(entries.toReversed().map((entry) => [entryKey(entry, null), entry]));
}

/** The series' or single event's entry, null where only some of its instances are known. */
export function masterOf(event: CalendarEvent): Entry | null {
  return event.get(SERIES) ?? null;
}

/** The entry with other properties, read again. */
export function withProperties(entry: Entry, properties: readonly Property[]): Entry {
  return readEntry({ ...entry.component, properties }, entry.zones);
}
