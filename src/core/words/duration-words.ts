import { numberFormat } from "./formats.ts";
import type { Reader } from "./translate.ts";

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** A length of time as people say it: "40 sec", "3 min", "2 hr". */
export function durationWords(milliseconds: number, { locale }: Pick<Reader, "locale">): string {
  const [unit, length] =
    milliseconds < MINUTE
      ? (["second", SECOND] as const)
      : milliseconds < HOUR
        ? (["minute", MINUTE] as const)
        : (["hour", HOUR] as const);
  const format = numberFormat(locale, { style: "unit", unit, unitDisplay: "short" });
  return format.format(Math.max(1, Math.round(milliseconds / length)));
}
