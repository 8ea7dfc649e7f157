import { DAY, HOUR, MINUTE } from "./wall-time.ts";

/** What a time zone does: between wall times and instants, both in milliseconds. */
export interface Clock {
  /** Milliseconds ahead of UTC; null when it cannot be found out within the limits. */
  readonly offsetAt: (instant: number) => number | null;
  /**
   * A wall time that occurs twice means the first; one that does not occur is read with the offset
   * before the gap (RFC 5545 §3.3.5, form 3).
   */
  readonly instantOf: (wall: number) => number | null;
}

export function fixedClock(offset: number): Clock {
  return { offsetAt: () => offset, instantOf: (wall) => wall - offset };
}

/** Takes only names that `isZoneOfPlatform` accepts. */
export function ianaClock(timeZone: string): Clock {
  const known = clocks.get(timeZone);
  if (known !== undefined) {
    return known;
  }
  const clock = new IanaClock(formatOf(timeZone));
  clocks.set(timeZone, clock);
  return clock;
}

const clocks = new Map<string, Clock>();

export function isZoneOfPlatform(timeZone: string): boolean {
  try {
    formatOf(timeZone);
    return true;
  } catch {
    // RangeError: no zone of that name.
    return false;
  }
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known !== undefined) {
    return known;
  }
  const format = new Intl.DateTimeFormat("en-US", {
    timeZone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formats.set(timeZone, format);
  return format;
}

/** Before 1900 zones have local mean times, which nobody means; and years before 1 have no digits. */
const FIRST_INSTANT = Date.UTC(1900, 0, 1);

function offsetAt(format: Intl.DateTimeFormat, instant: number): number {
  const seconds = Math.floor(Math.max(instant, FIRST_INSTANT) / 1000) * 1000;
  const [month = 1, day = 1, year = 1970, hour = 0, minute = 0, second = 0] = Array.from(
    format.format(seconds).matchAll(/\d+/g),
    Number,
  );
  return Date.UTC(year, month - 1, day, hour, minute, second) - seconds;
}

/** Weeks whose offsets are kept: a weekly series of decades, and no more memory than that. */
const MAX_KEPT = 4000;

/** Asks the platform once for each week, since every question takes some microseconds. */
class IanaClock implements Clock {
  readonly #format: Intl.DateTimeFormat;
  readonly #starts = new Map<number, number>();

  constructor(format: Intl.DateTimeFormat) {
    this.#format = format;
  }

  offsetAt(instant: number): number {
    const week = Math.floor(instant / (7 * DAY));
    return this.#steadyOffset(week, week + 1) ?? offsetAt(this.#format, instant);
  }

  instantOf(wall: number): number {
    const week = Math.floor(wall / (7 * DAY));
    // Offsets are less than a day, so that the instant lies in this week or next to it.
    const steady = this.#steadyOffset(week - 1, week + 2);
    return steady === null ? this.#instantNearChange(wall) : wall - steady;
  }

  /** The offset of whole weeks; null where it changes in one of them. */
  #steadyOffset(first: number, last: number): number | null {
    const offset = this.#offsetAtStartOf(first);
    for (let week = first + 1; week <= last; week += 1) {
      if (this.#offsetAtStartOf(week) !== offset) {
        return null;
      }
    }
    return offset;
  }

  #offsetAtStartOf(week: number): number {
    const known = this.#starts.get(week);
    if (known !== undefined) {
      return known;
    }
    const offset = offsetAt(this.#format, week * 7 * DAY);
    if (this.#starts.size >= MAX_KEPT) {
      this.#starts.clear();
    }
    this.#starts.set(week, offset);
    return offset;
  }

  #instantNearChange(wall: number): number {
    const before = offsetAt(this.#format, wall - DAY);
    const after = offsetAt(this.#format, wall + DAY);
    const first = wall - before;
    if (before === after || offsetAt(this.#format, first) === before) {
      return first;
    }
    const second = wall - after;
    return offsetAt(this.#format, second) === after ? second : first;
  }
}

/** "+0100", "-033000" (RFC 5545 §3.3.14); null for what is no offset of less than a day. */
export function parseOffset(text: string): number | null {
  const match = /^([+-])(\d\d)(\d\d)(\d\d)?$/.exec(text.trim());
  if (match === null) {
    return null;
  }
  const [, sign, hours, minutes, seconds = "0"] = match;
  const size = Number(hours) * HOUR + Number(minutes) * MINUTE + Number(seconds) * 1000;
  return size >= DAY ? null : sign === "-" ? -size : size;
}
