import {
  civilDate,
  dayFilter,
  firstDayOfMonth,
  matchingDays,
  matchingDaysOfYear,
  startOfWeek,
  type DayFilter,
} from "./recurrence-days.ts";
import type { Frequency, RecurrenceRule } from "./recurrence-rule.ts";
import { DAY, dayOf, HOUR, MINUTE, SECOND } from "./wall-time.ts";

/** One period of FREQ: its occurrences are all its days combined with all its times of day. */
export interface Period {
  readonly days: readonly number[];
  readonly times: readonly number[];
}

/** The periods of a rule (years, months … seconds), numbered from the one of DTSTART on. */
export interface Periods {
  /** The number of the period in which, or last before which, a wall time lies. */
  readonly indexOf: (wall: number) => number;
  readonly firstDay: (index: number) => number;
  readonly period: (index: number) => Period;
  /** Days looked at for one period. */
  readonly cost: number;
}

export function periodsOf(rule: RecurrenceRule, start: number): Periods {
  const unit = unitOf(rule, start);
  const first = unit.numberOf(start);
  const numberAt = (index: number): number => first + index * rule.interval;
  return {
    indexOf: (wall) => Math.max(0, Math.floor((unit.numberOf(wall) - first) / rule.interval)),
    firstDay: (index) => unit.firstDay(numberAt(index)),
    period: (index) => (index < 0 ? { days: [], times: [] } : unit.period(numberAt(index))),
    cost: unit.cost,
  };
}

/** Years, months, weeks … counted from some point in the past. */
interface Unit {
  readonly cost: number;
  readonly numberOf: (wall: number) => number;
  readonly firstDay: (number: number) => number;
  readonly period: (number: number) => Period;
}

function unitOf(rule: RecurrenceRule, start: number): Unit {
  const filter = dayFilter(rule, dayOf(start));
  const times = timesOfDay(rule, start);
  switch (rule.frequency) {
    case "YEARLY":
      return yearUnit(filter, times);
    case "MONTHLY":
      return monthUnit(filter, times);
    case "WEEKLY":
      return weekUnit(filter, times);
    case "DAILY":
      return clockUnit(DAY, filter, times);
    case "HOURLY":
      return clockUnit(HOUR, filter, times);
    case "MINUTELY":
      return clockUnit(MINUTE, filter, times);
    case "SECONDLY":
      return clockUnit(SECOND, filter, times);
  }
}

function yearUnit(filter: DayFilter, times: readonly number[]): Unit {
  return {
    cost: 366,
    numberOf: (wall) => civilDate(dayOf(wall)).year,
    // The first week of a year may begin in the year before.
    firstDay: (year) => firstDayOfMonth(year, 1) - 6,
    period: (year) => ({ days: matchingDaysOfYear(filter, year), times }),
  };
}

function monthUnit(filter: DayFilter, times: readonly number[]): Unit {
  const firstDay = (month: number): number => firstDayOfMonth(0, month + 1);
  return {
    cost: 31,
    numberOf: (wall) => {
      const { year, month } = civilDate(dayOf(wall));
      return year * 12 + month - 1;
    },
    firstDay,
    period: (month) => ({
      days: matchingDays(filter, firstDay(month), firstDay(month + 1)),
      times,
    }),
  };
}

function weekUnit(filter: DayFilter, times: readonly number[]): Unit {
  // Some first day of a week: weeks are counted in sevens from there.
  const origin = startOfWeek(0, filter.weekStart);
  const firstDay = (week: number): number => origin + week * 7;
  return {
    cost: 7,
    numberOf: (wall) => Math.floor((dayOf(wall) - origin) / 7),
    firstDay,
    period: (week) => ({ days: matchingDays(filter, firstDay(week), firstDay(week + 1)), times }),
  };
}

function clockUnit(length: number, filter: DayFilter, times: readonly number[]): Unit {
  const firstDay = (number: number): number => dayOf(number * length);
  return {
    cost: 1,
    numberOf: (wall) => Math.floor(wall / length),
    firstDay,
    period: (number) => {
      const day = firstDay(number);
      const begin = number * length - day * DAY;
      const chosen = times.slice(lowerBound(times, begin), lowerBound(times, begin + length));
      return { days: chosen.length === 0 ? [] : matchingDays(filter, day, day + 1), times: chosen };
    },
  };
}

/** Times of day that the rule allows; a part that FREQ itself runs through allows all. */
function timesOfDay(rule: RecurrenceRule, start: number): readonly number[] {
  const runs = (...frequencies: readonly Frequency[]): boolean =>
    frequencies.includes(rule.frequency);
  const time = start - dayOf(start) * DAY;
  const hours = runs("HOURLY", "MINUTELY", "SECONDLY")
    ? chosen(rule.byHour, allBelow(24))
    : chosen(rule.byHour, [Math.floor(time / HOUR)]);
  const minutes = runs("MINUTELY", "SECONDLY")
    ? chosen(rule.byMinute, allBelow(60))
    : chosen(rule.byMinute, [Math.floor(time / MINUTE) % 60]);
  const seconds = runs("SECONDLY")
    ? chosen(rule.bySecond, allBelow(60))
    : chosen(rule.bySecond, [Math.floor(time / SECOND) % 60]);
  // Wall times have no 60th second (RFC 5545 §3.3.12).
  const wholeSeconds = [...new Set(seconds.map((second) => Math.min(second, 59)))];
  return hours.flatMap((hour) =>
    minutes.flatMap((minute) =>
      wholeSeconds.map((second) => hour * HOUR + minute * MINUTE + second * SECOND),
    ),
  );
}

function chosen(list: readonly number[], otherwise: readonly number[]): readonly number[] {
  return list.length > 0 ? list : otherwise;
}

function allBelow(end: number): readonly number[] {
  return Array.from({ length: end }, (_, index) => index);
}

/** The index of the first number that is not below `bound`. */
function lowerBound(numbers: readonly number[], bound: number): number {
  let low = 0;
  let high = numbers.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((numbers[middle] ?? 0) < bound) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}
