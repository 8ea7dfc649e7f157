import type { Attendee, CalendarUser, Invitation } from "../itip/invitation.ts";
import { ATTENDEE_METHODS } from "../itip/methods.ts";
import { normalizeAddress, sameAddress } from "../mail/address.ts";
import type { CalendarPart, Envelope } from "../mail/mail.ts";
import { isKnownService } from "./known-services.ts";

/** How From stands to the one who, by the METHOD, must have sent the message. */
export type SenderRelation =
  /** From is the organizer (or the attendee, for an attendee's METHOD). */
  | "self"
  /** From is SENT-BY, or EMAIL. */
  | "sent-by"
  /** A known calendar service that names the organizer in Reply-To or Sender. */
  | "service"
  | "reply-to"
  /** From is an attendee of the event. */
  | "attendee"
  | "forward"
  | "list"
  | "stranger"
  /** A bare file, or nobody to compare with. */
  | "none";

export interface Sender {
  /** As written; null for a bare file. */
  readonly address: string | null;
  readonly name: string;
  readonly relation: SenderRelation;
}

/** Who sent the message, held against whom the object says it comes from. */
export function identifySender(
  envelope: Envelope | null,
  part: CalendarPart,
  invitation: Invitation,
): Sender {
  const from = envelope?.from[0];
  if (envelope === null || from === undefined) {
    return { address: null, name: "", relation: "none" };
  }
  return {
    address: from.address,
    name: from.name,
    relation: ATTENDEE_METHODS.includes(invitation.method ?? "")
      ? attendeeRelation(from.address, invitation)
      : organizerRelation(envelope, part, invitation),
  };
}

/** ORGANIZER is missing: who changes what is known must be the one it is known under. */
export function relationToHeir(from: string, heir: string): SenderRelation {
  return sameAddress(heir, from) ? "self" : "stranger";
}

/** The one a REPLY, COUNTER or REFRESH comes from; for the last two the ATTENDEE equal to From. */
export function replier(invitation: Invitation, from: string | null): Attendee | null {
  const attendees = invitation.main?.attendees ?? [];
  const sender = attendees.find((attendee) => from !== null && isUser(attendee, from));
  if (invitation.method !== "REPLY") {
    return sender ?? attendees[0] ?? null;
  }
  const bearers = bearersOf(attendees);
  const answering = attendees.filter((attendee) => !isDelegationPartner(attendee, bearers));
  const [first] = answering.length > 0 ? answering : attendees;
  return answering.find((attendee) => attendee === sender) ?? first ?? null;
}

/** ATTENDEEs that only tell of the replier's delegation (RFC 5546 §3.2.2.3). */
function isDelegationPartner(
  { partstat, address, delegatedFrom, delegatedTo }: Attendee,
  bearers: ReadonlyMap<string, number>,
): boolean {
  const isOfAnother = (name: string): boolean =>
    (bearers.get(normalizeAddress(name)) ?? 0) > Number(sameAddress(name, address));
  return partstat === "NEEDS-ACTION" && [...delegatedFrom, ...delegatedTo].some(isOfAnother);
}

/** How many bear an address: whoever is named by each of thousands is looked up, not searched. */
function bearersOf(attendees: readonly Attendee[]): ReadonlyMap<string, number> {
  const bearers = new Map<string, number>();
  for (const { address } of attendees) {
    if (address !== null) {
      const name = normalizeAddress(address);
      bearers.set(name, (bearers.get(name) ?? 0) + 1);
    }
  }
  return bearers;
}

function attendeeRelation(from: string, invitation: Invitation): SenderRelation {
  const author = replier(invitation, from);
  if (author === null) {
    return "none";
  }
  if (sameAddress(author.address, from)) {
    return "self";
  }
  return isUser(author, from) ? "sent-by" : "stranger";
}

function organizerRelation(
  envelope: Envelope,
  part: CalendarPart,
  invitation: Invitation,
): SenderRelation {
  const organizer = invitation.main?.organizer ?? null;
  const from = envelope.from[0]?.address ?? "";
  if (organizer === null) {
    return "none";
  }
  if (sameAddress(organizer.address, from)) {
    return "self";
  }
  if (isUser(organizer, from)) {
    return "sent-by";
  }
  return relayRelation(envelope, organizer) ?? passedOn(envelope, part, invitation);
}

function relayRelation(envelope: Envelope, organizer: CalendarUser): SenderRelation | null {
  const from = envelope.from[0]?.address ?? "";
  const namesOrganizer = envelope.replyTo.some(({ address }) => isUser(organizer, address));
  const senderIsOrganizer = envelope.sender !== null && isUser(organizer, envelope.sender.address);
  if (isKnownService(from) && (namesOrganizer || senderIsOrganizer)) {
    return "service";
  }
  return namesOrganizer ? "reply-to" : null;
}

function passedOn(envelope: Envelope, part: CalendarPart, invitation: Invitation): SenderRelation {
  const from = envelope.from[0]?.address ?? "";
  const attendees = [invitation.main, ...invitation.instances].flatMap(
    (entry) => entry?.attendees ?? [],
  );
  if (attendees.some((attendee) => isUser(attendee, from))) {
    return "attendee";
  }
  if (part.forwarded !== null || FORWARD_SUBJECT.test(envelope.subject)) {
    return "forward";
  }
  return envelope.isFromList ? "list" : "stranger";
}

/** "Fwd:", "FW:" and what other languages' clients write. */
const FORWARD_SUBJECT = /^\s*(?:fwd?|wg|tr|i|rv|enc|doorst|vb|pd|转发|轉寄)\s*[:：]/iu;

/** The address is the user's own, his SENT-BY or his EMAIL. */
export function isUser(user: CalendarUser, address: string): boolean {
  return [user.address, user.sentBy, user.email].some((known) => sameAddress(known, address));
}
