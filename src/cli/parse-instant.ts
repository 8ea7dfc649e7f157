/** ISO 8601, extended or basic: a date, or a date and a time with an offset or without. */
const ISO =
  /^(\d{4})-?(\d\d)-?(\d\d)(?:[Tt ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,]\d{1,9})?)?([Zz]|[+-]\d\d(?::?\d\d)?)?)?$/;

/** Milliseconds since 1970; without an offset the time is UTC. Null for what is no ISO time. */
export function parseInstant(text: string): number | null {
  const match = ISO.exec(text.trim());
  if (match === null) {
    return null;
  }
  const [year, month, day, hour, minute, second] = match
    .slice(1, 7)
    .map((digits: string | undefined) => digits ?? "00");
  const date = `${String(year)}-${String(month)}-${String(day)}`;
  const utc = Date.parse(`${date}T${String(hour)}:${String(minute)}:${String(second)}Z`);
  return isDay(date) && !Number.isNaN(utc) ? utc - offsetOf(match[7] ?? "Z") : null;
}

/** February 30 would be read as a day of March. */
function isDay(date: string): boolean {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(date);
}

function offsetOf(text: string): number {
  const [, sign = "+", hours = "0", minutes = "0"] = /^([+-])(\d\d):?(\d\d)?$/.exec(text) ?? [];
  const size = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return sign === "-" ? -size : size;
}
