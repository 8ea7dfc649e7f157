import { dateFormat } from "./formats.ts";

const DAY = 86_400_000;

/** The calendar day of an instant in a zone, as milliseconds of that day's midnight in UTC. */
export function dayOf(instant: number, zone: string): number {
  const parts = dateFormat("en-u-ca-gregory-nu-latn", {
    timeZone: zone,
    year: "numeric",
    month: "numeric",
    day: "numeric",
  }).formatToParts(instant);
  const field = (type: string): number =>
    Number(parts.find((part) => part.type === type)?.value ?? Number.NaN);
  return Date.UTC(field("year"), field("month") - 1, field("day"));
}

/** Whole days from one day to another, both as `dayOf` gives them. */
export function daysBetween(from: number, to: number): number {
  return Math.round((to - from) / DAY);
}

export function addDays(day: number, count: number): number {
  return day + count * DAY;
}
