import type { RecurrenceRule, RuleDay } from "./recurrence-rule.ts";
import { DAY } from "./wall-time.ts";

/** Days are counted from 1970-01-01, a Thursday. */
export function weekdayOf(day: number): number {
  return (((day + 4) % 7) + 7) % 7;
}

export interface CivilDate {
  readonly year: number;
  /** From 1. */
  readonly month: number;
  readonly dayOfMonth: number;
}

export function civilDate(day: number): CivilDate {
  const date = new Date(day * DAY);
  return {
    year: date.getUTCFullYear(),
    month: date.getUTCMonth() + 1,
    dayOfMonth: date.getUTCDate(),
  };
}

/** `month` may lie outside of 1 to 12. */
export function firstDayOfMonth(year: number, month: number): number {
  return new Date(0).setUTCFullYear(year, month - 1, 1) / DAY;
}

/** The parts of a rule that choose days, ready for looking up; what is missing is null. */
export interface DayFilter {
  readonly months: ReadonlySet<number> | null;
  readonly monthDays: ReadonlySet<number> | null;
  readonly yearDays: ReadonlySet<number> | null;
  readonly weekNumbers: ReadonlySet<number> | null;
  readonly weekdays: readonly RuleDay[] | null;
  /** What an ordinal of BYDAY counts in. */
  readonly ordinalsIn: "month" | "year" | null;
  readonly weekStart: number;
}

/** What the rule does not say about days is taken from DTSTART (RFC 5545 §3.3.10). */
export function dayFilter(rule: RecurrenceRule, startDay: number): DayFilter {
  const taken = takenFromStart(rule);
  const start = civilDate(startDay);
  return {
    months: taken === "date" ? new Set([start.month]) : setOf(rule.byMonth),
    monthDays:
      taken === "date" || taken === "month-day"
        ? new Set([start.dayOfMonth])
        : setOf(rule.byMonthDay),
    yearDays: setOf(rule.byYearDay),
    weekNumbers: rule.frequency === "YEARLY" ? setOf(rule.byWeekNo) : null,
    weekdays:
      taken === "weekday" ? [{ weekday: weekdayOf(startDay), ordinal: null }] : listOf(rule.byDay),
    ordinalsIn: ordinalsIn(rule),
    weekStart: rule.weekStart,
  };
}

function takenFromStart(rule: RecurrenceRule): "date" | "month-day" | "weekday" | null {
  const { byDay, byMonthDay, byYearDay } = rule;
  if ([byDay, byMonthDay, byYearDay].some((list) => list.length > 0)) {
    return null;
  }
  if (rule.frequency === "YEARLY") {
    return takenByYear(rule);
  }
  return rule.frequency === "MONTHLY"
    ? "month-day"
    : rule.frequency === "WEEKLY"
      ? "weekday"
      : null;
}

function takenByYear({ byWeekNo, byMonth }: RecurrenceRule): "date" | "month-day" | "weekday" {
  if (byWeekNo.length > 0) {
    return "weekday";
  }
  return byMonth.length > 0 ? "month-day" : "date";
}

function setOf(list: readonly number[]): ReadonlySet<number> | null {
  return list.length === 0 ? null : new Set(list);
}

function listOf<Item>(list: readonly Item[]): readonly Item[] | null {
  return list.length === 0 ? null : list;
}

function ordinalsIn({ frequency, byMonth, byWeekNo }: RecurrenceRule): "month" | "year" | null {
  if (frequency === "MONTHLY") {
    return "month";
  }
  return frequency !== "YEARLY" || byWeekNo.length > 0
    ? null
    : byMonth.length > 0
      ? "month"
      : "year";
}

/** The days from `first` up to, not including, `end` that the filter lets through. */
export function matchingDays(filter: DayFilter, first: number, end: number): number[] {
  const days: number[] = [];
  for (let day = first; day < end;) {
    const { year, month } = civilDate(day);
    const stop = Math.min(firstDayOfMonth(year, month + 1), end);
    if (filter.months === null || filter.months.has(month)) {
      const bounds = monthBounds(year, month);
      days.push(
        ...daysFrom(day, stop).filter((candidate) => matchesInMonth(filter, candidate, bounds)),
      );
    }
    day = stop;
  }
  return days;
}

function daysFrom(first: number, end: number): number[] {
  return Array.from({ length: end - first }, (_, index) => first + index);
}

interface Bounds {
  readonly monthStart: number;
  readonly nextMonth: number;
  readonly yearStart: number;
  readonly nextYear: number;
}

function monthBounds(year: number, month: number): Bounds {
  return {
    monthStart: firstDayOfMonth(year, month),
    nextMonth: firstDayOfMonth(year, month + 1),
    yearStart: firstDayOfMonth(year, 1),
    nextYear: firstDayOfMonth(year + 1, 1),
  };
}

function matchesInMonth(filter: DayFilter, day: number, bounds: Bounds): boolean {
  const { monthStart, nextMonth, yearStart, nextYear } = bounds;
  return (
    holds(filter.monthDays, day - monthStart + 1, day - nextMonth) &&
    holds(filter.yearDays, day - yearStart + 1, day - nextYear) &&
    (filter.weekdays === null ||
      filter.weekdays.some((rule) => matchesWeekday(rule, filter, { day, bounds })))
  );
}

/** Counted from the front (1, 2 …) or from the back (-1, -2 …). */
function holds(numbers: ReadonlySet<number> | null, front: number, back: number): boolean {
  return numbers === null || numbers.has(front) || numbers.has(back);
}

function matchesWeekday(
  { weekday, ordinal }: RuleDay,
  { ordinalsIn }: DayFilter,
  { day, bounds }: { day: number; bounds: Bounds },
): boolean {
  if (weekdayOf(day) !== weekday) {
    return false;
  }
  if (ordinal === null || ordinalsIn === null) {
    return true;
  }
  const [start, end] =
    ordinalsIn === "month"
      ? [bounds.monthStart, bounds.nextMonth]
      : [bounds.yearStart, bounds.nextYear];
  return ordinal === Math.floor((day - start) / 7) + 1 || ordinal === -Math.ceil((end - day) / 7);
}

/** The days of a year, BYWEEKNO's weeks among them, which may reach into its neighbours. */
export function matchingDaysOfYear(filter: DayFilter, year: number): number[] {
  const { weekNumbers } = filter;
  if (weekNumbers === null) {
    return matchingDays(filter, firstDayOfMonth(year, 1), firstDayOfMonth(year + 1, 1));
  }
  const firstWeek = startOfFirstWeek(year, filter.weekStart);
  const weeks = (startOfFirstWeek(year + 1, filter.weekStart) - firstWeek) / 7;
  const days: number[] = [];
  for (let week = 0; week < weeks; week += 1) {
    if (holds(weekNumbers, week + 1, week - weeks)) {
      days.push(...matchingDays(filter, firstWeek + week * 7, firstWeek + week * 7 + 7));
    }
  }
  return days;
}

/** Week 1 is the first with at least four days in the year (RFC 5545 §3.3.10, BYWEEKNO). */
function startOfFirstWeek(year: number, weekStart: number): number {
  const fourthDay = firstDayOfMonth(year, 1) + 3;
  return startOfWeek(fourthDay, weekStart);
}

export function startOfWeek(day: number, weekStart: number): number {
  return day - ((weekdayOf(day) - weekStart + 7) % 7);
}
