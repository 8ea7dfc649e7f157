import { readCalendarObjects } from "./calendar/read-calendar-object.ts";
import { NOTHING_REMEMBERED, type Circumstances, type Remembered } from "./circumstances.ts";
import type { InspectedInvitation, Inspection } from "./inspection.ts";
import { actionsFor, type Place } from "./itip/actions.ts";
import { isAnswerNeeded } from "./itip/answer-needed.ts";
import type { Fact } from "./itip/fact.ts";
import { fingerprintOctets } from "./itip/fingerprint.ts";
import type { Invitation } from "./itip/invitation.ts";
import { readInvitations } from "./itip/read-invitations.ts";
import { MAX_INVITATIONS } from "./limits.ts";
import { APPLICABLE_STATES } from "./itip/state.ts";
import { bareCalendarPart, findCalendarParts, isBareCalendar } from "./mail/calendar-parts.ts";
import { findContainers } from "./mail/find-containers.ts";
import { readMessageTexts } from "./mail/message-texts.ts";
import { readMail } from "./mail/read-mail.ts";
import { readSignature } from "./people/signature.ts";
import { catalogue, familyOf } from "./rules/catalogue.ts";
import type { RuleContext } from "./rules/context.ts";
import type { Family, Finding, Rule } from "./rules/rule.ts";
import { situate, type MessageAtHand, type Setting } from "./situate.ts";
import { gradeOf, verdictOf, worst } from "./verdict.ts";

/**
 * The one road through core: a message's bytes (RFC 5322, or a bare iCalendar file) and the
 * circumstances in which it is read, to all that can be said about it. Never throws for what a
 * stranger wrote.
 */
export async function inspect(
  bytes: Uint8Array,
  circumstances: Circumstances,
): Promise<Inspection> {
  const message = readMessage(bytes);
  const found = readInvitations(message.objects);
  const invitations = found.slice(0, MAX_INVITATIONS);
  const context = {
    ...message,
    invitation: null,
    situation: null,
    now: circumstances.now,
    invitationCount: found.length,
  };
  const findings = ask(catalogue, context);
  const isBounce = findings.some(({ rule }) => rule === "not-a-bounce");
  const inspected = await Promise.all(
    invitations.map((invitation) =>
      inspectInvitation({ message, isBounce }, invitation, circumstances),
    ),
  );
  return {
    envelope: message.mail?.envelope ?? null,
    source: message.source,
    verdict: worst([
      ...findings.map((finding) => gradeOf(finding, familyOf)),
      ...inspected.map(({ verdict }) => verdict),
    ]),
    findings,
    invitations: inspected,
  };
}

/** The message and every calendar part in it. */
export function readMessage(bytes: Uint8Array): MessageAtHand {
  if (isBareCalendar(bytes)) {
    const parts = [bareCalendarPart(bytes)];
    const objects = readCalendarObjects(parts);
    const source = fingerprintOctets(bytes);
    return { mail: null, parts, objects, containers: [], texts: [], source };
  }
  const mail = readMail(bytes);
  const parts = findCalendarParts(mail);
  return {
    mail,
    parts,
    objects: readCalendarObjects(parts),
    containers: findContainers(mail),
    texts: readMessageTexts(mail),
    source: mail.envelope.messageId ?? fingerprintOctets(bytes),
  };
}

interface Surroundings {
  readonly message: MessageAtHand;
  readonly isBounce: boolean;
}

async function inspectInvitation(
  { message, isBounce }: Surroundings,
  invitation: Invitation,
  circumstances: Circumstances,
): Promise<InspectedInvitation> {
  const setting = { message, ...(await askAround(invitation, circumstances)) };
  const { situation, fact, answeredVersion } = situate(setting, invitation, circumstances);
  const silent = silentFamilies(invitation, isBounce);
  const rules = catalogue.filter(({ family }) => !silent.includes(family));
  const { now } = circumstances;
  const findings = ask(rules, { ...message, invitation, situation, now, invitationCount: 1 });
  const verdict = verdictOf(invitation, findings, familyOf);
  const { me, standing } = situation;
  const place: Place = isBounce ? "bounce" : circumstances.folder;
  const isKept = invitation.uid !== null && invitation.usable && !isBounce;
  return {
    invitation,
    isEncrypted: circumstances.isEncrypted === true,
    situation,
    verdict,
    findings,
    actions: actionsFor({
      invitation,
      role: me.role,
      standing,
      isUnusable: verdict === "unusable",
      place,
    }),
    answerNeeded: isAnswerNeeded({ fact, me, standing, answered: answeredVersion }),
    fact: isKept ? fact : null,
    applied:
      isKept &&
      APPLICABLE_STATES.has(standing.state) &&
      (isDecided(fact, setting.remembered) || !findings.some(isDoubt)),
  };
}

/** What the message itself does not say: what is known of its event, and who signed it. */
async function askAround(
  { uid, acting }: Invitation,
  { recall, verifySignature }: Circumstances,
): Promise<Pick<Setting, "remembered" | "signature">> {
  return {
    remembered: uid === null ? NOTHING_REMEMBERED : await recall(uid),
    signature: await readSignature(acting.object.source.ancestors, verifySignature),
  };
}

/**
 * A bounce brings back what the user sent himself: nothing in it speaks for anybody. What cannot be
 * used names no people and no version.
 */
function silentFamilies({ usable }: Invitation, isBounce: boolean): readonly Family[] {
  if (isBounce) {
    return ["people", "freshness"];
  }
  return usable ? [] : ["people", "freshness", "time"];
}

/** Findings that leave a message unconfirmed until the user decides (contract: "Applied"). */
const DOUBTS: readonly string[] = [
  "sender-is-organizer",
  "sender-is-attendee",
  "authentication-passed",
  "sequence-plausible",
  "dtstamp-plausible",
];

/** The user answered or applied it, whoever sent it. */
function isDecided({ source }: Fact, { memory }: Remembered): boolean {
  return memory.decisions.some((decision) => decision.source === source);
}

function isDoubt({ rule, severity }: Finding): boolean {
  return severity !== "notice" && DOUBTS.includes(rule);
}

/** Asks every rule that concerns the message or, where there is one, the invitation. */
function ask(rules: readonly Rule[], context: RuleContext): readonly Finding[] {
  return rules
    .filter((rule) => concerns(rule, context))
    .flatMap((rule) =>
      rule.check(context).map((report) => ({
        rule: rule.id,
        severity: report.severity ?? rule.severity,
        wording: report.wording ?? null,
        data: report.data ?? {},
      })),
    );
}

/** Whether a rule is asked in this context: of the message as a whole, or of an invitation. */
export function concerns(
  { id, family, methods }: Rule,
  { mail, invitation }: RuleContext,
): boolean {
  if (family === "message" && mail === null) {
    return false;
  }
  if (invitation === null) {
    return WHOLE_MESSAGE.includes(id);
  }
  return (
    !WHOLE_MESSAGE.includes(id) && (methods === "*" || methods.includes(invitation.method ?? ""))
  );
}

/** Rules about the message as a whole; all others are asked of each invitation. */
const WHOLE_MESSAGE: readonly string[] = [
  "not-a-bounce",
  "not-forwarded",
  "container-readable",
  "size-within-limits",
];
