import { newProperty } from "../calendar/new-property.ts";
import type { Property } from "../calendar/object.ts";
import { parseRule } from "../calendar/recurrence-rule.ts";
import type { CalendarTime } from "../calendar/time.ts";
import { untilOf } from "../calendar/until.ts";
import { DAY, parseWall, printWall, SECOND } from "../calendar/wall-time.ts";
import { readTime, readTimes } from "../calendar/zones.ts";
import { FUTURE, SERIES } from "../itip/fact.ts";
import type { Entry } from "../itip/invitation.ts";
import { masterOf, withProperties, type CalendarEvent } from "./calendar-event.ts";
import { timesAt } from "./occurrence-entry.ts";
import { utcValue } from "./received-version.ts";

/** RANGE=THISANDFUTURE of a CANCEL: the series ends before the occurrence, its overrides with it. */
export function endSeriesBefore(event: CalendarEvent, key: string): CalendarEvent {
  const master = masterOf(event);
  const recurrenceId = timesAt(event, key)?.find(({ name }) => name === "RECURRENCE-ID");
  const end = master && recurrenceId ? readTime(recurrenceId, master.zones) : null;
  if (master === null || end === null) {
    return event;
  }
  const { start } = master;
  if (start !== null && placeOf(start) >= placeOf(end)) {
    return new Map();
  }
  return new Map(
    [...event]
      .filter(([own, { recurrenceId: id }]) => own === SERIES || isBefore(own, id, end))
      .map(([own, entry]) => [own, own === SERIES ? ended(entry, end) : entry]),
  );
}

function isBefore(key: string, id: CalendarTime | null, end: CalendarTime): boolean {
  return id !== null && placeOf(id) < placeOf(end) && !key.endsWith(FUTURE);
}

/** An instant, or a wall time counted as if in UTC where there is none. */
function placeOf({ instant, wall }: CalendarTime): number {
  return instant ?? parseWall(wall) ?? 0;
}

function ended(master: Entry, end: CalendarTime): Entry {
  return withProperties(
    master,
    master.component.properties.flatMap((property) => {
      switch (property.name) {
        case "RRULE":
          return [endedRule(property, master, end)];
        case "RDATE":
        case "EXDATE":
          return datesBefore(property, master, end);
        default:
          return [property];
      }
    }),
  );
}

/** UNTIL is the last moment before, in the form that DTSTART asks for (RFC 5545 §3.3.10). */
function endedRule(property: Property, { start, zones }: Entry, end: CalendarTime): Property {
  const { rule } = parseRule(property.value);
  const last = parseWall(end.wall) ?? 0;
  const isOver = rule !== null && start !== null && untilOf(rule, start, zones) < last;
  if (isOver && rule.count === null) {
    return property;
  }
  const parts = property.value.split(";").filter((part) => !/^\s*(?:COUNT|UNTIL)=/i.test(part));
  return newProperty("RRULE", [...parts, `UNTIL=${untilBefore(end)}`].join(";"));
}

function untilBefore(end: CalendarTime): string {
  if (end.instant !== null) {
    return utcValue(end.instant - SECOND);
  }
  const isDate = end.kind === "date";
  const wall = printWall((parseWall(end.wall) ?? 0) - (isDate ? DAY : SECOND));
  return wall.slice(0, isDate ? 10 : undefined).replace(/[-:]/g, "");
}

function datesBefore(property: Property, { zones }: Entry, end: CalendarTime): readonly Property[] {
  const kept = property.value.split(",").filter((value) => {
    const [time] = readTimes({ ...property, value }, zones);
    return time !== undefined && placeOf(time) < placeOf(end);
  });
  return kept.length === 0 ? [] : [{ ...property, value: kept.join(",") }];
}
