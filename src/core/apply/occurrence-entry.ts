import { componentsNamed } from "../calendar/component.ts";
import type { Property } from "../calendar/object.ts";
import { targetOf } from "../answer/occurrence.ts";
import { FUTURE } from "../itip/fact.ts";
import type { Entry } from "../itip/invitation.ts";
import { readEntry } from "../itip/read-entry.ts";
import { masterOf, type CalendarEvent } from "./calendar-event.ts";
import { RECEIVED } from "./received-version.ts";

/** Of the series alone, or written anew for the occurrence. */
const OF_SERIES: readonly string[] = [
  ...["RRULE", "RDATE", "EXDATE", "RECURRENCE-ID"],
  ...["DTSTART", "DTEND", "DURATION", "DUE"],
];

/** The override at a key, or one with the series' values; null where there is no such occurrence. */
export function occurrenceAt(event: CalendarEvent, key: string): Entry | null {
  const known = event.get(key);
  if (known !== undefined) {
    return known;
  }
  const times = timesAt(event, key);
  const master = masterOf(event);
  if (times === null || master === null) {
    return null;
  }
  const { component, zones } = master;
  const kept = component.properties.filter(
    ({ name }) =>
      !OF_SERIES.includes(name) && (!name.startsWith("X-MOZ-") || RECEIVED.includes(name)),
  );
  const components = componentsNamed(component, "VALARM");
  return readEntry({ ...component, properties: [...times, ...kept], components }, zones);
}

/** RECURRENCE-ID, DTSTART and the end of an occurrence, in the form of the series. */
export function timesAt(event: CalendarEvent, key: string): readonly Property[] | null {
  const main = masterOf(event);
  const plain = key.endsWith(FUTURE) ? key.slice(0, -FUTURE.length) : key;
  return main === null ? null : (targetOf({ main, instances: [] }, plain)?.times ?? null);
}
