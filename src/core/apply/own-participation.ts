import { parameter } from "../calendar/component.ts";
import { withParameters } from "../calendar/new-property.ts";
import type { Parameter, Property } from "../calendar/object.ts";
import type { Entry } from "../itip/invitation.ts";
import { writtenAddress } from "../itip/calendar-user.ts";
import { parseMailto, sameAddress } from "../mail/address.ts";
import { withProperties } from "./calendar-event.ts";

/** What an answer says of its author, and an entry keeps of it. */
const PARTICIPATION: readonly string[] = ["PARTSTAT", "DELEGATED-TO", "DELEGATED-FROM", "SENT-BY"];

/**
 * The entry with the answer of one attendee, the ATTENDEE of his REPLY. Who was not invited is added
 * with what his answer says of him (a party crasher, RFC 5546 §3.2.3).
 */
export function withParticipation(
  entry: Entry,
  answer: Property,
  more: readonly Parameter[] = [],
): Entry {
  const address = addressOf(answer);
  const isHis = (property: Property): boolean =>
    property.name === "ATTENDEE" && sameAddress(addressOf(property), address);
  const said = answer.parameters.filter(({ name }) => PARTICIPATION.includes(name));
  const { properties } = entry.component;
  const changed = properties.some(isHis)
    ? properties.map((property) =>
        isHis(property) ? withParameters(property, [...said, ...more]) : property,
      )
    : [...properties, withParameters(answer, more)];
  return withProperties(entry, changed);
}

/** PARTSTAT of the first attendee that is meant, null where nobody is. */
export function participationOf(
  entry: Entry,
  isMine: (address: string | null) => boolean,
): string | null {
  return entry.attendees.find((attendee) => isMine(writtenAddress(attendee)))?.partstat ?? null;
}

/** The entry with this PARTSTAT for whoever is meant. */
export function withPartstat(
  entry: Entry,
  partstat: string,
  isMine: (address: string | null) => boolean,
): Entry {
  const properties = entry.component.properties.map((property) =>
    property.name === "ATTENDEE" && isMine(addressOf(property))
      ? withParameters(property, [{ name: "PARTSTAT", values: [partstat] }])
      : property,
  );
  return withProperties(entry, properties);
}

/** As `writtenAddress` has it. */
export function addressOf(property: Property): string {
  return parseMailto(property.value) ?? property.value.trim();
}

/** The PARTSTAT that a property names. */
export function partstatOf(property: Property): string {
  return (parameter(property, "PARTSTAT") ?? "NEEDS-ACTION").toUpperCase();
}
