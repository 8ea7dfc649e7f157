import { calendarText, dtstampLine, repeatable, requiredLines } from "../answer/calendar-lines.ts";
import { firstProperty, parameter } from "../calendar/component.ts";
import type { Component, Parameter, Property } from "../calendar/object.ts";
import { writeVtimezone } from "../calendar/vtimezone.ts";
import { escapeText, printComponent, writeProperty } from "../calendar/write-lines.ts";
import { answerAddress, writtenAddress } from "../itip/calendar-user.ts";
import type { Entry, Invitation } from "../itip/invitation.ts";
import { sameAddress } from "../mail/address.ts";
import { isMine } from "../people/me.ts";
import type { InviteOrder } from "./order.ts";

/** Written anew in every message; alarms are each attendee's own (RFC 5546 §3.2.2). */
const REPLACED: readonly string[] = [
  "DTSTAMP",
  "UID",
  "SEQUENCE",
  "ORGANIZER",
  "ATTENDEE",
  "REQUEST-STATUS",
];

/** What a CANCEL says of an event besides who and when (RFC 5546 §3.2.5). */
const KEPT_IN_CANCEL: readonly string[] = [
  "RECURRENCE-ID",
  "SUMMARY",
  "DTSTART",
  "DTEND",
  "DURATION",
  "DUE",
  "LOCATION",
];

/** METHOD and text of the object that an organizer sends. */
export function inviteObject(
  { main, instances, acting }: Invitation,
  order: InviteOrder,
): { readonly method: string; readonly text: string } {
  const method = order.purpose === "cancel" ? "CANCEL" : "REQUEST";
  const entries = main === null ? [] : [main, ...instances];
  const timezones = (acting.calendar?.components ?? []).filter(({ name }) => name === "VTIMEZONE");
  return {
    method,
    text: calendarText(
      method,
      [...timezones.flatMap(printComponent), ...missingTimezones(entries)],
      entries.flatMap((entry) => entryLines(entry, order)),
    ),
  };
}

/** Who has to be told: everybody but the organizer. */
export function recipientsOf(
  { main, instances }: Invitation,
  order: InviteOrder,
): readonly string[] {
  const entries = main === null ? [] : [main, ...instances];
  const named = entries.flatMap(({ attendees }) =>
    attendees.flatMap((attendee) => answerAddress(attendee) ?? []),
  );
  const organizer = main?.organizer?.address ?? order.organizer.address;
  const all = [...(order.purpose === "invite" && order.to.length > 0 ? [] : named), ...order.to];
  const byKey = new Map(all.map((address) => [address.toLowerCase(), address]));
  byKey.delete(organizer.toLowerCase());
  return [...byKey.values()];
}

function entryLines(entry: Entry, order: InviteOrder): readonly string[] {
  const { component } = entry;
  return [
    `BEGIN:${component.name}`,
    entry.uid === null ? `UID:${escapeText(order.uid)}` : lineOf(component, "UID"),
    dtstampLine(order.now),
    `SEQUENCE:${String(order.purpose === "invite" ? entry.sequence : entry.sequence + 1)}`,
    writeProperty(organizerProperty(entry, order)),
    ...attendeeProperties(entry, order).map(writeProperty),
    ...ownProperties(component, order).map(writeProperty),
    ...(order.purpose === "cancel" ? ["STATUS:CANCELLED"] : requiredLines(component)),
    `END:${component.name}`,
  ];
}

function lineOf(component: Component, name: string): string {
  const property = firstProperty(component, name);
  return property === null ? "" : writeProperty(property);
}

function ownProperties(component: Component, { purpose }: InviteOrder): readonly Property[] {
  const own = component.properties.filter(({ name }) =>
    purpose === "cancel" ? KEPT_IN_CANCEL.includes(name) : !REPLACED.includes(name),
  );
  return repeatable(own);
}

/** Who writes for the organizer says so, or receivers doubt him (RFC 5545 §3.2.18). */
function organizerProperty(entry: Entry, { organizer: writer }: InviteOrder): Property {
  const { organizer } = entry;
  if (organizer === null) {
    const name = writer.name === "" ? [] : [{ name: "CN", values: [writer.name] }];
    return calendarUser("ORGANIZER", writer.address, name);
  }
  const { property } = organizer;
  if (isMine(answerAddress(organizer), { identities: [writer.address], aliases: [] })) {
    return property;
  }
  const parameters = [
    ...property.parameters.filter(({ name }) => name !== "SENT-BY"),
    { name: "SENT-BY", values: [`mailto:${writer.address}`] },
  ];
  return { ...property, parameters };
}

/** Whoever is told of a new or changed event is asked for an answer (RFC 5546 §2.1.4). */
function attendeeProperties(entry: Entry, order: InviteOrder): readonly Property[] {
  if (order.purpose === "cancel") {
    return entry.attendees.map(({ property }) => property);
  }
  const organizer = entry.organizer?.address ?? order.organizer.address;
  const known = entry.attendees.map((attendee) =>
    sameAddress(attendee.address, organizer) ? attendee.property : asked(attendee.property),
  );
  const named = entry.attendees.map((attendee) => writtenAddress(attendee));
  const added = order.to.filter((address) => !named.some((name) => sameAddress(name, address)));
  return [...known, ...added.map((address) => calendarUser("ATTENDEE", address, ASKED))];
}

const ASKED: readonly Parameter[] = [
  { name: "CUTYPE", values: ["INDIVIDUAL"] },
  { name: "ROLE", values: ["REQ-PARTICIPANT"] },
  { name: "PARTSTAT", values: ["NEEDS-ACTION"] },
  { name: "RSVP", values: ["TRUE"] },
];

function asked(property: Property): Property {
  const parameters = [
    ...property.parameters.filter(({ name }) => name !== "PARTSTAT" && name !== "RSVP"),
    { name: "PARTSTAT", values: ["NEEDS-ACTION"] },
    { name: "RSVP", values: ["TRUE"] },
  ];
  return { ...property, parameters };
}

function calendarUser(name: string, address: string, parameters: readonly Parameter[]): Property {
  return { name, parameters, value: `mailto:${address}`, line: 0, offset: 0 };
}

/** A TZID needs its VTIMEZONE (RFC 5545 §3.6.5); one that a name tells is generated. */
function missingTimezones(entries: readonly Entry[]): readonly string[] {
  const users = new Map<string, Entry>();
  for (const entry of entries) {
    for (const property of entry.component.properties) {
      users.set(parameter(property, "TZID") ?? "", entry);
    }
  }
  return [...users]
    .filter(([tzid, { zones }]) => !zones.defined.has(tzid))
    .flatMap(([tzid, { zones, start }]) => {
      const timeZone = zones.resolve(tzid)?.timeZone ?? null;
      return timeZone === null ? [] : writeVtimezone(tzid, timeZone, start?.instant ?? 0);
    });
}
