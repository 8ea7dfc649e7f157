import { parameter, parameterValues } from "../calendar/component.ts";
import type { Property } from "../calendar/object.ts";
import { parseMailto } from "../mail/address.ts";
import type { Attendee, CalendarUser } from "./invitation.ts";

/** Reads ORGANIZER, or what all calendar users have in common. */
export function readCalendarUser(property: Property): CalendarUser {
  return {
    property,
    address: parseMailto(property.value),
    name: parameter(property, "CN"),
    sentBy: addressParameter(property, "SENT-BY"),
    email: addressParameter(property, "EMAIL"),
  };
}

export function readAttendee(property: Property): Attendee {
  const rsvp = parameter(property, "RSVP")?.toUpperCase();
  return {
    ...readCalendarUser(property),
    partstat: upperParameter(property, "PARTSTAT", "NEEDS-ACTION"),
    rsvp: rsvp === undefined ? null : rsvp === "TRUE",
    cutype: upperParameter(property, "CUTYPE", "INDIVIDUAL"),
    role: upperParameter(property, "ROLE", "REQ-PARTICIPANT"),
    delegatedTo: addressesParameter(property, "DELEGATED-TO"),
    delegatedFrom: addressesParameter(property, "DELEGATED-FROM"),
  };
}

/** The address an object names a user by: without `mailto:`, otherwise the URI as written. */
export function writtenAddress(user: CalendarUser): string {
  return user.address ?? user.property.value.trim();
}

/** What is known is kept under this key (contract: per UID and ORGANIZER address). */
export function organizerKey(organizer: CalendarUser | null): string {
  return organizer === null ? "" : writtenAddress(organizer).toLowerCase();
}

/** Where an answer goes: the organizer's mailto address, else its EMAIL (RFC 7986 §6.2). */
export function answerAddress(organizer: CalendarUser | null): string | null {
  return organizer?.address ?? organizer?.email ?? null;
}

function upperParameter(property: Property, name: string, absent: string): string {
  const value = parameter(property, name);
  return value === null || value === "" ? absent : value.toUpperCase();
}

function addressParameter(property: Property, name: string): string | null {
  const value = parameter(property, name);
  return value === null ? null : parseMailto(value);
}

function addressesParameter(property: Property, name: string): readonly string[] {
  return parameterValues(property, name)
    .map((value) => parseMailto(value))
    .filter((address) => address !== null);
}
