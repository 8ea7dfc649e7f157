import type { RecurrenceRule } from "./recurrence-rule.ts";
import type { CalendarTime } from "./time.ts";
import { DAY, dayOf } from "./wall-time.ts";
import type { Zones } from "./zones.ts";

/**
 * The last wall time, by the clock of DTSTART, that UNTIL allows; Infinity without UNTIL. Value types
 * that do not go together are common and taken for what is meant: a date lasts to its end.
 */
export function untilOf({ until }: RecurrenceRule, start: CalendarTime, zones: Zones): number {
  if (until === null) {
    return Infinity;
  }
  if (start.kind === "date") {
    return dayOf(until.wall) * DAY;
  }
  if (until.isDate) {
    return until.wall + DAY - 1;
  }
  if (until.isUtc && start.kind === "zoned") {
    const offset = zones.resolve(start.tzid ?? "")?.clock.offsetAt(until.wall) ?? 0;
    return until.wall + offset;
  }
  return until.wall;
}
