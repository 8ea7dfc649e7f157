import type { Circumstances, Remembered } from "./circumstances.ts";
import { answerOf, lastAnswers, type Answered } from "./itip/answered.ts";
import { calendarAnswer, type CalendarAnswer } from "./itip/calendar-answer.ts";
import { organizerKey } from "./itip/calendar-user.ts";
import { factKey, lacksOrganizer, type Fact, type Memory } from "./itip/fact.ts";
import type { Invitation } from "./itip/invitation.ts";
import { judge } from "./itip/judge.ts";
import { heirOf, knownTo } from "./itip/known.ts";
import { ATTENDEE_METHODS } from "./itip/methods.ts";
import { factOf, userKey } from "./itip/remember.ts";
import type { Version } from "./itip/version.ts";
import { isWithoutText, withoutText } from "./itip/without-text.ts";
import type { Mail } from "./mail/mail.ts";
import { readAuthentication } from "./people/authentication.ts";
import { findMe, isMine, type Me } from "./people/me.ts";
import { identifySender, relationToHeir, replier, type Sender } from "./people/sender.ts";
import type { Signature } from "./people/signature.ts";
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
  readonly signature: Signature;
}

export interface Situated {
  readonly situation: Situation;
  /** What is to be remembered; of no use without a UID. */
  readonly fact: Fact;
  /** The version that the user's answer was given to, by calendar or ledger; null without one. */
  readonly answeredVersion: Version | null;
}

/** Sets an invitation among people and in time: who is who, and what was known before it. */
export function situate(
  { message, remembered, signature }: Setting,
  invitation: Invitation,
  circumstances: Circumstances,
): Situated {
  const { addresses } = circumstances;
  const isUsers = (address: string | null): boolean => isMine(address, addresses);
  const heir = heirOf(remembered, isUsers);
  const household = { invitation, heir, circumstances };
  const { fact: said, sender, authentication } = authorship(message, household);
  const me = meAmong(findMe(invitation, message.mail?.envelope ?? null, addresses), household);
  const isSilent = isOfEncrypted(said, remembered.memory, circumstances);
  const fact = isSilent ? withoutText(said, userKey(me)) : said;
  const organizer = said.organizer === "" ? heir : said.organizer;
  const viewpoint = { fact: said, isAuthenticated: authentication === "pass", organizer, heir };
  const known = knownTo(viewpoint, remembered);
  const standing = judge(
    {
      fact: said,
      isFile: invitation.method === null,
      recorded: isRecorded(remembered.memory, fact),
      isUser: (address) => address === userKey(me) || isUsers(address),
      knowsUser: addresses.identities.length > 0,
      isOrganizer: me.role === "organizer",
      usable: invitation.usable,
    },
    known,
  );
  const answers = lastAnswers(remembered.memory, { organizer, heir });
  const answered = answerOf(answers, standing.recurrenceId);
  const asked = { organizer, recurrenceId: standing.recurrenceId, isMine: isUsers };
  const inCalendar = calendarAnswer(remembered.calendar, asked);
  const people = { addresses, me, sender, authentication, signature };
  const mine = { answers, answered, partstatInCalendar: inCalendar?.partstat ?? null };
  return {
    fact,
    situation: { ...people, standing, ...mine },
    answeredVersion: answeredVersion(answered, inCalendar),
  };
}

/** The user's answer to an encrypted invitation, in Sent, tells what the record does not keep. */
function isOfEncrypted(
  { sender }: Fact,
  { facts }: Memory,
  { isEncrypted = false }: Circumstances,
): boolean {
  return isEncrypted || (sender === "own" && facts.some(isWithoutText));
}

/** Where the calendar holds the event, its PARTSTAT counts (contract: "Versions"). */
function answeredVersion(
  answered: Answered | null,
  inCalendar: CalendarAnswer | null,
): Version | null {
  if (inCalendar === null) {
    return answered;
  }
  return inCalendar.partstat === "NEEDS-ACTION" ? null : inCalendar;
}

interface Household {
  readonly invitation: Invitation;
  readonly heir: string;
  readonly circumstances: Circumstances;
}

interface Authorship extends Pick<Situation, "sender" | "authentication"> {
  readonly fact: Fact;
}

/** Who sent it, how far that is believed, and what will be remembered of it. */
function authorship(
  message: MessageAtHand,
  { invitation, heir, circumstances }: Household,
): Authorship {
  const { addresses, authserv, now } = circumstances;
  const envelope = message.mail?.envelope ?? null;
  const part = invitation.acting.object.source;
  const found = identifySender(envelope, part, invitation);
  const isOwn = isMine(found.address, addresses);
  const isOneself = isOwn && isMine(authorOf(invitation, found.address), addresses);
  const sender: Sender = isOneself ? { ...found, relation: "self" } : found;
  const authentication = readAuthentication(envelope, authserv);
  const fact = factOf(invitation, {
    source: message.source,
    date: envelope?.date ?? null,
    sender,
    isOwn,
    isRefuted: authentication === "fail",
    doubtful: isImplausible(message, invitation, now),
  });
  return { fact, sender: senderTo(heir, { fact, sender }), authentication };
}

/** The message itself says nothing of its sender where it names no organizer. */
function senderTo(heir: string, { fact, sender }: Pick<Authorship, "fact" | "sender">): Sender {
  return sender.address === null || heir === "" || !lacksOrganizer(fact)
    ? sender
    : { ...sender, relation: relationToHeir(sender.address, heir) };
}

/** In whose name the message speaks, null where it names nobody. */
function authorOf(invitation: Invitation, from: string | null): string | null {
  const isAnswer = ATTENDEE_METHODS.includes(invitation.method ?? "");
  const author = isAnswer ? replier(invitation, from) : (invitation.main?.organizer ?? null);
  return author?.address ?? null;
}

function isRecorded(memory: Memory, fact: Fact): boolean {
  const key = factKey(fact);
  return memory.facts.some((known) => known.source === fact.source && factKey(known) === key);
}

/** A SEQUENCE or DTSTAMP out of range must not push out the organizer's real versions (A08, A09). */
function isImplausible(message: MessageAtHand, invitation: Invitation, now: number): boolean {
  const context = { ...message, invitation, situation: null, invitationCount: 1, now };
  const doubts: readonly Rule[] = [sequencePlausible, dtstampPlausible];
  return doubts.some((rule) =>
    rule.check(context).some(({ severity }) => (severity ?? rule.severity) !== "notice"),
  );
}

/** An answer without ORGANIZER is for the user when the event it belongs to is his. */
function meAmong(me: Me, { invitation, heir, circumstances }: Household): Me {
  const isNameless = organizerKey(invitation.main?.organizer ?? null) === "";
  const isAnswer = ATTENDEE_METHODS.includes(invitation.method ?? "");
  return isNameless && isAnswer && isMine(heir === "" ? null : heir, circumstances.addresses)
    ? { ...me, role: "organizer", address: heir, matchedBy: "exact" }
    : me;
}
