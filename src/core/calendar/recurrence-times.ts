import type { Frequency, RecurrenceRule } from "./recurrence-rule.ts";
import { DAY, dayOf, HOUR, MINUTE, SECOND } from "./wall-time.ts";

/**
 * Times of day: all hours combined with all minutes and seconds, each list ascending. Kept as lists,
 * since a rule may name every second of the day.
 */
export interface TimesOfDay {
  readonly hours: readonly number[];
  readonly minutes: readonly number[];
  readonly seconds: readonly number[];
}

/** Times that the rule allows; a part that FREQ itself runs through allows all. */
export function timesOfRule(rule: RecurrenceRule, start: number): TimesOfDay {
  const own = partsOf(start - dayOf(start) * DAY);
  const runs = (...frequencies: readonly Frequency[]): boolean =>
    frequencies.includes(rule.frequency);
  return {
    hours: chosen(rule.byHour, runs("HOURLY", "MINUTELY", "SECONDLY") ? HOURS : [own.hour]),
    minutes: chosen(rule.byMinute, runs("MINUTELY", "SECONDLY") ? SIXTY : [own.minute]),
    // Wall times have no 60th second (RFC 5545 §3.3.12).
    seconds: [
      ...new Set(
        chosen(rule.bySecond, runs("SECONDLY") ? SIXTY : [own.second]).map((second) =>
          Math.min(second, 59),
        ),
      ),
    ],
  };
}

/** What of the times lies within an hour, a minute or a second of the day. */
export function timesWithin(times: TimesOfDay, begin: number, length: number): TimesOfDay {
  const { hour, minute, second } = partsOf(begin);
  return {
    hours: times.hours.filter((candidate) => candidate === hour),
    minutes: length < HOUR ? times.minutes.filter((each) => each === minute) : times.minutes,
    seconds: length < MINUTE ? times.seconds.filter((each) => each === second) : times.seconds,
  };
}

export function countTimes({ hours, minutes, seconds }: TimesOfDay): number {
  return hours.length * minutes.length * seconds.length;
}

/** The time at a place in the list of all, ascending; 0 beyond its end. */
export function timeAt({ hours, minutes, seconds }: TimesOfDay, index: number): number {
  const hour = hours[Math.floor(index / (minutes.length * seconds.length))] ?? 0;
  const minute = minutes[Math.floor(index / seconds.length) % minutes.length] ?? 0;
  const second = seconds[index % seconds.length] ?? 0;
  return hour * HOUR + minute * MINUTE + second * SECOND;
}

/** The place of a time in the list of all; -1 when it is not one of them. */
export function indexOfTime(times: TimesOfDay, time: number): number {
  const parts = partsOf(time);
  const hour = times.hours.indexOf(parts.hour);
  const minute = times.minutes.indexOf(parts.minute);
  const second = times.seconds.indexOf(parts.second);
  const isThere = hour !== -1 && minute !== -1 && second !== -1 && time % SECOND === 0;
  return isThere ? (hour * times.minutes.length + minute) * times.seconds.length + second : -1;
}

interface TimeParts {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

function partsOf(time: number): TimeParts {
  return {
    hour: Math.floor(time / HOUR),
    minute: Math.floor(time / MINUTE) % 60,
    second: Math.floor(time / SECOND) % 60,
  };
}

function chosen(list: readonly number[], otherwise: readonly number[]): readonly number[] {
  return list.length > 0 ? list : otherwise;
}

const HOURS = allBelow(24);
const SIXTY = allBelow(60);

function allBelow(end: number): readonly number[] {
  return Array.from({ length: end }, (_, index) => index);
}
