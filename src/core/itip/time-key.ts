import type { CalendarTime } from "../calendar/time.ts";

/**
 * Names a time so that equal keys mean the same time: instants by their value, dates by the date,
 * floating times by the wall time, undefined zones by their text (contract: "Series and instances").
 * "" for null.
 */
export function timeKey(time: CalendarTime | null): string {
  if (time === null) {
    return "";
  }
  switch (time.kind) {
    case "utc":
    case "zoned":
      return time.instant === null ? time.wall : printInstant(time.instant);
    case "date":
    case "floating":
    case "undefined":
      return time.wall;
  }
}

/** Milliseconds since 1970 as "2026-12-01T10:00:00Z". */
export function printInstant(instant: number): string {
  const date = new Date(instant);
  return Number.isNaN(date.getTime()) ? "" : date.toISOString().replace(/\.\d{3}Z$/, "Z");
}
