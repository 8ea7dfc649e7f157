import type { RecurrenceRule } from "../calendar/recurrence-rule.ts";
import { dateFormat, listFormat } from "./formats.ts";
import { rankedWords } from "./numbered-words.ts";
import type { Reader } from "./translate.ts";

/** The day on which a series begins. */
export interface FirstDay {
  /** 0 for Sunday. */
  readonly weekday: number;
  readonly dayOfMonth: number;
  /** From 1. */
  readonly month: number;
}

/** "the 1st, the 15th and the last day", "the second Monday"; null for what has no such words. */
export function dayOfMonthWords(
  rule: RecurrenceRule,
  first: FirstDay,
  reader: Reader,
): string | null {
  const days = daysOf(rule, first, reader);
  return days.includes(null) ? null : listFormat(reader.locale).format(days as string[]);
}

function daysOf(
  { byDay, byMonthDay, bySetPos }: RecurrenceRule,
  first: FirstDay,
  reader: Reader,
): readonly (string | null)[] {
  if (byDay.length === 0) {
    const days = byMonthDay.length > 0 ? inOrder(byMonthDay) : [first.dayOfMonth];
    return bySetPos.length > 0 ? [null] : days.map((day) => monthDayWords(day, reader));
  }
  if (byMonthDay.length > 0) {
    return [null];
  }
  if (bySetPos.length > 0) {
    const kind = kindOfDay(byDay, reader);
    return inOrder(bySetPos).map((position) => kind && placeWords(position, kind, reader));
  }
  return byDay.map(({ weekday, ordinal }) => {
    const name = weekdayName(weekday, reader);
    return ordinal === null
      ? reader.translate("recurrence_every_weekday", [name])
      : placeWords(ordinal, name, reader);
  });
}

/** From the front of the month first. */
function inOrder(days: readonly number[]): readonly number[] {
  return [...days.filter((day) => day > 0), ...days.filter((day) => day < 0)];
}

/** "the 1st", "the last day", "the 3rd day from the end". */
function monthDayWords(day: number, reader: Reader): string {
  const { translate } = reader;
  if (day === -1) {
    return translate("recurrence_day_last");
  }
  const key = day > 0 ? "recurrence_day" : "recurrence_day_from_end";
  return rankedWords({ key, values: [], number: Math.abs(day) }, reader);
}

/** Ranks that have a word of their own. */
const NAMED_RANKS: ReadonlyMap<number, string> = new Map([
  [1, "first"],
  [2, "second"],
  [3, "third"],
  [4, "fourth"],
  [5, "fifth"],
  [-1, "last"],
  [-2, "second_last"],
]);

/** "the second Monday", "the last working day", "the 20th Monday". */
function placeWords(rank: number, name: string, reader: Reader): string | null {
  const named = NAMED_RANKS.get(rank);
  if (named !== undefined) {
    return reader.translate(`recurrence_${named}`, [name]);
  }
  return rank > 0
    ? rankedWords({ key: "recurrence_nth", values: [name], number: rank }, reader)
    : null;
}

/** What BYSETPOS picks from: a weekday, working days, weekend days or all; null for other sets. */
function kindOfDay(byDay: RecurrenceRule["byDay"], reader: Reader): string | null {
  const weekdays = byDay.map(({ weekday }) => weekday).sort((a, b) => a - b);
  const [only] = weekdays;
  if (byDay.some(({ ordinal }) => ordinal !== null)) {
    return null;
  }
  if (only !== undefined && weekdays.length === 1) {
    return weekdayName(only, reader);
  }
  const kind = KINDS.get(weekdays.join(""));
  return kind === undefined ? null : reader.translate(`recurrence_${kind}`);
}

const KINDS: ReadonlyMap<string, string> = new Map([
  ["12345", "working_day"],
  ["06", "weekend_day"],
  ["0123456", "any_day"],
]);

/** "Monday and Wednesday", the first day of the week first. */
export function weekdaysWords(
  weekdays: readonly number[],
  weekStart: number,
  reader: Reader,
): string {
  const place = (weekday: number): number => (weekday - weekStart + 7) % 7;
  const names = [...new Set(weekdays)]
    .sort((a, b) => place(a) - place(b))
    .map((weekday) => weekdayName(weekday, reader));
  return listFormat(reader.locale).format(names);
}

/** 4 January 1970 was a Sunday. */
function weekdayName(weekday: number, { locale }: Reader): string {
  const day = Date.UTC(1970, 0, 4 + weekday);
  return dateFormat(locale, { weekday: "long", timeZone: "UTC" }).format(day);
}

export function monthsWords(months: readonly number[], { locale }: Reader): string {
  const format = dateFormat(locale, { month: "long", timeZone: "UTC" });
  return listFormat(locale).format(
    months.map((month) => format.format(Date.UTC(2024, month - 1, 1))),
  );
}

/** "1 March and 1 September"; null where a month does not have the day. */
export function yearDaysWords(
  months: readonly number[],
  days: readonly number[],
  { locale }: Reader,
): string | null {
  const format = dateFormat(locale, { day: "numeric", month: "long", timeZone: "UTC" });
  // A leap year, so that there is a 29 February.
  const dates = months.flatMap((month) => days.map((day) => Date.UTC(2024, month - 1, day)));
  const exist = days.every((day) =>
    months.every(
      (month) => day > 0 && new Date(Date.UTC(2024, month - 1, day)).getUTCDate() === day,
    ),
  );
  return exist ? listFormat(locale).format(dates.map((date) => format.format(date))) : null;
}
