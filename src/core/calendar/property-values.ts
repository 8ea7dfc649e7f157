import { MAX_DATES } from "../limits.ts";
import { parameter } from "./component.ts";
import { parseDuration } from "./duration.ts";
import type { Property } from "./object.ts";
import { parseWrittenTime } from "./wall-time.ts";

type Check = (value: string, property: Property) => boolean;

/** RFC 5545 §3.8.1.11. */
const STATUSES: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["VEVENT", new Set(["TENTATIVE", "CONFIRMED", "CANCELLED"])],
  ["VTODO", new Set(["NEEDS-ACTION", "COMPLETED", "IN-PROCESS", "CANCELLED"])],
  ["VJOURNAL", new Set(["DRAFT", "FINAL", "CANCELLED"])],
]);

const CHECKS: ReadonlyMap<string, Check> = new Map<string, Check>([
  ["DTSTART", isTime],
  ["DTEND", isTime],
  ["DUE", isTime],
  ["RECURRENCE-ID", isTime],
  ["DTSTAMP", isTime],
  ["COMPLETED", isUtcTime],
  ["CREATED", isUtcTime],
  ["LAST-MODIFIED", isUtcTime],
  ["RDATE", isTimeList],
  ["EXDATE", isTimeList],
  ["DURATION", (value) => parseDuration(value) !== null],
  ["TRIGGER", isTrigger],
  ["ORGANIZER", isUri],
  ["ATTENDEE", isUri],
  ["URL", isUri],
  ["GEO", isGeo],
  ["PRIORITY", (value) => isIntegerUpTo(value, 9)],
  ["PERCENT-COMPLETE", (value) => isIntegerUpTo(value, 100)],
  ["REPEAT", (value) => isIntegerUpTo(value, Infinity)],
  ["TRANSP", (value) => /^(?:OPAQUE|TRANSPARENT)$/i.test(value)],
]);

/**
 * Whether the value is of the type that RFC 5545 §3.8 gives the property; true for texts and for
 * what another rule reads (UID, SEQUENCE, RRULE).
 */
export function isValidValue(property: Property, component: string): boolean {
  const value = property.value.trim();
  if (property.name === "STATUS") {
    return STATUSES.get(component)?.has(value.toUpperCase()) ?? true;
  }
  return CHECKS.get(property.name)?.(value, property) ?? true;
}

function isTime(value: string): boolean {
  return parseWrittenTime(value) !== null;
}

function isUtcTime(value: string): boolean {
  return parseWrittenTime(value)?.isUtc === true;
}

/** Of a PERIOD both ends (RFC 5545 §3.3.9). */
function isTimeList(value: string): boolean {
  return value.split(",", MAX_DATES).every((item) => {
    const [start = "", end] = item.split("/", 2);
    return isTime(start) && (end === undefined || isTime(end) || parseDuration(end) !== null);
  });
}

function isTrigger(value: string, property: Property): boolean {
  return parameter(property, "VALUE")?.toUpperCase() === "DATE-TIME"
    ? isTime(value)
    : parseDuration(value) !== null;
}

/** A scheme and something behind it (RFC 3986 §3.1). */
function isUri(value: string): boolean {
  return /^[a-z][a-z\d+.-]*:\S/i.test(value);
}

function isGeo(value: string): boolean {
  const [latitude = NaN, longitude = NaN, ...others] = value.split(";", 3).map(toFloat);
  return others.length === 0 && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
}

function toFloat(text: string): number {
  return /^[+-]?\d{1,20}(?:\.\d{1,40})?$/.test(text.trim()) ? Number(text) : NaN;
}

function isIntegerUpTo(value: string, max: number): boolean {
  return /^\+?\d{1,10}$/.test(value) && Number(value) <= max;
}
