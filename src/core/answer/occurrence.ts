import { firstProperty, parameter } from "../calendar/component.ts";
import { addDuration, parseDuration } from "../calendar/duration.ts";
import type { Parameter, Property } from "../calendar/object.ts";
import { readSeries } from "../calendar/series.ts";
import type { CalendarTime } from "../calendar/time.ts";
import { parseWall, printWall } from "../calendar/wall-time.ts";
import { readTime, type Zones } from "../calendar/zones.ts";
import type { Entry, Invitation } from "../itip/invitation.ts";
import { timeKey } from "../itip/time-key.ts";
import type { Span } from "../words/when-words.ts";
import { withOneEnd } from "./calendar-lines.ts";

/** What an answer is about: the times it repeats, as properties. */
export interface Target {
  readonly entry: Entry;
  /** RECURRENCE-ID, DTSTART, DTEND, DURATION, DUE: those that are there. */
  readonly times: readonly Property[];
}

/** A series or single event, of a message or of a calendar. */
type Event = Pick<Invitation, "main" | "instances">;

const SPAN: readonly string[] = ["DTSTART", "DTEND", "DURATION", "DUE"];

/** What is answered: an occurrence by its time key, or with null all of the invitation. */
export function targetOf(invitation: Event, occurrence: string | null): Target | null {
  if (occurrence !== null) {
    return occurrenceTarget(invitation, occurrence);
  }
  return invitation.main === null ? null : wholeTarget(invitation.main);
}

/** The whole of an invitation, its times as they were received where they can be read. */
function wholeTarget(entry: Entry): Target {
  const { component, zones } = entry;
  const received = ["RECURRENCE-ID", ...SPAN].flatMap(
    (name) => firstProperty(component, name) ?? [],
  );
  return { entry, times: withOneEnd(received.filter((time) => isReadable(time, zones))) };
}

/** A RECURRENCE-ID is repeated whatever it says: it names what is answered. */
function isReadable(time: Property, zones: Zones): boolean {
  switch (time.name) {
    case "RECURRENCE-ID":
      return true;
    case "DURATION":
      return parseDuration(time.value) !== null;
    default:
      return readTime(time, zones) !== null;
  }
}

/**
 * One occurrence of a series: its override where the message brought one, else a RECURRENCE-ID
 * written in the form of DTSTART (RFC 5545 §3.8.4.4). Null where the invitation is no series, or
 * the key is no time of DTSTART's kind.
 */
function occurrenceTarget(invitation: Event, key: string): Target | null {
  const { main, instances } = invitation;
  if (main === null) {
    return null;
  }
  const itself = [main, ...instances].find(
    ({ recurrenceId }) => recurrenceId !== null && timeKey(recurrenceId) === key,
  );
  return itself === undefined ? derivedTarget(main, key) : wholeTarget(itself);
}

/** When a target takes place, for people. */
export function targetSpan({ entry, times }: Target): Span {
  const { zones } = entry;
  const timeOf = (...names: readonly string[]): CalendarTime | null => {
    const time = times.find(({ name }) => names.includes(name));
    return time === undefined ? null : readTime(time, zones);
  };
  const start = timeOf("DTSTART");
  const duration = times.find(({ name }) => name === "DURATION");
  const lasting =
    start === null || duration === undefined ? null : addDuration(start, duration.value, zones);
  return { start, end: timeOf("DTEND", "DUE") ?? lasting, allDay: entry.allDay };
}

function derivedTarget(main: Entry, key: string): Target | null {
  const { start, component } = main;
  const startProperty = firstProperty(component, "DTSTART");
  const wall = start === null ? null : wallAt(main, start, key);
  if (start === null || startProperty === null || wall === null) {
    return null;
  }
  const recurrenceId = written("RECURRENCE-ID", startProperty, wall);
  if (!isOccurrence(main, recurrenceId)) {
    return null;
  }
  const end = movedEnd(main, start, wall);
  return {
    entry: main,
    times: [recurrenceId, written("DTSTART", startProperty, wall), ...(end === null ? [] : [end])],
  };
}

/** What cannot be decided within the limits is left to the organizer. */
function isOccurrence({ component, zones }: Entry, recurrenceId: Property): boolean {
  const recurs = component.properties.some(({ name }) => name === "RRULE" || name === "RDATE");
  const time = readTime(recurrenceId, zones);
  return recurs && time !== null && readSeries(component, zones)?.isInstance(time) !== false;
}

/** DTEND or DUE as far from the occurrence's start as it is from the series'; else DURATION. */
function movedEnd(main: Entry, start: CalendarTime, wall: number): Property | null {
  const { end, component } = main;
  const property = firstProperty(component, component.name === "VTODO" ? "DUE" : "DTEND");
  if (property === null || end === null) {
    return firstProperty(component, "DURATION");
  }
  const length = distance(start, end);
  // An end in UTC beside a start in a zone moves with the instant, not with the wall.
  const origin = start.kind === "zoned" && end.kind === "utc" ? instantOf(main, start, wall) : wall;
  return origin === null || length === null
    ? firstProperty(component, "DURATION")
    : written(property.name, property, origin + length);
}

/** Between two times of one form on the wall, between two instants otherwise. */
function distance(start: CalendarTime, end: CalendarTime): number | null {
  const [from, to] =
    start.tzid === end.tzid
      ? [parseWall(start.wall), parseWall(end.wall)]
      : [start.instant, end.instant];
  return from === null || to === null ? null : to - from;
}

function instantOf({ zones }: Entry, start: CalendarTime, wall: number): number | null {
  return zones.resolve(start.tzid ?? "")?.clock.instantOf(wall) ?? null;
}

/** The wall time, in the zone of DTSTART, that a key means; null for a key of another kind. */
function wallAt({ zones }: Entry, start: CalendarTime, key: string): number | null {
  const form = formOf(key);
  const wall = parseWall(form === "instant" ? key.slice(0, -1) : key);
  if (wall === null || form !== FORMS[start.kind]) {
    return null;
  }
  if (start.kind !== "zoned") {
    return wall;
  }
  const offset = zones.resolve(start.tzid ?? "")?.clock.offsetAt(wall) ?? null;
  return offset === null ? null : wall + offset;
}

type Form = "instant" | "date" | "wall";

function formOf(key: string): Form {
  if (key.endsWith("Z")) {
    return "instant";
  }
  return key.includes("T") ? "wall" : "date";
}

const FORMS: Readonly<Record<CalendarTime["kind"], Form>> = {
  date: "date",
  floating: "wall",
  undefined: "wall",
  utc: "instant",
  zoned: "instant",
};

const TIME_PARAMETERS: readonly string[] = ["TZID", "VALUE"];

/** A time in the form (zone, date or date-time) of another property. */
function written(name: string, like: Property, wall: number): Property {
  const parameters: readonly Parameter[] = like.parameters.filter((own) =>
    TIME_PARAMETERS.includes(own.name),
  );
  const basic = printWall(wall).replace(/[-:]/g, "");
  const isDate = parameter(like, "VALUE")?.toUpperCase() === "DATE" || !like.value.includes("T");
  const value = isDate
    ? basic.slice(0, 8)
    : `${basic}${like.value.trim().endsWith("Z") ? "Z" : ""}`;
  return { name, parameters, value, line: 0, offset: 0 };
}
