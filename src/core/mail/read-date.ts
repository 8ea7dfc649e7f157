const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** Obsolete zone names in hours (RFC 5322 §4.3); any other name means an unknown offset, read as 0. */
const ZONE_HOURS = new Map([
  ["EST", -5],
  ["EDT", -4],
  ["CST", -6],
  ["CDT", -5],
  ["MST", -7],
  ["MDT", -6],
  ["PST", -8],
  ["PDT", -7],
]);

const DATE =
  /^\s*(?:[a-z]{2,9}\.?[\s,]+)?(\d{1,2})\s+([a-z]{3})[a-z]{0,6}\s+(\d{2,4})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([+-]\d{4}|[a-z]{1,5})?/i;

/** A Date field (RFC 5322 §3.3, obsolete forms too) as milliseconds since 1970; null where unreadable. */
export function readDate(text: string): number | null {
  const match = DATE.exec(text.slice(0, 200));
  const month = MONTHS.indexOf((match?.[2] ?? "").toLowerCase());
  if (!match || month < 0) {
    return null;
  }
  const [, day, , year = "", hour, minute, second = "0", zone = "+0000"] = match;
  const utc = Date.UTC(
    fullYear(year),
    month,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
  );
  return Number.isNaN(utc) ? null : utc - offsetMinutes(zone) * 60_000;
}

/** RFC 5322 §4.3: two digits below 50 are of this century, three count from 1900. */
function fullYear(year: string): number {
  const value = Number(year);
  if (year.length >= 4) {
    return value;
  }
  return value + (year.length === 2 && value < 50 ? 2000 : 1900);
}

function offsetMinutes(zone: string): number {
  const numeric = /^([+-])(\d{2})(\d{2})$/.exec(zone);
  if (!numeric) {
    return (ZONE_HOURS.get(zone.toUpperCase()) ?? 0) * 60;
  }
  const minutes = Number(numeric[2]) * 60 + Number(numeric[3]);
  return numeric[1] === "-" ? -minutes : minutes;
}
