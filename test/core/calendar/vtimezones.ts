import { readCalendarObject } from "../../../src/core/calendar/read-calendar-object.ts";
import type { Component } from "../../../src/core/calendar/object.ts";
import { barePart } from "./bare-part.ts";

/** A calendar that holds the given content lines. */
export function calendarOf(...lines: readonly string[]): Component {
  const text = ["BEGIN:VCALENDAR", ...lines, "END:VCALENDAR", ""].join("\r\n");
  const [calendar] = readCalendarObject(barePart(text)).calendars;
  if (calendar === undefined) {
    throw new Error("no calendar in the lines of the test");
  }
  return calendar;
}

interface Change {
  readonly start: string;
  readonly from: string;
  readonly to: string;
  readonly rule?: string;
}

/** Content lines of a VTIMEZONE; the change to the greater offset is DAYLIGHT. */
export function timezone(tzid: string, ...changes: readonly Change[]): string[] {
  const observances = changes.flatMap(({ start, from, to, rule }) => {
    const name = Number(to) > Number(from) ? "DAYLIGHT" : "STANDARD";
    return [
      `BEGIN:${name}`,
      `DTSTART:${start}`,
      `TZOFFSETFROM:${from}`,
      `TZOFFSETTO:${to}`,
      ...(rule === undefined ? [] : [`RRULE:${rule}`]),
      `END:${name}`,
    ];
  });
  return ["BEGIN:VTIMEZONE", `TZID:${tzid}`, ...observances, "END:VTIMEZONE"];
}

/** As Exchange writes it: rules of today, said to hold since 1601. */
export function exchangeBerlin(tzid: string): string[] {
  return timezone(
    tzid,
    {
      start: "16010101T030000",
      from: "+0200",
      to: "+0100",
      rule: "FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10",
    },
    {
      start: "16010101T020000",
      from: "+0100",
      to: "+0200",
      rule: "FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3",
    },
  );
}

/** As Google writes it: rules of today, said to hold since 1970. */
export function googleNewYork(tzid: string): string[] {
  return timezone(
    tzid,
    {
      start: "19700308T020000",
      from: "-0500",
      to: "-0400",
      rule: "FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
    },
    {
      start: "19701101T020000",
      from: "-0400",
      to: "-0500",
      rule: "FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
    },
  );
}

/** As Apple writes it: what held before, each rule with its end. */
export function appleNewYork(tzid: string): string[] {
  return timezone(
    tzid,
    {
      start: "19870405T020000",
      from: "-0500",
      to: "-0400",
      rule: "FREQ=YEARLY;UNTIL=20060402T070000Z;BYMONTH=4;BYDAY=1SU",
    },
    {
      start: "20070311T020000",
      from: "-0500",
      to: "-0400",
      rule: "FREQ=YEARLY;BYMONTH=3;BYDAY=2SU",
    },
    {
      start: "19671029T020000",
      from: "-0400",
      to: "-0500",
      rule: "FREQ=YEARLY;UNTIL=20061029T060000Z;BYMONTH=10;BYDAY=-1SU",
    },
    {
      start: "20071104T020000",
      from: "-0400",
      to: "-0500",
      rule: "FREQ=YEARLY;BYMONTH=11;BYDAY=1SU",
    },
  );
}
