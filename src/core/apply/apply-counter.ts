import { firstProperty } from "../calendar/component.ts";
import { newProperty, withParameters } from "../calendar/new-property.ts";
import type { Property } from "../calendar/object.ts";
import { replaceProperties } from "../calendar/replace-properties.ts";
import type { CalendarTime } from "../calendar/time.ts";
import type { Entry } from "../itip/invitation.ts";
import { timeKey } from "../itip/time-key.ts";
import { sameAddress } from "../mail/address.ts";
import { withProperties, type CalendarEvent } from "./calendar-event.ts";
import { incomingOf, type Incoming } from "./incoming.ts";
import { occurrenceAt } from "./occurrence-entry.ts";
import type { ApplyOrder, Untouched } from "./order.ts";
import { addressOf } from "./own-participation.ts";
import { utcValue } from "./received-version.ts";
import { safeProperties } from "./safe-properties.ts";

const TIMES: readonly string[] = ["DTSTART", "DTEND", "DUE", "DURATION"];

/**
 * A COUNTER that the organizer agrees to: the event at the proposed time, one SEQUENCE on, everybody
 * asked anew (RFC 5546 §3.2.7). The REQUEST that tells them is another message.
 */
export function applyCounter(order: ApplyOrder, held: CalendarEvent): CalendarEvent | Untouched {
  if (held.size === 0 || order.inspected.situation.me.role !== "organizer") {
    return "unknown-event";
  }
  const result = new Map(held);
  const outcomes = incomingOf(order).map((one): Untouched | null => {
    const entry = occurrenceAt(result, one.key);
    if (entry === null || one.entry.start === null) {
      return "unknown-event";
    }
    if (isAsProposed(entry, one.entry)) {
      return "unchanged";
    }
    result.set(one.key, rescheduled(entry, one, order));
    return null;
  });
  return outcomes.includes(null) ? result : (outcomes[0] ?? "unknown-event");
}

function isAsProposed(entry: Entry, proposal: Entry): boolean {
  return (
    timeKey(entry.start) === timeKey(proposal.start) &&
    (proposal.end === null || timeKey(entry.end) === timeKey(proposal.end)) &&
    placeOf(proposal) === (placeOf(proposal) === null ? null : placeOf(entry))
  );
}

function placeOf({ component }: Entry): string | null {
  return firstProperty(component, "LOCATION")?.value ?? null;
}

function rescheduled(entry: Entry, { entry: proposal }: Incoming, { now }: ApplyOrder): Entry {
  const place = safeProperties(proposal.component).filter(({ name }) => name === "LOCATION");
  const replaced = [
    ...TIMES,
    ...["SEQUENCE", "DTSTAMP", "LAST-MODIFIED", ...place.map(({ name }) => name)],
  ];
  const component = replaceProperties(entry.component, replaced, [
    ...proposedTimes(proposal),
    ...place,
    newProperty("SEQUENCE", String(entry.sequence + 1)),
    newProperty("DTSTAMP", utcValue(now)),
    newProperty("LAST-MODIFIED", utcValue(now)),
  ]);
  const organizer = entry.organizer?.address ?? null;
  return withProperties(
    entry,
    component.properties.map((property) =>
      property.name === "ATTENDEE" && !sameAddress(addressOf(property), organizer)
        ? withParameters(property, ASKED)
        : property,
    ),
  );
}

const ASKED = [
  { name: "PARTSTAT", values: ["NEEDS-ACTION"] },
  { name: "RSVP", values: ["TRUE"] },
];

/** The proposer's zones are not the event's: instants in UTC, everything else as it was written. */
function proposedTimes({ component, start, end }: Entry): readonly Property[] {
  const endName = component.name === "VTODO" ? "DUE" : "DTEND";
  return [
    ...(start === null ? [] : [timeProperty("DTSTART", start)]),
    ...(end === null ? [] : [timeProperty(endName, end)]),
  ];
}

function timeProperty(name: string, { kind, instant, wall }: CalendarTime): Property {
  if (kind === "date") {
    const parameters = [{ name: "VALUE", values: ["DATE"] }];
    return newProperty(name, wall.slice(0, 10).replaceAll("-", ""), parameters);
  }
  return newProperty(name, instant === null ? wall.replace(/[-:]/g, "") : utcValue(instant));
}
