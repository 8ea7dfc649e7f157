import { parameter } from "../calendar/component.ts";
import type { Component, Property } from "../calendar/object.ts";
import { isInline } from "../content/invitation-links.ts";
import { readTarget } from "../content/target.ts";

/*
 * What of a stranger's object goes into the user's calendar, where other programs read it for years:
 * what RFC 5545 and 7986 know, and nothing that runs, rings, or fetches by itself.
 */

/** May stand once in a component; of several the first is taken. */
const ONCE: readonly string[] = [
  ...["UID", "DTSTAMP", "CREATED", "LAST-MODIFIED", "SEQUENCE", "RECURRENCE-ID", "ORGANIZER"],
  ...["SUMMARY", "DESCRIPTION", "LOCATION", "GEO", "URL", "STATUS", "CLASS", "PRIORITY", "TRANSP"],
  ...["DTSTART", "DTEND", "DURATION", "DUE", "RRULE", "PERCENT-COMPLETE", "COMPLETED"],
  // Exchange's way to say that midnight to midnight is a day, its own SEQUENCE, its wish.
  ...["X-MICROSOFT-CDO-ALLDAYEVENT", "X-MICROSOFT-CDO-APPT-SEQUENCE"],
  ...["X-MICROSOFT-DISALLOW-COUNTER", "X-GOOGLE-CONFERENCE", "X-MICROSOFT-SKYPETEAMSMEETINGURL"],
];

const REPEATED: readonly string[] = [
  ...["ATTENDEE", "CATEGORIES", "RDATE", "EXDATE", "CONTACT", "RESOURCES", "RELATED-TO"],
  ...["CONFERENCE", "ATTACH"],
];

/** Links, and where they may lead; all else (file:, data:, cid:, javascript:) stays in the mail. */
const SCHEMES: ReadonlyMap<string, readonly string[]> = new Map([
  ["ATTACH", ["https", "http"]],
  ["URL", ["https", "http", "mailto", "tel"]],
  ["CONFERENCE", ["https", "http", "mailto", "tel", "sip", "sips", "xmpp"]],
  ["X-GOOGLE-CONFERENCE", ["https"]],
  ["X-MICROSOFT-SKYPETEAMSMEETINGURL", ["https"]],
]);

/** No X- parameter, no ALTREP (a page that a reader shows in place of the text), no SCHEDULE-*. */
const PARAMETERS: readonly string[] = [
  ...["TZID", "VALUE", "RANGE", "RELTYPE", "LANGUAGE", "FMTTYPE", "FILENAME", "SIZE"],
  ...["CN", "CUTYPE", "ROLE", "PARTSTAT", "RSVP", "MEMBER", "DELEGATED-TO", "DELEGATED-FROM"],
  ...["SENT-BY", "EMAIL", "FEATURE", "LABEL"],
];

/**
 * The properties of a received component that may be kept, in its order. Beside an end DURATION would
 * say it twice (RFC 5545 §3.6.1).
 */
export function safeProperties({ properties }: Component): readonly Property[] {
  const seen = new Set<string>();
  const hasEnd = properties.some(({ name }) => name === "DTEND" || name === "DUE");
  return properties
    .filter((property) => isSafe(property, seen))
    .filter(({ name }) => !(hasEnd && name === "DURATION"))
    .map(withSafeParameters);
}

function isSafe(property: Property, seen: Set<string>): boolean {
  const { name } = property;
  const isRepetition = ONCE.includes(name) && seen.has(name);
  const isKnown = ONCE.includes(name) || REPEATED.includes(name);
  if (!isKnown || isRepetition || !leadsSomewhereSafe(property)) {
    return false;
  }
  seen.add(name);
  return true;
}

function leadsSomewhereSafe(property: Property): boolean {
  const schemes = SCHEMES.get(property.name);
  return (
    schemes === undefined ||
    (!isInline(property) && schemes.includes(readTarget(property.value.trim()).scheme))
  );
}

function withSafeParameters(property: Property): Property {
  const parameters = property.parameters.filter(({ name }) => PARAMETERS.includes(name));
  return { ...property, parameters: onceEach(parameters) };
}

function onceEach<Item extends { readonly name: string }>(items: readonly Item[]): readonly Item[] {
  return items.filter(
    ({ name }, index) => items.findIndex((other) => other.name === name) === index,
  );
}

/** The zone that a property names, null for none. */
export function tzidOf(property: Property): string | null {
  const tzid = parameter(property, "TZID")?.trim() ?? "";
  return tzid === "" ? null : tzid;
}
