import { ianaClock, type Clock } from "../calendar/clock.ts";
import { readSeries } from "../calendar/series.ts";
import type { CalendarTime } from "../calendar/time.ts";
import { DAY, parseWall } from "../calendar/wall-time.ts";
import type { Entry } from "../itip/invitation.ts";

/** Milliseconds since 1970. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where and when somebody looks. */
export interface Onlooker {
  readonly now: number;
  /** IANA name of his zone. */
  readonly zone: string;
}

/**
 * When an event takes place: the next occurrences that are not over, at most `max`; of a single one
 * the one, over or not. Days and floating times are the onlooker's.
 */
export function nextSpans(entry: Entry, onlooker: Onlooker, max: number): readonly Span[] {
  const clock = ianaClock(onlooker.zone);
  const single = spanFrom(entry.start, entry, clock);
  if (single === null) {
    return [];
  }
  const series = isSeries(entry) ? readSeries(entry.component, entry.zones) : null;
  const length = single.end - single.start;
  const occurrences = series?.nextInstances(onlooker.now - length, max) ?? [];
  const spans = occurrences.flatMap((time) => spanFrom(time, entry, clock) ?? []);
  return spans.length > 0 ? spans : [single];
}

function isSeries({ component }: Entry): boolean {
  return component.properties.some(({ name }) => name === "RRULE" || name === "RDATE");
}

function spanFrom(start: CalendarTime | null, entry: Entry, clock: Clock): Span | null {
  const from = start && instantOf(start, clock);
  return from === null ? null : { start: from, end: from + lengthOf(entry, clock) };
}

/** Of an event without end: a day, or a moment (RFC 5545 §3.6.1). */
function lengthOf({ start, end }: Entry, clock: Clock): number {
  const from = start && instantOf(start, clock);
  const to = end && instantOf(end, clock);
  if (from === null || to === null) {
    return start?.kind === "date" ? DAY : 0;
  }
  return Math.max(0, to - from);
}

function instantOf({ instant, wall }: CalendarTime, clock: Clock): number | null {
  const local = parseWall(wall);
  return instant ?? (local === null ? null : clock.instantOf(local));
}

/** The onlooker's day, or days, that a span lies in. */
export function daysAround({ start, end }: Span, zone: string): Span {
  const clock = ianaClock(zone);
  const midnight = (instant: number, days: number): number => {
    const wall = instant + (clock.offsetAt(instant) ?? 0);
    return clock.instantOf((Math.floor(wall / DAY) + days) * DAY) ?? instant;
  };
  return { start: midnight(start, 0), end: midnight(Math.max(start, end - 1), 1) };
}
