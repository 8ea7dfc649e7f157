import { ianaClock, isZoneOfPlatform } from "./clock.ts";
import type { CalendarTime } from "./time.ts";
import { parseWall, printWall } from "./wall-time.ts";

/**
 * A wall time as a form field gives it ("2026-12-01T10:00"), in an IANA zone, as an instant; null
 * where either is none.
 */
export function zonedTime(text: string, timeZone: string): CalendarTime | null {
  const wall = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?$/.test(text)
    ? parseWall(text.length === "2026-12-01T10:00".length ? `${text}:00` : text)
    : null;
  const instant =
    wall !== null && isZoneOfPlatform(timeZone) ? ianaClock(timeZone).instantOf(wall) : null;
  return instant === null
    ? null
    : { kind: "utc", wall: printWall(instant), instant, tzid: null, timeZone: null };
}
