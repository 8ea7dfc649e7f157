import { writtenAddress } from "../itip/calendar-user.ts";
import type { Attendee, CalendarUser, Invitation } from "../itip/invitation.ts";
import { canonicalIdn, sameAddress, withoutGmailDots, withoutPlusTag } from "../mail/address.ts";
import type { Envelope } from "../mail/mail.ts";

/** The user's own addresses; the first is the default identity's. */
export interface Addresses {
  readonly identities: readonly string[];
  readonly aliases: readonly string[];
}

export type Role = "organizer" | "attendee" | "bystander";

export type MatchedBy =
  | "exact"
  | "alias"
  | "plus-tag"
  | "gmail-dots"
  | "idn"
  | "email-parameter"
  | "sent-by"
  | "delivered-to"
  | "recipient";

export interface Me {
  readonly role: Role;
  /** ATTENDEE's (or ORGANIZER's) address as written; by `recipient` the default identity's. */
  readonly address: string | null;
  readonly matchedBy: MatchedBy | null;
  /** The matched ATTENDEE; null for a bystander and an organizer who is none. */
  readonly attendee: Attendee | null;
  /** Every identity that the object names, for who is invited by several addresses. */
  readonly invited: readonly string[];
}

/** Finds the user in an invitation (contract: "Who am I"). */
export function findMe(
  invitation: Invitation,
  envelope: Envelope | null,
  addresses: Addresses,
): Me {
  if (addresses.identities.length === 0) {
    return NOBODY;
  }
  const attendees = attendeesOf(invitation);
  const match = matchAttendee(attendees, addresses, envelope);
  const organizer = invitation.main?.organizer ?? null;
  const own = organizer === null ? null : ownAddressOf(organizer, addresses);
  const mine = attendees.filter((attendee) => isMine(attendee.address, addresses));
  const invited = mine.map(writtenAddress);
  if (own !== null) {
    return { role: "organizer", ...own, attendee: match?.attendee ?? null, invited };
  }
  return match === null ? NOBODY : { role: "attendee", ...match, invited };
}

const NOBODY: Me = {
  role: "bystander",
  address: null,
  matchedBy: null,
  attendee: null,
  invited: [],
};

/** The address is an identity's or an alias's, in whichever way it is spelled. */
export function isMine(address: string | null, addresses: Addresses): boolean {
  return address !== null && matchAddress(address, addresses) !== null;
}

function attendeesOf(invitation: Invitation): readonly Attendee[] {
  const entries = invitation.main === null ? [] : [invitation.main, ...invitation.instances];
  return entries.flatMap(({ attendees }) => attendees);
}

interface Match {
  readonly attendee: Attendee;
  readonly address: string;
  readonly matchedBy: MatchedBy;
}

/** How an address can be one of the user's, in order of certainty. */
const SPELLINGS: readonly {
  readonly matchedBy: MatchedBy;
  readonly matches: (address: string, addresses: Addresses) => boolean;
}[] = [
  { matchedBy: "exact", matches: (address, { identities }) => contains(identities, address) },
  { matchedBy: "alias", matches: (address, { aliases }) => contains(aliases, address) },
  { matchedBy: "plus-tag", matches: equalBy(withoutPlusTag) },
  {
    matchedBy: "gmail-dots",
    matches: equalBy((address) => withoutGmailDots(withoutPlusTag(address))),
  },
  { matchedBy: "idn", matches: equalBy((address) => canonicalIdn(withoutPlusTag(address))) },
];

function equalBy(
  normal: (address: string) => string,
): (address: string, addresses: Addresses) => boolean {
  return (address, { identities, aliases }) =>
    [...identities, ...aliases].some((own) => sameAddress(normal(own), normal(address)));
}

function contains(list: readonly string[], address: string): boolean {
  return list.some((own) => sameAddress(own, address));
}

function matchAddress(address: string, addresses: Addresses): MatchedBy | null {
  return SPELLINGS.find(({ matches }) => matches(address, addresses))?.matchedBy ?? null;
}

function matchAttendee(
  attendees: readonly Attendee[],
  addresses: Addresses,
  envelope: Envelope | null,
): Match | null {
  return (
    matchBySpelling(attendees, addresses) ??
    matchByParameter(attendees, addresses) ??
    matchByDelivery(attendees, addresses, envelope)
  );
}

function matchBySpelling(attendees: readonly Attendee[], addresses: Addresses): Match | null {
  for (const { matchedBy, matches } of SPELLINGS) {
    const attendee = attendees.find(
      ({ address }) => address !== null && matches(address, addresses),
    );
    if (attendee !== undefined) {
      return { attendee, address: writtenAddress(attendee), matchedBy };
    }
  }
  return null;
}

function matchByParameter(attendees: readonly Attendee[], addresses: Addresses): Match | null {
  const byEmail = attendees.find(({ email }) => isMine(email, addresses));
  if (byEmail !== undefined) {
    return { attendee: byEmail, address: writtenAddress(byEmail), matchedBy: "email-parameter" };
  }
  const bySentBy = attendees.find(({ sentBy }) => isMine(sentBy, addresses));
  return bySentBy === undefined
    ? null
    : { attendee: bySentBy, address: writtenAddress(bySentBy), matchedBy: "sent-by" };
}

/** The envelope says whom the message was for: this mailbox, or a list that the user is on. */
function matchByDelivery(
  attendees: readonly Attendee[],
  addresses: Addresses,
  envelope: Envelope | null,
): Match | null {
  if (envelope === null) {
    return null;
  }
  const delivered = attendees.find(({ address }) =>
    envelope.deliveredTo.some((recipient) => sameAddress(recipient, address)),
  );
  if (delivered !== undefined) {
    return { attendee: delivered, address: writtenAddress(delivered), matchedBy: "delivered-to" };
  }
  const listed = listedRecipients(attendees, envelope);
  const [attendee] = listed;
  const [own] = addresses.identities;
  return attendee === undefined || listed.length !== 1 || own === undefined
    ? null
    : { attendee, address: own, matchedBy: "recipient" };
}

/** ATTENDEEs that stand in To or Cc and are not the sender, one for each address. */
function listedRecipients(attendees: readonly Attendee[], envelope: Envelope): readonly Attendee[] {
  const recipients = new Set(
    [...envelope.to, ...envelope.cc].map(({ address }) => address.toLowerCase()),
  );
  recipients.delete(envelope.from[0]?.address.toLowerCase() ?? "");
  const listed = new Map<string, Attendee>();
  for (const attendee of attendees) {
    const address = attendee.address?.toLowerCase() ?? "";
    if (recipients.has(address)) {
      listed.set(address, attendee);
    }
  }
  return [...listed.values()];
}

function ownAddressOf(
  organizer: CalendarUser,
  addresses: Addresses,
): { readonly address: string; readonly matchedBy: MatchedBy } | null {
  const written = writtenAddress(organizer);
  const spelled = organizer.address === null ? null : matchAddress(organizer.address, addresses);
  if (spelled !== null) {
    return { address: written, matchedBy: spelled };
  }
  if (isMine(organizer.email, addresses)) {
    return { address: written, matchedBy: "email-parameter" };
  }
  return isMine(organizer.sentBy, addresses) ? { address: written, matchedBy: "sent-by" } : null;
}
