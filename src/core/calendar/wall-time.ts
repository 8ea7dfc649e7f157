/**
 * Wall times are counted in milliseconds since 1970-01-01T00:00:00 of the same wall clock, which makes
 * adding days and comparing plain arithmetic; the zone comes in only where an instant is asked for.
 */

export const SECOND = 1000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** A DATE or DATE-TIME as its text alone says (RFC 5545 §3.3.4, §3.3.5). */
export interface WrittenTime {
  readonly wall: number;
  readonly isDate: boolean;
  readonly isUtc: boolean;
}

const WRITTEN = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/i;

export function parseWrittenTime(value: string): WrittenTime | null {
  const match = WRITTEN.exec(value.trim());
  if (match === null) {
    return null;
  }
  const [year, month, day, hour, minute, second] = match.slice(1, 7);
  const isDate = hour === undefined;
  // RFC 5545 §3.3.12: whoever knows no leap second takes 60 for 59.
  const seconds = second === "60" ? "59" : second;
  const text = [`${String(year)}-${String(month)}-${String(day)}`]
    .concat(isDate ? "00:00:00" : [hour, minute, seconds].join(":"))
    .join("T");
  const wall = parseWall(text);
  return wall !== null && printWall(wall) === text
    ? { wall, isDate, isUtc: match[7]?.toUpperCase() === "Z" }
    : null;
}

/** Takes "2026-12-01" and "2026-12-01T10:00:00". */
export function parseWall(text: string): number | null {
  const wall = Date.parse(text.includes("T") ? `${text}Z` : `${text}T00:00:00Z`);
  return Number.isNaN(wall) ? null : wall;
}

/** "2026-12-01T10:00:00" */
export function printWall(wall: number): string {
  return new Date(wall).toISOString().slice(0, -5);
}

/** The day that a wall time lies in, counted from 1970-01-01. */
export function dayOf(wall: number): number {
  return Math.floor(wall / DAY);
}

/** The year has four digits (RFC 5545 §3.3.4). */
export function isWritableWall(wall: number): boolean {
  return wall >= FIRST_WALL && wall <= LAST_WALL;
}

const FIRST_WALL = Date.parse("0000-01-01T00:00:00Z");

export const LAST_WALL = Date.parse("9999-12-31T23:59:59Z");
