import { componentsNamed } from "../calendar/component.ts";
import type { Property } from "../calendar/object.ts";
import { readCalendarObject } from "../calendar/read-calendar-object.ts";
import { readZones } from "../calendar/zones.ts";
import { SERIES } from "../itip/fact.ts";
import type { Entry } from "../itip/invitation.ts";
import { readEntry } from "../itip/read-entry.ts";
import { entryKey } from "../itip/remember.ts";
import { bareCalendarPart } from "../mail/calendar-parts.ts";

/** An event as a calendar holds it: the master ("" as key) and its overrides, by their keys. */
export type CalendarEvent = ReadonlyMap<string, Entry>;

/** What can be put into a calendar. */
const KEPT: readonly string[] = ["VEVENT", "VTODO"];

/** The entries of one UID in an iCalendar text; nothing where it holds none. */
export function readCalendarEvent(text: string | null, uid: string): CalendarEvent {
  return eventOf(readCalendarEntries(text).filter((entry) => entry.uid === uid));
}

/** All events and to-dos of an iCalendar text. */
export function readCalendarEntries(text: string | null): readonly Entry[] {
  if (text === null) {
    return [];
  }
  const part = bareCalendarPart(new TextEncoder().encode(text));
  return readCalendarObject(part).calendars.flatMap((calendar) => {
    const zones = readZones(calendar);
    return KEPT.flatMap((name) => componentsNamed(calendar, name)).map((component) =>
      readEntry(component, zones),
    );
  });
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
