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
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(toNumber);
  const date = dateOf([year, month, day]);
  const time = timeOfDay([hour, minute, second]);
  const isUtc = match[7]?.toUpperCase() === "Z";
  return date === null || time === null
    ? null
    : { wall: date + time, isDate: match[4] === undefined, isUtc };
}

type Numbers = readonly [number | undefined, number | undefined, number | undefined];

function toNumber(digits: string | undefined): number {
  return Number(digits ?? 0);
}

/** Null for a day that the month does not have. */
function dateOf([year = 0, month = 1, day = 1]: Numbers): number | null {
  const wall = new Date(0).setUTCFullYear(year, month - 1, day);
  const date = new Date(wall);
  return date.getUTCDate() === day && date.getUTCMonth() === month - 1 ? wall : null;
}

function timeOfDay([hour = 0, minute = 0, second = 0]: Numbers): number | null {
  // RFC 5545 §3.3.12: whoever knows no leap second takes 60 for 59.
  const time = hour * HOUR + minute * MINUTE + Math.min(second, 59) * SECOND;
  return hour > 23 || minute > 59 || second > 60 ? null : time;
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
