import { civilDate, firstDayOfMonth, weekdayOf } from "./recurrence-days.ts";
import { WEEKDAYS } from "./recurrence-rule.ts";
import { DAY, dayOf } from "./wall-time.ts";

/**
 * The RRULE that yields these wall times, one in each year: "the last Sunday of March", "the Friday
 * from 23 to 29 March". Null when they follow no such rule. The more years, the surer.
 */
export function yearlyPattern(walls: readonly number[]): string | null {
  const days = walls.map(describeDay);
  const [first] = days;
  if (first === undefined || !days.every((day) => isAlike(day, first))) {
    return null;
  }
  const weekday = WEEKDAYS[first.weekday] ?? "SU";
  const base = `FREQ=YEARLY;BYMONTH=${String(first.month)}`;
  if (days.every(({ isLast }) => isLast)) {
    return `${base};BYDAY=-1${weekday}`;
  }
  const week = Math.ceil(first.dayOfMonth / 7);
  if (days.every(({ dayOfMonth }) => Math.ceil(dayOfMonth / 7) === week)) {
    return `${base};BYDAY=${String(week)}${weekday}`;
  }
  const earliest = Math.min(...days.map(({ dayOfMonth }) => dayOfMonth));
  const latest = Math.max(...days.map(({ dayOfMonth }) => dayOfMonth));
  const window = Array.from({ length: 7 }, (_, index) => earliest + index);
  return latest - earliest === 6 ? `${base};BYMONTHDAY=${window.join(",")};BYDAY=${weekday}` : null;
}

interface DescribedDay {
  readonly month: number;
  readonly dayOfMonth: number;
  readonly weekday: number;
  /** The last of its weekday in the month. */
  readonly isLast: boolean;
  readonly timeOfDay: number;
}

function describeDay(wall: number): DescribedDay {
  const day = dayOf(wall);
  const { year, month, dayOfMonth } = civilDate(day);
  return {
    month,
    dayOfMonth,
    weekday: weekdayOf(day),
    isLast: day + 7 >= firstDayOfMonth(year, month + 1),
    timeOfDay: wall - day * DAY,
  };
}

function isAlike(a: DescribedDay, b: DescribedDay): boolean {
  return a.month === b.month && a.weekday === b.weekday && a.timeOfDay === b.timeOfDay;
}
