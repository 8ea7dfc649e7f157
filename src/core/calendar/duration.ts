import type { Clock } from "./clock.ts";
import type { CalendarTime } from "./time.ts";
import { DAY, HOUR, isWritableWall, MINUTE, parseWall, printWall, SECOND } from "./wall-time.ts";
import type { Zones } from "./zones.ts";

/** A DURATION value (RFC 5545 §3.3.6): days follow the wall clock, the rest is exact. */
export interface Duration {
  /** Milliseconds of whole weeks and days. */
  readonly nominal: number;
  /** Milliseconds of hours, minutes and seconds. */
  readonly exact: number;
}

/** Nine digits, so that no sum leaves the range in which numbers are exact. */
const DURATION =
  /^([+-]?)P(?=[\dT])(?:(\d{1,9})W)?(?:(\d{1,9})D)?(?:T(?=\d)(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?$/i;

export function parseDuration(value: string): Duration | null {
  const match = DURATION.exec(value.trim());
  if (match === null) {
    return null;
  }
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(2)
    .map((digits: string | undefined) => Number(digits ?? 0));
  const sign = match[1] === "-" ? -1 : 1;
  return {
    nominal: sign * (weeks * 7 + days) * DAY,
    exact: sign * (hours * HOUR + minutes * MINUTE + seconds * SECOND),
  };
}

/** The end of what begins at `time`; null when the duration is none or leads out of the calendar. */
export function addDuration(
  time: CalendarTime,
  durationValue: string,
  zones: Zones,
): CalendarTime | null {
  const duration = parseDuration(durationValue);
  const wall = parseWall(time.wall);
  if (duration === null || wall === null) {
    return null;
  }
  if (time.kind === "zoned") {
    return addInZone(time, { wall: wall + duration.nominal, exact: duration.exact }, zones);
  }
  const end = wall + duration.nominal + duration.exact;
  if (!isWritableWall(end) || (time.kind === "date" && end % DAY !== 0)) {
    return null;
  }
  return {
    ...time,
    wall: time.kind === "date" ? printWall(end).slice(0, 10) : printWall(end),
    instant: time.kind === "utc" ? end : null,
  };
}

/** Hours are counted on the instants, so that they stay exact across a change of the clock. */
function addInZone(
  time: CalendarTime,
  { wall, exact }: { wall: number; exact: number },
  zones: Zones,
): CalendarTime | null {
  const clock = zones.resolve(time.tzid ?? "")?.clock;
  if (clock === undefined || !isWritableWall(wall)) {
    return null;
  }
  const begin = clock.instantOf(wall);
  if (begin === null) {
    return null;
  }
  if (exact === 0) {
    return { ...time, wall: printWall(wall), instant: begin };
  }
  const instant = begin + exact;
  const end = isWritableWall(instant) ? wallAt(clock, instant) : null;
  return end === null ? null : { ...time, wall: printWall(end), instant };
}

/** Null outside of the years that can be written. */
function wallAt(clock: Clock, instant: number): number | null {
  const offset = clock.offsetAt(instant);
  return offset !== null && isWritableWall(instant + offset) ? instant + offset : null;
}
