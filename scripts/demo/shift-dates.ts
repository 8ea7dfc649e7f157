import { NOW } from "../../test/fixtures/samples.ts";

const DAY = 86_400_000;
const WEEK = 7 * DAY;

/** Whole weeks from the samples' own time to `now`: weekdays stay what they are. */
export function weeksSinceSamples(now: number): number {
  return Math.floor((now - NOW) / WEEK);
}

/**
 * Moves every date of a sample by whole weeks: in header fields, in texts, in iCalendar values, also
 * where they are encoded in base64. Dates outside of the samples' years (such as those of time zone
 * rules) stay.
 */
export function shiftDates(message: Uint8Array, weeks: number): Uint8Array {
  const parts = Buffer.from(message)
    .toString("latin1")
    .split(/(^--[^\r\n]*\r\n)/m);
  return Buffer.from(parts.map((part) => shiftPart(part, weeks)).join(""), "latin1");
}

function shiftPart(part: string, weeks: number): string {
  const end = part.indexOf("\r\n\r\n") + 4;
  const header = part.slice(0, end);
  const isEncoded =
    /^content-transfer-encoding:\s*base64/im.test(header) &&
    /^content-type:\s*(?:text\/|application\/ics)/im.test(header);
  return isEncoded
    ? shiftText(header, weeks) + shiftBase64(part.slice(end), weeks)
    : shiftText(part, weeks);
}

function shiftBase64(body: string, weeks: number): string {
  const text = Buffer.from(body, "base64").toString("latin1");
  const encoded = Buffer.from(shiftText(text, weeks), "latin1").toString("base64");
  return `${encoded.replace(/.{76}(?=.)/g, "$&\r\n")}\r\n\r\n`;
}

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** "20261201" and "20261201T100000Z". */
const BASIC = /\b(202[67])(\d\d)(\d\d)(?=T\d{6}|\b)/g;

/** "1 Dec 2026", with the weekday that stays. */
const WRITTEN = /\b(\d{1,2}) ([A-Z][a-z]{2}) (202[67])\b/g;

function shiftText(text: string, weeks: number): string {
  return text
    .replace(BASIC, (_, year: string, month: string, day: string) =>
      shifted(Number(year), Number(month) - 1, Number(day) + 7 * weeks)
        .toISOString()
        .slice(0, 10)
        .replaceAll("-", ""),
    )
    .replace(WRITTEN, (whole, day: string, name: string, year: string) => {
      const month = MONTHS.indexOf(name);
      const date = shifted(Number(year), month, Number(day) + 7 * weeks);
      return month < 0
        ? whole
        : `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ""} ${date.getUTCFullYear()}`;
    });
}

function shifted(year: number, month: number, day: number): Date {
  return new Date(Date.UTC(year, month, day));
}
