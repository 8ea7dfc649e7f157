import type { CalendarTime } from "../calendar/time.ts";
import { addDays, dayOf, daysBetween } from "./day.ts";
import type { Reader } from "./translate.ts";
import { dateFormat, relativeFormat } from "./formats.ts";

/** The times of an event or to-do as received. */
export interface Span {
  readonly start: CalendarTime | null;
  /** Exclusive. */
  readonly end: CalendarTime | null;
  readonly allDay: boolean;
}

export interface WhenWords {
  /** "Tomorrow, 10:00 – 11:00". */
  readonly headline: string;
  /** "Tuesday, December 1, 2026 · GMT+1"; null where there is nothing to add. */
  readonly detail: string | null;
  /** The same in the zone that the organizer wrote, where its clocks show another time. */
  readonly elsewhere: string | null;
  /** Why the time cannot be told in the reader's zone. */
  readonly note: string | null;
}

/** Instants to format, and the zone in which they are meant. */
interface Drawn {
  readonly from: number;
  /** Exclusive; null without an end. */
  readonly to: number | null;
  readonly zone: string;
}

/** Beyond this many days a number of days says less than the date does. */
const NEAR_DAYS = 60;

/** When it is, in words; a to-do without start is told by its due time. */
export function whenWords(span: Span, reader: Reader): WhenWords {
  const start = readable(span.start);
  const end = readable(span.end);
  if (start === null) {
    return end === null ? nothing(reader) : dueWords(end, span.allDay, reader);
  }
  if (span.allDay || start.kind === "date") {
    return allDayWords(start, end, reader);
  }
  const drawn = draw(start, end, reader.zone);
  return {
    headline: timedHeadline(drawn, reader),
    detail: detailOf(drawn, start, reader),
    elsewhere: elsewhereOf(start, end, reader),
    note: noteOf(start, reader),
  };
}

/** One time alone, by its key: an instant, a date or a wall time (timeKey in itip). */
export function timeWords(key: string, reader: Reader): string {
  const time = keyed(key);
  if (time === null) {
    return key;
  }
  const { kind, moment } = time;
  const zone = kind === "instant" ? reader.zone : "UTC";
  const style = { ...dateStyle(moment, zone, reader), ...SHORT, ...(kind === "date" ? {} : TIME) };
  return format(reader, { ...style, timeZone: zone }).format(moment);
}

/**
 * Two times of one kind by their keys, the end exclusive: both instants, both dates or both wall
 * times. Null where they are not.
 */
export function spanWords(from: string, to: string, reader: Reader): string | null {
  const [start, end] = [keyed(from), keyed(to)];
  if (start === null || end?.kind !== start.kind || end.moment < start.moment) {
    return null;
  }
  const isDate = start.kind === "date";
  const zone = start.kind === "instant" ? reader.zone : "UTC";
  const last = isDate ? Math.max(start.moment, addDays(end.moment, -1)) : end.moment;
  const style = { ...dateStyle(start.moment, zone, reader), ...dateStyle(last, zone, reader) };
  const shown = { ...style, ...SHORT, ...(isDate ? {} : TIME), timeZone: zone };
  return format(reader, shown).formatRange(start.moment, last);
}

interface Keyed {
  readonly kind: "date" | "instant" | "wall";
  readonly moment: number;
}

/** What a time key means; null for what is none. */
function keyed(key: string): Keyed | null {
  const isDate = key.length === "2026-12-01".length;
  const isInstant = key.endsWith("Z");
  const moment = Date.parse(isDate || isInstant ? key : `${key}Z`);
  return Number.isNaN(moment)
    ? null
    : { kind: isDate ? "date" : isInstant ? "instant" : "wall", moment };
}

/** A moment of the past, such as an answer's: the time alone where it was today. */
export function momentWords(instant: number, reader: Reader): string {
  const { zone, now } = reader;
  const isToday = dayOf(instant, zone) === dayOf(now, zone);
  const date = isToday ? {} : dateStyle(instant, zone, reader);
  return format(reader, { ...date, ...TIME, timeZone: zone }).format(instant);
}

const SHORT = { weekday: "short", month: "short" } as const;

const TIME = { hour: "numeric", minute: "2-digit" } as const;

function nothing({ translate }: Reader): WhenWords {
  return { headline: translate("when_unknown"), detail: null, elsewhere: null, note: null };
}

function dueWords(due: CalendarTime, allDay: boolean, reader: Reader): WhenWords {
  const words = whenWords({ start: due, end: null, allDay }, reader);
  return { ...words, headline: reader.translate("when_due", [words.headline]) };
}

/** The days that the object names, whatever the reader's zone (RFC 5545 §3.6.1). */
function allDayWords(start: CalendarTime, end: CalendarTime | null, reader: Reader): WhenWords {
  const first = Date.parse(start.wall.slice(0, 10));
  const exclusive = end === null ? first : Date.parse(end.wall.slice(0, 10));
  const last = Math.max(first, addDays(exclusive, -1));
  const isOneDay = last === first;
  const relative = isOneDay ? relativeDay(first, reader) : null;
  const dates = isOneDay ? formatDay(first, reader) : formatDays(first, last, reader);
  return {
    headline: reader.translate("when_all_day", [relative ?? dates]),
    detail: relative === null ? fromNow(first, reader) : dates,
    elsewhere: null,
    note: null,
  };
}

/** Instants where the object gives them, else the wall times as if the reader stood in them. */
function draw(start: CalendarTime, end: CalendarTime | null, zone: string): Drawn {
  if (start.instant !== null) {
    return { from: start.instant, to: end?.instant ?? null, zone };
  }
  return { from: wallOf(start), to: end === null ? null : wallOf(end), zone: "UTC" };
}

/** A day that no calendar has, such as February 30, is no time. */
function readable(time: CalendarTime | null): CalendarTime | null {
  return time === null || Number.isNaN(wallOf(time)) ? null : time;
}

function wallOf(time: CalendarTime): number {
  return Date.parse(time.kind === "date" ? time.wall : `${time.wall}Z`);
}

function timedHeadline(drawn: Drawn, reader: Reader): string {
  const { from, to, zone } = drawn;
  const day = dayOf(from, zone);
  const relative = relativeDay(day, reader);
  const ends = to === null || to <= from ? from : to;
  if (dayOf(ends, zone) !== day || relative === null) {
    const dates = { ...dateStyle(from, zone, reader), ...dateStyle(ends, zone, reader) };
    return range(drawn, { ...dates, ...TIME }, reader);
  }
  return reader.translate("when_day_time", [relative, range(drawn, TIME, reader)]);
}

function range(drawn: Drawn, style: Intl.DateTimeFormatOptions, reader: Reader): string {
  const { from, to, zone } = drawn;
  const formatter = format(reader, { ...style, timeZone: zone });
  return to === null || to <= from ? formatter.format(from) : formatter.formatRange(from, to);
}

function detailOf(drawn: Drawn, start: CalendarTime, reader: Reader): string | null {
  const { from, zone } = drawn;
  const day = dayOf(from, zone);
  const date = relativeDay(day, reader) === null ? fromNow(day, reader) : formatDay(day, reader);
  if (start.instant === null) {
    return date;
  }
  const offset = offsetName(from, zone, reader);
  return date === null ? offset : reader.translate("when_detail", [date, offset]);
}

function elsewhereOf(start: CalendarTime, end: CalendarTime | null, reader: Reader): string | null {
  const zone = start.timeZone;
  if (start.instant === null || zone === null) {
    return null;
  }
  const drawn = draw(start, end, zone);
  if (offsetName(drawn.from, zone, reader) === offsetName(drawn.from, reader.zone, reader)) {
    return null;
  }
  const isSameDay = dayOf(drawn.from, zone) === dayOf(drawn.from, reader.zone);
  const style = isSameDay ? TIME : { ...dateStyle(drawn.from, zone, reader), ...TIME };
  return reader.translate("when_in_zone", [range(drawn, style, reader), zoneWords(zone)]);
}

function noteOf(start: CalendarTime, { translate }: Reader): string | null {
  switch (start.kind) {
    case "floating":
      return translate("when_floating");
    case "undefined":
      return translate("when_undefined_zone", [start.tzid ?? ""]);
    case "date":
    case "utc":
    case "zoned":
      return null;
  }
}

/** "America/New_York" as people write it. */
function zoneWords(zone: string): string {
  return zone.replaceAll("_", " ");
}

/** "Today", "Tomorrow", "Yesterday"; null for every other day. */
function relativeDay(day: number, reader: Reader): string | null {
  const days = daysFromNow(day, reader);
  if (Math.abs(days) > 1) {
    return null;
  }
  const words = relativeFormat(reader.locale).format(days, "day");
  return words.charAt(0).toLocaleUpperCase(reader.locale) + words.slice(1);
}

/** "in 9 days"; null where the date alone says more. */
function fromNow(day: number, reader: Reader): string | null {
  const days = daysFromNow(day, reader);
  if (Math.abs(days) > NEAR_DAYS) {
    return null;
  }
  return relativeFormat(reader.locale).format(days, "day");
}

function daysFromNow(day: number, { now, zone }: Reader): number {
  return daysBetween(dayOf(now, zone), day);
}

function offsetName(instant: number, zone: string, { locale }: Reader): string {
  const parts = dateFormat(locale, {
    timeZone: zone,
    timeZoneName: "shortOffset",
  }).formatToParts(instant);
  return parts.find(({ type }) => type === "timeZoneName")?.value ?? zone;
}

/** The year is said where it is not this one. */
function dateStyle(instant: number, zone: string, reader: Reader): Intl.DateTimeFormatOptions {
  const year = new Date(dayOf(instant, zone)).getUTCFullYear();
  const isThisYear = year === new Date(dayOf(reader.now, reader.zone)).getUTCFullYear();
  return {
    weekday: "long",
    day: "numeric",
    month: "long",
    ...(isThisYear ? {} : { year: "numeric" }),
  };
}

function formatDay(day: number, reader: Reader): string {
  const style = { ...dateStyle(day, "UTC", reader), year: "numeric" as const };
  return format(reader, { ...style, timeZone: "UTC" }).format(day);
}

function formatDays(first: number, last: number, reader: Reader): string {
  const style = { ...dateStyle(first, "UTC", reader), ...dateStyle(last, "UTC", reader) };
  return format(reader, { ...style, timeZone: "UTC" }).formatRange(first, last);
}

function format({ locale }: Reader, style: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return dateFormat(locale, style);
}
