import type { Parameter, Property } from "../calendar/object.ts";
import { writtenAddress } from "../itip/calendar-user.ts";
import type { Attendee, Invitation } from "../itip/invitation.ts";
import { canonicalIdn, withoutGmailDots, withoutPlusTag } from "../mail/address.ts";
import type { Me } from "../people/me.ts";
import type { Answerer } from "./answer.ts";

/** Parameters that the invited ATTENDEE keeps in an answer; RSVP, SCHEDULE-* and X- are lost. */
const KEPT: readonly string[] = ["CN", "CUTYPE", "ROLE", "MEMBER", "LANGUAGE", "DELEGATED-FROM"];

interface Household {
  readonly invitation: Invitation;
  readonly me: Me;
  readonly answerer: Answerer;
}

/**
 * The one ATTENDEE of an answer: the invited address as it was written, so that the organizer
 * finds it again; for a bystander or a list the answerer's own (RFC 5546 §3.2.3).
 */
export function ownAttendee(
  { invitation, me, answerer }: Household,
  parameters: readonly Parameter[],
): Property {
  const invited = invitedAs(invitation, me, answerer);
  if (invited === null) {
    const name = answerer.name === "" ? [] : [{ name: "CN", values: [answerer.name] }];
    return attendee(`mailto:${answerer.address}`, [...name, ...parameters]);
  }
  const kept = invited.property.parameters.filter(({ name }) => KEPT.includes(name));
  const sentBy = isSameMailbox(writtenAddress(invited), answerer.address)
    ? []
    : [{ name: "SENT-BY", values: [`mailto:${answerer.address}`] }];
  return attendee(invited.property.value.trim(), [...kept, ...sentBy, ...parameters]);
}

/** Of several identities that are invited, the one that answers. */
function invitedAs(invitation: Invitation, me: Me, { address }: Answerer): Attendee | null {
  if (me.matchedBy === "recipient") {
    return null;
  }
  const own = invitation.main?.attendees
    .filter((attendee) => me.invited.includes(writtenAddress(attendee)))
    .find((attendee) => isSameMailbox(writtenAddress(attendee), address));
  return own ?? me.attendee;
}

/** Differs in no more than case, plus tag, Gmail's dots or the spelling of the domain. */
function isSameMailbox(invited: string, own: string): boolean {
  return [withoutGmailDots, withoutPlusTag, canonicalIdn].some(
    (spelling) => spelling(invited) === spelling(own),
  );
}

function attendee(value: string, parameters: readonly Parameter[]): Property {
  return { name: "ATTENDEE", parameters, value, line: 0, offset: 0 };
}
