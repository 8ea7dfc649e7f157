import { componentsNamed, parameter } from "../calendar/component.ts";
import { newProperty } from "../calendar/new-property.ts";
import type { Component, Property } from "../calendar/object.ts";
import type { Entry } from "../itip/invitation.ts";
import type { Version } from "../itip/version.ts";
import { readEntry } from "../itip/read-entry.ts";
import { RECEIVED, receivedProperties, utcValue } from "./received-version.ts";
import { safeProperties } from "./safe-properties.ts";

/** The user's own in an event of somebody else's: an update leaves them as they are. */
const OWN: readonly string[] = ["CATEGORIES", "TRANSP", "COLOR", "CREATED"];

/** What the entry takes the place of. */
export interface Predecessor {
  readonly entry: Entry;
  /** It is the series that a new override belonged to: only its habits are taken over. */
  readonly isSeries: boolean;
}

/**
 * What was received, as it goes into the user's calendar: without the organizer's alarms and private
 * properties, with the user's alarms, categories, transparency and colour.
 */
export function takeOver(
  received: Entry,
  version: Version,
  predecessor: Predecessor | null,
): Entry {
  const own = predecessor === null ? [] : ownProperties(predecessor);
  const ownNames = new Set(own.map(({ name }) => name));
  const properties = [
    ...withStamp(safeProperties(received.component), version).filter(
      ({ name }) => !ownNames.has(name),
    ),
    ...own,
    ...receivedProperties(version),
  ];
  const components = predecessor === null ? [] : ownAlarms(predecessor);
  return readEntry({ ...received.component, properties, components }, received.zones);
}

/** DTSTAMP must be there (RFC 5545 §3.8.7.2). */
function withStamp(properties: readonly Property[], { dtstamp }: Version): readonly Property[] {
  const isStamped = properties.some(({ name }) => name === "DTSTAMP");
  return isStamped ? properties : [newProperty("DTSTAMP", utcValue(dtstamp ?? 0)), ...properties];
}

function ownProperties({ entry, isSeries }: Predecessor): readonly Property[] {
  const { properties } = entry.component;
  const kept = properties.filter(({ name }) => OWN.includes(name));
  return isSeries ? kept : [...kept, ...properties.filter(({ name }) => isPrivate(name))];
}

/** When the user last saw an alarm, and what his calendar's server notes for itself. */
function isPrivate(name: string): boolean {
  return name.startsWith("X-") && !RECEIVED.includes(name) && !name.startsWith("X-MICROSOFT-");
}

function ownAlarms({ entry, isSeries }: Predecessor): readonly Component[] {
  const alarms = componentsNamed(entry.component, "VALARM");
  return isSeries ? alarms.filter(isRelative) : alarms;
}

/** An alarm at a fixed time belongs to the occurrence that it was set for. */
function isRelative({ properties }: Component): boolean {
  return properties.every(
    (property) =>
      property.name !== "TRIGGER" || parameter(property, "VALUE")?.toUpperCase() !== "DATE-TIME",
  );
}
