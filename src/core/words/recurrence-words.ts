import type { Recurrence } from "../calendar/recurrence.ts";
import type { CalendarTime } from "../calendar/time.ts";
import { dayOf } from "./day.ts";
import { dateFormat, listFormat } from "./formats.ts";
import { countedWords } from "./numbered-words.ts";
import { ruleWords } from "./recurrence-rule-words.ts";
import type { Reader } from "./translate.ts";

/** More dates are counted, not named. */
const MOST_NAMED = 5;

/**
 * How a series repeats, in one sentence: its rule, its end, further dates and those left out. Days
 * are those of the series' own zone, as its rule means them.
 */
export function recurrenceWords(
  recurrence: Recurrence,
  start: CalendarTime | null,
  reader: Reader,
): string {
  const { rule, dates, excluded, problems } = recurrence;
  const list = (key: string, values: readonly string[], times: readonly CalendarTime[]): string =>
    listWords({ key, values, days: times.map((time) => dayIn(time, start, reader)) }, reader);
  if (rule === null && problems.length === 0) {
    return list("recurrence_dates", [], start === null ? dates : [start, ...dates]);
  }
  const told = rule === null || start === null ? null : ruleWords(rule, start, reader);
  const base = told ?? reader.translate("recurrence_unknown");
  const bounded = endWords(base, recurrence, { start, reader });
  const extended = dates.length === 0 ? bounded : list("recurrence_also", [bounded], dates);
  return excluded.length === 0 ? extended : list("recurrence_except", [extended], excluded);
}

interface Telling {
  readonly start: CalendarTime | null;
  readonly reader: Reader;
}

function endWords(
  words: string,
  { count, until }: Pick<Recurrence, "count" | "until">,
  { start, reader }: Telling,
): string {
  if (count !== null) {
    return countedWords({ key: "recurrence_count", values: [words], number: count }, reader);
  }
  return until === null
    ? words
    : reader.translate("recurrence_until", [words, dayWords(dayIn(until, start, reader), reader)]);
}

interface DayList {
  readonly key: string;
  readonly values: readonly string[];
  readonly days: readonly number[];
}

/** Names a few days, each once and in order; of more only the number is told. */
function listWords({ key, values, days }: DayList, reader: Reader): string {
  const distinct = [...new Set(days)].sort((a, b) => a - b);
  if (distinct.length > MOST_NAMED) {
    return countedWords({ key: `${key}_number`, values, number: distinct.length }, reader);
  }
  const names = distinct.map((day) => dayWords(day, reader));
  return reader.translate(key, [...values, listFormat(reader.locale).format(names)]);
}

/** An instant lies in the day that the series' zone has then; any other time in the day it names. */
function dayIn(time: CalendarTime, start: CalendarTime | null, reader: Reader): number {
  return time.kind === "utc" && time.instant !== null && start?.kind === "zoned"
    ? dayOf(time.instant, start.timeZone ?? reader.zone)
    : Date.parse(time.wall.slice(0, "2026-12-01".length));
}

function dayWords(day: number, { locale }: Reader): string {
  return dateFormat(locale, {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(day);
}
