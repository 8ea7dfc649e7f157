import { firstProperty, propertiesNamed, textValue } from "../calendar/component.ts";
import { addDuration } from "../calendar/duration.ts";
import type { Component } from "../calendar/object.ts";
import type { CalendarTime } from "../calendar/time.ts";
import { readTime, type Zones } from "../calendar/zones.ts";
import { readAttendee, readCalendarUser } from "./calendar-user.ts";
import { parameter } from "../calendar/component.ts";
import type { Entry } from "./invitation.ts";

/** The values of one VEVENT, VTODO or other component. */
export function readEntry(component: Component, zones: Zones): Entry {
  const organizer = firstProperty(component, "ORGANIZER");
  const recurrenceId = firstProperty(component, "RECURRENCE-ID");
  return {
    component,
    zones,
    uid: readUid(component),
    recurrenceId: recurrenceId && readTime(recurrenceId, zones),
    thisAndFuture:
      recurrenceId !== null && parameter(recurrenceId, "RANGE")?.toUpperCase() === "THISANDFUTURE",
    sequence: readSequence(component),
    dtstamp: readDtstamp(component, zones),
    ...readSpan(component, zones),
    summary: text(component, "SUMMARY"),
    location: text(component, "LOCATION"),
    description: text(component, "DESCRIPTION"),
    status: text(component, "STATUS")?.trim().toUpperCase() ?? null,
    organizer: organizer && readCalendarUser(organizer),
    attendees: propertiesNamed(component, "ATTENDEE").map(readAttendee),
  };
}

function readUid(component: Component): string | null {
  const uid = text(component, "UID")?.trim();
  return uid === undefined || uid === "" ? null : uid;
}

/**
 * SEQUENCE; where it is missing, no non-negative integer or 0, Exchange's own count (MS-OXCICAL
 * §2.1.3.1.1.20.62), since older Outlooks leave SEQUENCE at 0.
 */
function readSequence(component: Component): number {
  const declared = nonNegativeInteger(component, "SEQUENCE");
  return declared > 0 ? declared : nonNegativeInteger(component, "X-MICROSOFT-CDO-APPT-SEQUENCE");
}

function nonNegativeInteger(component: Component, name: string): number {
  const value = firstProperty(component, name)?.value.trim() ?? "";
  return /^\+?\d+$/.test(value) ? Math.min(Number(value), Number.MAX_SAFE_INTEGER) : 0;
}

function readDtstamp(component: Component, zones: Zones): number | null {
  const property = firstProperty(component, "DTSTAMP");
  return property === null ? null : (readTime(property, zones)?.instant ?? null);
}

function readSpan(component: Component, zones: Zones): Pick<Entry, "start" | "end" | "allDay"> {
  const startProperty = firstProperty(component, "DTSTART");
  const start = startProperty && readTime(startProperty, zones);
  const end = readEnd(component, zones, start);
  const days = isAllDayForExchange(component, start, end);
  return {
    start: days ? asDate(start) : start,
    end: days ? asDate(end) : end,
    allDay: days || start?.kind === "date",
  };
}

function readEnd(
  component: Component,
  zones: Zones,
  start: CalendarTime | null,
): CalendarTime | null {
  const property = firstProperty(component, component.name === "VTODO" ? "DUE" : "DTEND");
  if (property !== null) {
    return readTime(property, zones);
  }
  const duration = firstProperty(component, "DURATION");
  return duration === null || start === null ? null : addDuration(start, duration.value, zones);
}

/** Outlook writes a day as midnight to midnight and says so in a property of its own. */
function isAllDayForExchange(
  component: Component,
  start: CalendarTime | null,
  end: CalendarTime | null,
): boolean {
  const flag = firstProperty(component, "X-MICROSOFT-CDO-ALLDAYEVENT")?.value.trim();
  return flag?.toUpperCase() === "TRUE" && isMidnight(start) && (end === null || isMidnight(end));
}

function isMidnight(time: CalendarTime | null): boolean {
  return time?.wall.endsWith("T00:00:00") === true;
}

function asDate(time: CalendarTime | null): CalendarTime | null {
  return (
    time && {
      kind: "date",
      wall: time.wall.slice(0, 10),
      instant: null,
      tzid: time.tzid,
      timeZone: time.timeZone,
    }
  );
}

function text(component: Component, name: string): string | null {
  const property = firstProperty(component, name);
  return property === null ? null : textValue(property);
}
