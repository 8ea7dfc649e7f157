import type { Circumstances, Remembered } from "./circumstances.ts";
import { organizerKey } from "./itip/calendar-user.ts";
import { calendarVersions } from "./itip/calendar-versions.ts";
import { lastAnswer } from "./itip/answered.ts";
import { factKey, type Fact, type Memory } from "./itip/fact.ts";
import type { Invitation } from "./itip/invitation.ts";
import { judge } from "./itip/judge.ts";
import { heirOf, knownTo } from "./itip/known.ts";
import { ATTENDEE_METHODS } from "./itip/methods.ts";
import { factOf, standingOf, userKey } from "./itip/remember.ts";
import type { Mail } from "./mail/mail.ts";
import { readAuthentication } from "./people/authentication.ts";
import { findMe, isMine, type Me } from "./people/me.ts";
import { identifySender } from "./people/sender.ts";
import type { RuleContext, Situation } from "./rules/context.ts";
import { dtstampPlausible } from "./rules/object/dtstamp-plausible.ts";
import { sequencePlausible } from "./rules/object/sequence-plausible.ts";
import type { Rule } from "./rules/rule.ts";

/** A message as far as it is the same for all of its invitations. */
export interface MessageAtHand {
  readonly mail: Mail | null;
  readonly parts: RuleContext["parts"];
  readonly objects: RuleContext["objects"];
  readonly containers: RuleContext["containers"];
  readonly texts: RuleContext["texts"];
  /** Message-ID, or a fingerprint where there is none. */
  readonly source: string;
}

export interface Setting {
  readonly message: MessageAtHand;
  readonly remembered: Remembered;
}

export interface Situated {
  readonly situation: Situation;
  /** What is to be remembered; of no use without a UID. */
  readonly fact: Fact;
}

/** Sets an invitation among people and in time: who is who, and what was known before it. */
export function situate(
  { message, remembered }: Setting,
  invitation: Invitation,
  circumstances: Circumstances,
): Situated {
  const { addresses, authserv, signature } = circumstances;
  const { memory } = remembered;
  const envelope = message.mail?.envelope ?? null;
  const sender = identifySender(envelope, invitation.acting.object.source, invitation);
  const authentication = readAuthentication(envelope, authserv);
  const isOwn = isMine(sender.address, addresses);
  const fact = factOf(invitation, {
    source: message.source,
    date: envelope?.date ?? null,
    sender,
    standing: standingOf(sender, isOwn),
    doubtful: authentication === "fail" || isImplausible(message, invitation, circumstances.now),
  });
  const heir = heirOf(memory, (address) => isMine(address, addresses));
  const me = meAmong(findMe(invitation, envelope, addresses), { invitation, heir, circumstances });
  const organizer = fact.organizer === "" ? heir : fact.organizer;
  const known = knownTo(
    { source: fact.source, from: fact.from, organizer, heir },
    memory,
    calendarVersions(remembered.calendar, invitation),
  );
  const standing = judge(
    {
      fact,
      recorded: isRecorded(memory, fact),
      me: userKey(me),
      knowsUser: addresses.identities.length > 0,
      isOrganizer: me.role === "organizer",
      usable: invitation.usable,
    },
    known,
  );
  const answered = lastAnswer(memory, organizer, standing.recurrenceId);
  return {
    fact,
    situation: { addresses, me, sender, authentication, standing, answered, signature },
  };
}

function isRecorded(memory: Memory, fact: Fact): boolean {
  const key = factKey(fact);
  return memory.facts.some((known) => known.source === fact.source && factKey(known) === key);
}

/** A SEQUENCE or DTSTAMP out of range must not push out the organizer's real versions (A08, A09). */
function isImplausible(message: MessageAtHand, invitation: Invitation, now: number): boolean {
  const context = { ...message, invitation, situation: null, now };
  const doubts: readonly Rule[] = [sequencePlausible, dtstampPlausible];
  return doubts.some((rule) =>
    rule.check(context).some(({ severity }) => (severity ?? rule.severity) !== "notice"),
  );
}

interface Household {
  readonly invitation: Invitation;
  readonly heir: string;
  readonly circumstances: Circumstances;
}

/** An answer without ORGANIZER is for the user when the event it belongs to is his. */
function meAmong(me: Me, { invitation, heir, circumstances }: Household): Me {
  const isNameless = organizerKey(invitation.main?.organizer ?? null) === "";
  const isAnswer = ATTENDEE_METHODS.includes(invitation.method ?? "");
  return isNameless && isAnswer && isMine(heir === "" ? null : heir, circumstances.addresses)
    ? { ...me, role: "organizer", address: heir, matchedBy: "exact" }
    : me;
}
