import { newProperty } from "../calendar/new-property.ts";
import { replaceProperties } from "../calendar/replace-properties.ts";
import { writtenAddress } from "../itip/calendar-user.ts";
import { isUnder, receivedVersion } from "../itip/calendar-versions.ts";
import { FUTURE, SERIES } from "../itip/fact.ts";
import type { Entry } from "../itip/invitation.ts";
import { compareVersions } from "../itip/version.ts";
import { addressOf } from "./own-participation.ts";
import { masterOf, withProperties, type CalendarEvent } from "./calendar-event.ts";
import { exceptTime } from "./exception-dates.ts";
import { incomingOf, type Incoming } from "./incoming.ts";
import { occurrenceAt } from "./occurrence-entry.ts";
import type { ApplyOrder, Untouched } from "./order.ts";
import { RECEIVED, receivedProperties } from "./received-version.ts";
import { endSeriesBefore } from "./end-series.ts";
import { organizerKey } from "../itip/calendar-user.ts";

/** CANCEL (RFC 5546 §3.2.5): of the event, of instances, of all from one on, or for others alone. */
export function applyCancel(order: ApplyOrder, held: CalendarEvent): CalendarEvent | Untouched {
  const incoming = incomingOf(order);
  const organizer = organizerKey(order.inspected.invitation.main?.organizer ?? null);
  const [known] = held.values();
  if (known === undefined || (organizer !== "" && !isUnder(known, organizer))) {
    return "unknown-event";
  }
  const current = incoming.filter((one) => !isOutdated(one, held));
  if (current.length === 0) {
    return "outdated";
  }
  return current.reduce((event, one) => cancelled(event, one, order), held);
}

/** At an equal version the CANCEL is the newer one. */
function isOutdated({ key, version }: Incoming, held: CalendarEvent): boolean {
  const known = held.get(key);
  return known !== undefined && compareVersions(receivedVersion(known), version) > 0;
}

function cancelled(event: CalendarEvent, one: Incoming, order: ApplyOrder): CalendarEvent {
  if (one.state === "minor-update") {
    return withoutOthers(event, one);
  }
  const isKept = order.settings.cancelledEvents === "mark";
  if (one.key === SERIES) {
    return isKept ? mapEntries(event, (entry) => markCancelled(entry, one)) : new Map();
  }
  if (one.key.endsWith(FUTURE)) {
    return endSeriesBefore(event, one.key.slice(0, -FUTURE.length));
  }
  const entry = occurrenceAt(event, one.key);
  if (entry === null) {
    return event;
  }
  const result = new Map(event);
  if (isKept) {
    return result.set(one.key, markCancelled(entry, one));
  }
  result.delete(one.key);
  const master = masterOf(result);
  return master === null ? result : result.set(SERIES, exceptTime(master, one.key, "add"));
}

function mapEntries(event: CalendarEvent, change: (entry: Entry) => Entry): CalendarEvent {
  return new Map([...event].map(([key, entry]) => [key, change(entry)]));
}

/** It stays where it was, struck out. */
function markCancelled(entry: Entry, { version }: Incoming): Entry {
  const replaced = ["STATUS", "SEQUENCE", ...RECEIVED];
  const component = replaceProperties(entry.component, replaced, [
    newProperty("STATUS", "CANCELLED"),
    newProperty("SEQUENCE", String(Math.max(entry.sequence, version.sequence))),
    ...receivedProperties(version),
  ]);
  return withProperties(entry, component.properties);
}

/** Some are no longer invited; for the user all stays as it is. */
function withoutOthers(
  event: CalendarEvent,
  { key, entry: named, version }: Incoming,
): CalendarEvent {
  const entry = occurrenceAt(event, key);
  if (entry === null) {
    return event;
  }
  const excused = new Set(named.attendees.map((one) => writtenAddress(one).toLowerCase()));
  const { properties } = entry.component;
  const kept = properties.filter(
    (property) =>
      !RECEIVED.includes(property.name) &&
      !(property.name === "ATTENDEE" && excused.has(addressOf(property).toLowerCase())),
  );
  const changed = withProperties(entry, [...kept, ...receivedProperties(version)]);
  return new Map(event).set(key, changed);
}
