import { componentsNamed } from "../calendar/component.ts";
import { readCalendarObject } from "../calendar/read-calendar-object.ts";
import { splitCalendar } from "../calendar/split-calendar.ts";
import { readZones } from "../calendar/zones.ts";
import { bareCalendarPart } from "../mail/calendar-parts.ts";
import type { Entry } from "./invitation.ts";
import { readEntry } from "./read-entry.ts";

/** What can be put into a calendar. */
const KEPT: readonly string[] = ["VEVENT", "VTODO"];

/** All events and to-dos of a calendar's own text, series and instances; of no calendar none. */
export function calendarEntries(text: string | Uint8Array): readonly Entry[] {
  const octets = typeof text === "string" ? new TextEncoder().encode(text) : text;
  return splitCalendar(octets).flatMap(entriesIn);
}

function entriesIn(octets: Uint8Array): readonly Entry[] {
  return readCalendarObject(bareCalendarPart(octets)).calendars.flatMap((calendar) => {
    const zones = readZones(calendar);
    return KEPT.flatMap((name) => componentsNamed(calendar, name)).map((component) =>
      readEntry(component, zones),
    );
  });
}

/** Those of one event. */
export function entriesOf(text: string, uid: string): readonly Entry[] {
  return calendarEntries(text).filter((entry) => entry.uid === uid);
}
