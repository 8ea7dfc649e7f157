import type { InspectedInvitation } from "../core/inspection.ts";
import { writtenAddress } from "../core/itip/calendar-user.ts";
import type { Attendee, CalendarUser, Invitation } from "../core/itip/invitation.ts";
import { latestReplies } from "../core/itip/latest-replies.ts";
import { ATTENDEE_METHODS } from "../core/itip/methods.ts";
import { replier } from "../core/people/sender.ts";
import type { Situation } from "../core/rules/context.ts";
import type { AttendeeView, CardView, PersonView } from "./card.ts";

type People = Pick<
  CardView,
  | "organizer"
  | "sender"
  | "senderRelation"
  | "forwardedFrom"
  | "signature"
  | "attendees"
  | "author"
  | "role"
  | "me"
  | "matchedBy"
  | "partstat"
>;

/** Who invites, who sent it, who else is invited and what is known to be said by them. */
export function peopleView(inspected: InspectedInvitation): People {
  const { invitation, situation } = inspected;
  const { me } = situation;
  const organizer = invitation.main?.organizer ?? null;
  const attendees = invitation.main?.attendees ?? [];
  const said = partstatsKnown(inspected);
  return {
    organizer: organizer === null ? null : personView(organizer),
    ...senderView(situation),
    forwardedFrom: invitation.acting.object.source.forwarded?.from[0] ?? null,
    signature: situation.signature,
    attendees: attendees.map((attendee) => attendeeView(attendee, me.attendee, said)),
    author: authorView(invitation, situation),
    role: me.role,
    me: me.address,
    matchedBy: me.matchedBy,
    partstat: me.attendee?.partstat ?? null,
  };
}

function senderView({ sender }: Situation): Pick<CardView, "sender" | "senderRelation"> {
  const { name, address, relation } = sender;
  return address === null
    ? { sender: null, senderRelation: null }
    : { sender: { name, address }, senderRelation: relation };
}

function authorView(invitation: Invitation, { sender }: Situation): CardView["author"] {
  const isAnswer = ATTENDEE_METHODS.includes(invitation.method ?? "");
  const author = isAnswer ? replier(invitation, sender.address) : null;
  return author === null ? null : { ...personView(author), partstat: author.partstat };
}

function personView(user: CalendarUser): PersonView {
  return { name: user.name, address: writtenAddress(user) };
}

/**
 * What is known to be said since the message was written, by address in lower case: my own answer
 * while it stands, and the others' to an event of mine.
 */
function partstatsKnown(inspected: InspectedInvitation): ReadonlyMap<string, string> {
  const { invitation, situation, answerNeeded } = inspected;
  const { me, answered, standing } = situation;
  const { main } = invitation;
  if (me.role === "organizer" && main !== null) {
    return invitation.method === "REQUEST"
      ? latestReplies(standing.known.answers, { ...main, recurrenceId: standing.recurrenceId })
      : new Map();
  }
  return answerNeeded === false && answered !== null && me.address !== null
    ? new Map([[me.address.toLowerCase(), answered.partstat]])
    : new Map();
}

function attendeeView(
  attendee: Attendee,
  mine: Attendee | null,
  said: ReadonlyMap<string, string>,
): AttendeeView {
  return {
    ...personView(attendee),
    partstat: said.get(attendee.address?.toLowerCase() ?? "") ?? attendee.partstat,
    participation: attendee.role,
    cutype: attendee.cutype,
    isMe: attendee === mine,
    delegatedTo: attendee.delegatedTo,
  };
}
