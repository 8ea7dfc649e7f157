import type { Property } from "../calendar/object.ts";
import { printComponent, writeProperty } from "../calendar/write-lines.ts";
import { writtenAddress } from "../itip/calendar-user.ts";
import type { Attendee, Invitation } from "../itip/invitation.ts";
import { isAddrSpec, sameAddress } from "../mail/address.ts";
import { isAnswerable, type AnswerObject, type AnswerParts } from "./answer-object.ts";
import { calendarText, dtstampLine, repeatable, requiredLines } from "./calendar-lines.ts";
import { targetOf, type Target } from "./occurrence.ts";
import { ownAttendee } from "./own-attendee.ts";

/** Alarms are the organizer's own; REQUEST-STATUS and DTSTAMP belong to the message before. */
const NOT_PASSED_ON: readonly string[] = ["DTSTAMP", "REQUEST-STATUS", "ATTENDEE"];

/** Times and recurrence, in whose place an occurrence's own times stand. */
const OF_SERIES: readonly string[] = [
  ...["RRULE", "RDATE", "EXDATE"],
  ...["RECURRENCE-ID", "DTSTART", "DTEND", "DURATION", "DUE"],
];

/**
 * The REQUEST that the delegator passes on to the delegate (RFC 5546 §3.2.2.3): the invitation as
 * received, the delegator DELEGATED-TO and the delegate DELEGATED-FROM each other.
 */
export function delegationRequest(parts: AnswerParts, delegate: string): AnswerObject {
  const { main, acting } = parts.invitation;
  if (main === null || !isAnswerable(main)) {
    return { kind: "not-answerable" };
  }
  const timezones = (acting.calendar?.components ?? []).filter(({ name }) => name === "VTIMEZONE");
  const targets = targetsOf(parts.invitation, parts.wording.occurrence);
  if (targets === null) {
    return { kind: "no-occurrence" };
  }
  const components = targets.flatMap((target) => passedOn(target, parts, delegate));
  return {
    kind: "object",
    method: "REQUEST",
    text: calendarText("REQUEST", timezones.flatMap(printComponent), components),
  };
}

/** The series with its overrides as it was received, or one occurrence alone. */
function targetsOf(invitation: Invitation, occurrence: string | null): readonly Target[] | null {
  if (occurrence === null) {
    const entries = [invitation.main, ...invitation.instances].filter((entry) => entry !== null);
    return entries.map((entry) => ({ entry, times: [] }));
  }
  const target = targetOf(invitation, occurrence);
  return target === null ? null : [target];
}

function passedOn(target: Target, parts: AnswerParts, delegate: string): readonly string[] {
  const { component, attendees } = target.entry;
  const me = delegatorOf(parts);
  const left = target.times.length === 0 ? NOT_PASSED_ON : [...NOT_PASSED_ON, ...OF_SERIES];
  const others = attendees.filter(
    (attendee) => !isAddress(attendee, me) && !isAddress(attendee, delegate),
  );
  const properties = [
    ...repeatable(component.properties.filter(({ name }) => !left.includes(name))),
    ...target.times,
    ...others.map(({ property }) => property),
    ownAttendee(parts, [
      { name: "PARTSTAT", values: ["DELEGATED"] },
      { name: "DELEGATED-TO", values: [`mailto:${delegate}`] },
    ]),
    delegateAttendee(delegate, me),
  ];
  return [
    `BEGIN:${component.name}`,
    dtstampLine(parts.now),
    ...requiredLines(component),
    ...properties.map(writeProperty),
    `END:${component.name}`,
  ];
}

/** Who was invited; of a list, or where nobody was, the one who answers. */
function delegatorOf({ me, answerer }: AnswerParts): string {
  const isInvited = me.attendee !== null && me.matchedBy !== "recipient";
  return isInvited ? writtenAddress(me.attendee) : answerer.address;
}

/** An address as a URI; some are one already, such as urn:uuid (RFC 5545 §3.3.3). */
function calendarAddress(address: string): string {
  return isAddrSpec(address) ? `mailto:${address}` : address;
}

function isAddress(attendee: Attendee, address: string): boolean {
  return sameAddress(writtenAddress(attendee), address);
}

function delegateAttendee(delegate: string, delegator: string): Property {
  return {
    name: "ATTENDEE",
    parameters: [
      { name: "PARTSTAT", values: ["NEEDS-ACTION"] },
      { name: "RSVP", values: ["TRUE"] },
      { name: "DELEGATED-FROM", values: [calendarAddress(delegator)] },
    ],
    value: `mailto:${delegate}`,
    line: 0,
    offset: 0,
  };
}
