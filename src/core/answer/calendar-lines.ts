import { firstProperty } from "../calendar/component.ts";
import type { Component, Property } from "../calendar/object.ts";
import { escapeText, foldLines, writeProperty } from "../calendar/write-lines.ts";
import { printInstant } from "../itip/time-key.ts";

export const PRODID = "PRODID:-//Convene//Convene for Thunderbird//EN";

/** The complete iCalendar object, folded, around the given content lines. */
export function calendarText(
  method: string,
  timezone: readonly string[],
  component: readonly string[],
): string {
  return foldLines([
    "BEGIN:VCALENDAR",
    PRODID,
    "VERSION:2.0",
    `METHOD:${method}`,
    ...timezone,
    ...component,
    "END:VCALENDAR",
  ]);
}

/** DTSTAMP of an object written now (RFC 5545 §3.8.7.2); milliseconds since 1970. */
export function dtstampLine(now: number): string {
  return `DTSTAMP:${printInstant(now).replace(/[-:]/g, "")}`;
}

/** The properties of these names, as received. */
export function receivedLines(component: Component, names: readonly string[]): readonly string[] {
  return names.flatMap((name) => {
    const property = firstProperty(component, name);
    return property === null ? [] : [writeProperty(property)];
  });
}

export function propertyLines(properties: readonly Property[]): readonly string[] {
  return properties.map(writeProperty);
}

/** At most one COMMENT; none for an empty one. */
export function commentLines(comment: string | null): readonly string[] {
  const text = comment?.trim() ?? "";
  return text === "" ? [] : [`COMMENT:${escapeText(text)}`];
}
