const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];
const MONTHS = [
  ...["Jan", "Feb", "Mar", "Apr", "May", "Jun"],
  ...["Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
];

/** A date-time of RFC 5322 §3.3; null for an instant that it cannot write. */
export function formatDate(instant: number, offsetMinutes = 0): string | null {
  const local = new Date(instant + offsetMinutes * 60_000);
  const year = local.getUTCFullYear();
  if (!(year >= 1900 && year <= 9999) || Math.abs(offsetMinutes) >= 100 * 60) {
    return null;
  }
  const day = DAYS[local.getUTCDay()] ?? "";
  const month = MONTHS[local.getUTCMonth()] ?? "";
  const clock = [local.getUTCHours(), local.getUTCMinutes(), local.getUTCSeconds()].map(twoDigits);
  return `${day}, ${local.getUTCDate()} ${month} ${year} ${clock.join(":")} ${zone(offsetMinutes)}`;
}

function zone(offsetMinutes: number): string {
  const sign = offsetMinutes < 0 ? "-" : "+";
  const minutes = Math.abs(Math.trunc(offsetMinutes));
  return `${sign}${twoDigits(Math.floor(minutes / 60))}${twoDigits(minutes % 60)}`;
}

function twoDigits(value: number): string {
  return String(value).padStart(2, "0");
}
