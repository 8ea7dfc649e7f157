import type { Frequency, RecurrenceRule } from "../calendar/recurrence-rule.ts";
import type { CalendarTime } from "../calendar/time.ts";
import { countedWords } from "./numbered-words.ts";
import {
  dayOfMonthWords,
  monthsWords,
  weekdaysWords,
  yearDaysWords,
  type FirstDay,
} from "./recurrence-day-words.ts";
import type { Reader } from "./translate.ts";

/** "Every 2 weeks on Monday and Friday"; null for a rule that the words do not cover. */
export function ruleWords(
  rule: RecurrenceRule,
  start: CalendarTime,
  reader: Reader,
): string | null {
  const isCovered =
    rule.byYearDay.length === 0 && rule.byWeekNo.length === 0 && isAtTimeOf(start, rule);
  return isCovered ? WORDS[rule.frequency](rule, firstDayOf(start), reader) : null;
}

type Words = (rule: RecurrenceRule, first: FirstDay, reader: Reader) => string | null;

const WORDS: Readonly<Record<Frequency, Words>> = {
  YEARLY: yearlyWords,
  MONTHLY: monthlyWords,
  WEEKLY: weeklyWords,
  DAILY: dailyWords,
  HOURLY: shortWords,
  MINUTELY: shortWords,
  SECONDLY: shortWords,
};

function shortWords(rule: RecurrenceRule, _: FirstDay, reader: Reader): string | null {
  return choosesDays(rule) ? null : every(rule, reader);
}

/** Parts that name times say nothing where they name the one of DTSTART. */
function isAtTimeOf({ wall }: CalendarTime, rule: RecurrenceRule): boolean {
  const [hour, minute, second] = wall.slice("2026-12-01T".length).split(":").map(Number);
  const isOwn = (list: readonly number[], own: number | undefined): boolean =>
    list.every((value) => value === own);
  return isOwn(rule.byHour, hour) && isOwn(rule.byMinute, minute) && isOwn(rule.bySecond, second);
}

function firstDayOf({ wall }: CalendarTime): FirstDay {
  const day = new Date(`${wall.slice(0, "2026-12-01".length)}T00:00:00Z`);
  return {
    weekday: day.getUTCDay(),
    dayOfMonth: day.getUTCDate(),
    month: day.getUTCMonth() + 1,
  };
}

function choosesDays({ byDay, byMonthDay, byMonth, bySetPos }: RecurrenceRule): boolean {
  return [byDay, byMonthDay, byMonth, bySetPos].some((list) => list.length > 0);
}

function dailyWords(rule: RecurrenceRule, first: FirstDay, reader: Reader): string | null {
  if (!choosesDays(rule)) {
    return every(rule, reader);
  }
  return rule.interval === 1 && rule.byDay.length > 0 ? weeklyWords(rule, first, reader) : null;
}

const WORKING_DAYS = "12345";

function weeklyWords(rule: RecurrenceRule, first: FirstDay, reader: Reader): string | null {
  const { byDay, byMonth, byMonthDay, bySetPos, interval, weekStart } = rule;
  if ([byMonth, byMonthDay, bySetPos].some((list) => list.length > 0)) {
    return null;
  }
  const weekdays = byDay.length > 0 ? byDay.map(({ weekday }) => weekday) : [first.weekday];
  const isWorkingDays = [...weekdays].sort((a, b) => a - b).join("") === WORKING_DAYS;
  if (interval === 1 && isWorkingDays) {
    return reader.translate("recurrence_working_days");
  }
  return every({ frequency: "WEEKLY", interval }, reader, [
    weekdaysWords(weekdays, weekStart, reader),
  ]);
}

function monthlyWords(rule: RecurrenceRule, first: FirstDay, reader: Reader): string | null {
  const days = rule.byMonth.length > 0 ? null : dayOfMonthWords(rule, first, reader);
  return days === null ? null : every(rule, reader, [days]);
}

function yearlyWords(rule: RecurrenceRule, first: FirstDay, reader: Reader): string | null {
  const { byDay, byMonth, byMonthDay, bySetPos } = rule;
  if (byMonth.length > 0) {
    return yearlyInMonthsWords(rule, first, reader);
  }
  if (byMonthDay.length > 0 || bySetPos.length > 0) {
    return null;
  }
  if (byDay.length === 0) {
    const date = yearDaysWords([first.month], [first.dayOfMonth], reader);
    return date === null ? null : every(rule, reader, [date]);
  }
  const days = byDay.some(({ ordinal }) => ordinal === null)
    ? null
    : dayOfMonthWords(rule, first, reader);
  return days === null
    ? null
    : every(rule, reader, [reader.translate("recurrence_of_year", [days])]);
}

function yearlyInMonthsWords(rule: RecurrenceRule, first: FirstDay, reader: Reader): string | null {
  const { byDay, byMonth, byMonthDay, bySetPos } = rule;
  const isOfDates = byDay.length === 0 && bySetPos.length === 0;
  const days = byMonthDay.length > 0 ? byMonthDay : [first.dayOfMonth];
  const dates = isOfDates ? yearDaysWords(byMonth, days, reader) : null;
  if (dates !== null) {
    return every(rule, reader, [dates]);
  }
  const chosen = dayOfMonthWords(rule, first, reader);
  const months = monthsWords(byMonth, reader);
  return chosen === null
    ? null
    : every(rule, reader, [reader.translate("recurrence_of_months", [chosen, months])]);
}

/** "Every day", "Every 2 days", with what the text of the frequency names besides. */
function every(
  { frequency, interval }: Pick<RecurrenceRule, "frequency" | "interval">,
  reader: Reader,
  values: readonly string[] = [],
): string {
  const key = `recurrence_${frequency.toLowerCase()}`;
  if (interval === 1) {
    return reader.translate(key, values);
  }
  return countedWords({ key, values, number: interval }, reader);
}
