import {
  civilDate,
  dayFilter,
  firstDayOfMonth,
  matchingDays,
  matchingDaysOfYear,
  startOfWeek,
  type DayFilter,
} from "./recurrence-days.ts";
import type { RecurrenceRule } from "./recurrence-rule.ts";
import { timesOfRule, timesWithin, type TimesOfDay } from "./recurrence-times.ts";
import { DAY, dayOf, HOUR, MINUTE, SECOND } from "./wall-time.ts";

/** One period of FREQ: its occurrences are all its days combined with all its times of day. */
export interface Period {
  readonly days: readonly number[];
  readonly times: TimesOfDay;
}

/** The periods of a rule (years, months … seconds), numbered from the one of DTSTART on. */
export interface Periods {
  /** The number of the period in which, or last before which, a wall time lies. */
  readonly indexOf: (wall: number) => number;
  readonly firstDay: (index: number) => number;
  readonly period: (index: number) => Period;
  /** The next that can have occurrences: hours and less are passed over by the day. */
  readonly after: (index: number, period: Period) => number;
  /** Days looked at for one period. */
  readonly cost: number;
}

export function periodsOf(rule: RecurrenceRule, start: number): Periods {
  const unit = unitOf(rule, start);
  const { interval } = rule;
  const first = unit.numberOf(start);
  const numberAt = (index: number): number => first + index * interval;
  const firstDay = (index: number): number => unit.firstDay(numberAt(index));
  return {
    indexOf: (wall) => Math.max(0, Math.floor((unit.numberOf(wall) - first) / interval)),
    firstDay,
    period: (index) => unit.period(numberAt(Math.max(0, index))),
    after: (index, { days }) => {
      if (!unit.isOfDay || days.length > 0) {
        return index + 1;
      }
      const tomorrow = unit.numberOf((firstDay(index) + 1) * DAY);
      return Math.max(index + 1, Math.ceil((tomorrow - first) / interval));
    },
    cost: unit.cost,
  };
}

/** Years, months, weeks … counted from some point in the past. */
interface Unit {
  readonly cost: number;
  /** A part of a day. */
  readonly isOfDay: boolean;
  readonly numberOf: (wall: number) => number;
  readonly firstDay: (number: number) => number;
  readonly period: (number: number) => Period;
}

function unitOf(rule: RecurrenceRule, start: number): Unit {
  const filter = dayFilter(rule, dayOf(start));
  const times = timesOfRule(rule, start);
  switch (rule.frequency) {
    case "YEARLY":
      return yearUnit(filter, times);
    case "MONTHLY":
      return monthUnit(filter, times);
    case "WEEKLY":
      return weekUnit(filter, times);
    case "DAILY":
      return dayUnit(filter, times);
    case "HOURLY":
      return clockUnit(HOUR, filter, times);
    case "MINUTELY":
      return clockUnit(MINUTE, filter, times);
    case "SECONDLY":
      return clockUnit(SECOND, filter, times);
  }
}

function yearUnit(filter: DayFilter, times: TimesOfDay): Unit {
  return {
    cost: 366,
    isOfDay: false,
    numberOf: (wall) => civilDate(dayOf(wall)).year,
    // The first week of a year may begin in the year before.
    firstDay: (year) => firstDayOfMonth(year, 1) - 6,
    period: (year) => ({ days: matchingDaysOfYear(filter, year), times }),
  };
}

function monthUnit(filter: DayFilter, times: TimesOfDay): Unit {
  const firstDay = (month: number): number => firstDayOfMonth(0, month + 1);
  return {
    cost: 31,
    isOfDay: false,
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

function weekUnit(filter: DayFilter, times: TimesOfDay): Unit {
  // Some first day of a week: weeks are counted in sevens from there.
  const origin = startOfWeek(0, filter.weekStart);
  const firstDay = (week: number): number => origin + week * 7;
  return {
    cost: 7,
    isOfDay: false,
    numberOf: (wall) => Math.floor((dayOf(wall) - origin) / 7),
    firstDay,
    period: (week) => ({ days: matchingDays(filter, firstDay(week), firstDay(week + 1)), times }),
  };
}

function dayUnit(filter: DayFilter, times: TimesOfDay): Unit {
  return {
    cost: 1,
    isOfDay: false,
    numberOf: dayOf,
    firstDay: (day) => day,
    period: (day) => ({ days: matchingDays(filter, day, day + 1), times }),
  };
}

function clockUnit(length: number, filter: DayFilter, times: TimesOfDay): Unit {
  const firstDay = (number: number): number => dayOf(number * length);
  return {
    cost: 1,
    isOfDay: true,
    numberOf: (wall) => Math.floor(wall / length),
    firstDay,
    period: (number) => {
      const day = firstDay(number);
      return {
        days: matchingDays(filter, day, day + 1),
        times: timesWithin(times, number * length - day * DAY, length),
      };
    },
  };
}
