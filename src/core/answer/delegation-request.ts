import type { Property } from "../calendar/object.ts";
import { printComponent, writeProperty } from "../calendar/write-lines.ts";
import { writtenAddress } from "../itip/calendar-user.ts";
import type { Attendee, Entry } from "../itip/invitation.ts";
import { sameAddress } from "../mail/address.ts";
import { isAnswerable, type AnswerObject, type AnswerParts } from "./answer-object.ts";
import { calendarText, dtstampLine } from "./calendar-lines.ts";
import { ownAttendee } from "./own-attendee.ts";

/** Alarms are the organizer's own; REQUEST-STATUS and DTSTAMP belong to the message before. */
const NOT_PASSED_ON: readonly string[] = ["DTSTAMP", "REQUEST-STATUS", "ATTENDEE"];

/**
 * The REQUEST that the delegator passes on to the delegate (RFC 5546 §3.2.2.3): the invitation as
 * received, the delegator DELEGATED-TO and the delegate DELEGATED-FROM each other.
 */
export function delegationRequest(parts: AnswerParts, delegate: string): AnswerObject {
  const { main, instances, acting } = parts.invitation;
  if (main === null || !isAnswerable(main)) {
    return { kind: "not-answerable" };
  }
  const timezones = (acting.calendar?.components ?? []).filter(({ name }) => name === "VTIMEZONE");
  const components = [main, ...instances].flatMap((entry) => passedOn(entry, parts, delegate));
  return {
    kind: "object",
    method: "REQUEST",
    text: calendarText("REQUEST", timezones.flatMap(printComponent), components),
  };
}

function passedOn(entry: Entry, parts: AnswerParts, delegate: string): readonly string[] {
  const { component, attendees } = entry;
  const me = parts.me.attendee === null ? null : writtenAddress(parts.me.attendee);
  const others = attendees.filter(
    (attendee) => !isAddress(attendee, me) && !isAddress(attendee, delegate),
  );
  const properties = [
    ...component.properties.filter(({ name }) => !NOT_PASSED_ON.includes(name)),
    ...others.map(({ property }) => property),
    ownAttendee(parts.me, parts.answerer, [
      { name: "PARTSTAT", values: ["DELEGATED"] },
      { name: "DELEGATED-TO", values: [`mailto:${delegate}`] },
    ]),
    delegateAttendee(delegate, me ?? parts.answerer.address),
  ];
  return [
    `BEGIN:${component.name}`,
    dtstampLine(parts.now),
    ...properties.map(writeProperty),
    `END:${component.name}`,
  ];
}

function isAddress(attendee: Attendee, address: string | null): boolean {
  return sameAddress(writtenAddress(attendee), address);
}

function delegateAttendee(delegate: string, delegator: string): Property {
  return {
    name: "ATTENDEE",
    parameters: [
      { name: "PARTSTAT", values: ["NEEDS-ACTION"] },
      { name: "RSVP", values: ["TRUE"] },
      { name: "DELEGATED-FROM", values: [`mailto:${delegator}`] },
    ],
    value: `mailto:${delegate}`,
    line: 0,
    offset: 0,
  };
}
