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

/** A property without a value says nothing, and libical objects to it; SUMMARY has to be there. */
export function saysSomething({ name, value }: Property): boolean {
  return name === "SUMMARY" || value.trim() !== "";
}

/** What can be said once more: nothing empty, and no DURATION beside an end. */
export function repeatable(properties: readonly Property[]): readonly Property[] {
  return withOneEnd(properties.filter(saysSomething));
}

/** DTEND or DUE, else DURATION, never both (RFC 5545 §3.6.1, §3.6.2; RFC 5546 §3.2.3). */
export function withOneEnd(properties: readonly Property[]): readonly Property[] {
  const hasEnd = properties.some(({ name }) => name === "DTEND" || name === "DUE");
  return properties.filter(({ name }) => !hasEnd || name !== "DURATION");
}

/** What REQUEST and COUNTER must have, with the value that says nothing where it is missing. */
export function requiredLines(component: Component): readonly string[] {
  const isMissing = (name: string): boolean => firstProperty(component, name) === null;
  return [
    // "Can be null" (RFC 5546 §3.2.2, §3.2.7).
    ...(isMissing("SUMMARY") ? ["SUMMARY:"] : []),
    // RFC 5546 §3.4.2, §3.4.7; 0 is an undefined priority (RFC 5545 §3.8.1.9).
    ...(component.name === "VTODO" && isMissing("PRIORITY") ? ["PRIORITY:0"] : []),
  ];
}

export function propertyLines(properties: readonly Property[]): readonly string[] {
  return properties.map(writeProperty);
}

/** At most one COMMENT; none for an empty one. */
export function commentLines(comment: string | null): readonly string[] {
  const text = comment?.trim() ?? "";
  return text === "" ? [] : [`COMMENT:${escapeText(text)}`];
}
