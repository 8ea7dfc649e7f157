import type { CalendarTime } from "../../core/calendar/time.ts";

/** A time as a datetime-local field writes it, in this computer's zone; "" for none. */
export function localWall(time: CalendarTime | null): string {
  if (time === null) {
    return "";
  }
  if (time.instant === null) {
    return time.kind === "date"
      ? `${time.wall}T00:00`
      : time.wall.slice(0, "2026-12-01T10:00".length);
  }
  const date = new Date(time.instant);
  const two = (value: number): string => String(value).padStart(2, "0");
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join("-");
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}`;
}
