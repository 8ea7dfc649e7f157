/**
 * A DATE or DATE-TIME as an object writes it, with what it means.
 * - date: a calendar day; - utc: ends in Z; - zoned: TZID resolved;
 * - floating: no TZID; - undefined: a TZID that nothing defines (shown as wall time).
 */
export interface CalendarTime {
  readonly kind: "date" | "utc" | "zoned" | "floating" | "undefined";
  /** "2026-12-01" for a date, else "2026-12-01T10:00:00" (wall time; UTC for utc). */
  readonly wall: string;
  /** Milliseconds since 1970 for utc and zoned, otherwise null. */
  readonly instant: number | null;
  /** TZID as written, null where there is none. */
  readonly tzid: string | null;
  /** The IANA zone that TZID was resolved to, null for the others. */
  readonly timeZone: string | null;
}
