import type { Answer } from "../core/answer/answer.ts";
import {
  composeAnswer,
  composeDelegation,
  type AnswerOrder,
  type ComposedAnswer,
} from "../core/answer/compose-answer.ts";
import type { InspectedInvitation, Inspection } from "../core/inspection.ts";
import { answerAddress, organizerKey } from "../core/itip/calendar-user.ts";
import type { Decision } from "../core/itip/fact.ts";
import { timeKey } from "../core/itip/time-key.ts";
import { sameAddress, splitAddress } from "../core/mail/address.ts";
import { answerSubject } from "../core/words/answer-words.ts";
import type { Reader } from "../core/words/translate.ts";
import type { AnswerRequest, CardRef } from "./card.ts";
import { preferredIdentity } from "./card-view.ts";
import { cardKey, type About, type Intent, type Letter } from "./intent.ts";
import type { Identity, Settings, World } from "./ports.ts";

/** One click, and everything that it is about. */
export interface Click {
  readonly request: AnswerRequest;
  readonly card: CardRef;
  readonly inspection: Inspection;
  readonly inspected: InspectedInvitation;
  readonly identities: readonly Identity[];
  readonly settings: Settings;
  /** Who reads the answer: in whose language it is worded. */
  readonly reader: Reader;
}

export type MadeIntent =
  | { readonly kind: "made"; readonly intent: Intent }
  | { readonly kind: "refused"; readonly reason: string };

/** What is to be said, and in which words. */
export interface Message {
  readonly answer: Answer;
  readonly comment: string | null;
  /** Null: the subject that belongs to the answer. */
  readonly subject: string | null;
}

/** Record, apply and ignore: nothing is sent. */
export function silentIntent(click: Click, world: World): Intent {
  const { request } = click;
  const partstat = request.action === "record" ? request.partstat : null;
  const decision = request.action === "ignore" ? null : decisionOf(click, partstat, world);
  return { ...bareIntent(click, world), decision };
}

/** The composer opens first; what is sent is written when the user presses Send. */
export function draftIntent(click: Click, answer: Answer, world: World): MadeIntent {
  const identity = chosenIdentity(click);
  const to = answerAddress(click.inspected.invitation.main?.organizer ?? null);
  if (identity === null || to === null) {
    return { kind: "refused", reason: "no-identity" };
  }
  const { card, inspected } = click;
  const summary = inspected.invitation.main?.summary ?? null;
  const sentence = { answer, name: identity.name, summary, when: "", comment: null };
  const draft = {
    card,
    answer,
    identityId: identity.id,
    to,
    subject: answerSubject(sentence, click.reader.translate),
  };
  return { kind: "made", intent: { ...bareIntent(click, world), draft } };
}

/** The complete message or messages, ready for the transport. */
export function letterIntent(click: Click, message: Message, world: World): MadeIntent {
  const identity = chosenIdentity(click);
  if (identity === null) {
    return { kind: "refused", reason: "no-identity" };
  }
  const letters: Letter[] = [];
  for (const written of lettersOf(click, { message, identity }, world)) {
    if ("refusal" in written) {
      return { kind: "refused", reason: written.refusal };
    }
    letters.push(written);
  }
  if (letters.some(({ to }) => isOwn(to, click))) {
    return { kind: "refused", reason: "own-address" };
  }
  const partstat = partstatOf(message.answer);
  const decision = partstat === null ? null : decisionOf(click, partstat, world);
  return {
    kind: "made",
    intent: {
      ...bareIntent(click, world),
      ...proposedBy(message.answer),
      comment: message.comment,
      decision,
      letters,
    },
  };
}

/** Nobody answers himself, nor sends himself in his own place. */
function isOwn(address: string, { identities, settings }: Click): boolean {
  const own = [...identities.map(({ email }) => email), ...settings.aliases];
  return own.some((known) => sameAddress(known, address));
}

interface Writing {
  readonly message: Message;
  readonly identity: Identity;
}

type WrittenLetter = Letter | { readonly refusal: string };

function lettersOf(click: Click, writing: Writing, world: World): readonly WrittenLetter[] {
  const { answer } = writing.message;
  const { reader } = click;
  const order = orderOf(click, writing, world);
  const to = answerAddress(click.inspected.invitation.main?.organizer ?? null) ?? "";
  const { identity } = writing;
  const toOrganizer = letterOf(composeAnswer(order, reader), { order, identity, to });
  if (answer.kind !== "delegate") {
    return [toOrganizer];
  }
  const second = orderOf(click, writing, world);
  const delegation = composeDelegation(second, answer.delegate, reader);
  return [toOrganizer, letterOf(delegation, { order: second, identity, to: answer.delegate })];
}

function orderOf(click: Click, { message, identity }: Writing, world: World): AnswerOrder {
  const domain = splitAddress(identity.email)?.domain ?? "localhost";
  return {
    inspection: click.inspection,
    inspected: click.inspected,
    answer: message.answer,
    answerer: { name: identity.name, address: identity.email },
    wording: { comment: message.comment, occurrence: click.card.occurrence },
    subject: message.subject,
    now: world.clock.now(),
    offsetMinutes: world.clock.offsetMinutes(),
    messageId: `${world.newId()}@${domain}`,
    fields: [],
    attachCopy: click.settings.attachCopy,
  };
}

interface Address {
  readonly order: AnswerOrder;
  readonly identity: Identity;
  readonly to: string;
}

function letterOf(composed: ComposedAnswer, { order, identity, to }: Address): WrittenLetter {
  if (composed.kind !== "written") {
    return { refusal: composed.kind === "refused" ? composed.value : composed.kind };
  }
  return {
    headerMessageId: order.messageId,
    identityId: identity.id,
    to,
    bytes: composed.bytes,
    state: "unsent",
  };
}

/** Who answers. */
export function chosenIdentity({ request, inspected, identities }: Click): Identity | null {
  const chosen = identities.find(({ id }) => id === request.identity);
  return chosen ?? preferredIdentity(inspected, identities);
}

function partstatOf(answer: Answer): string | null {
  switch (answer.kind) {
    case "reply":
      return answer.partstat;
    case "delegate":
      return "DELEGATED";
    case "counter":
    case "refresh":
      return null;
  }
}

function proposedBy(answer: Answer): Pick<Intent, "proposed"> {
  return answer.kind === "counter"
    ? { proposed: { start: timeKey(answer.start), end: timeKey(answer.end) } }
    : {};
}

function decisionOf(click: Click, partstat: string | null, { clock }: World): Decision | null {
  const { inspection, inspected } = click;
  const version = versionOf(click);
  return (
    version && {
      ...version,
      source: inspection.source,
      partstat,
      attendee: partstat === null ? null : inspected.situation.me.address,
      at: clock.now(),
    }
  );
}

type ClickedVersion = Pick<Decision, "uid" | "organizer" | "recurrenceId" | "sequence" | "dtstamp">;

/** What was clicked; null where nothing can be kept of it. */
function versionOf({ card, inspected }: Click): ClickedVersion | null {
  const { invitation, fact } = inspected;
  const [first] = fact?.entries ?? [];
  if (fact === null || first === undefined) {
    return null;
  }
  const recurrenceId = card.occurrence ?? first.recurrenceId;
  const { sequence, dtstamp } =
    fact.entries.find((own) => own.recurrenceId === recurrenceId) ?? first;
  const organizer = organizerKey(invitation.main?.organizer ?? null);
  return { uid: fact.uid, organizer, recurrenceId, sequence, dtstamp };
}

function aboutOf(click: Click): About | null {
  const version = versionOf(click);
  if (version === null) {
    return null;
  }
  const { uid, organizer, recurrenceId, sequence } = version;
  return { uid, organizer, recurrenceId, sequence };
}

function bareIntent(click: Click, { clock, newId }: World): Intent {
  const { request, card } = click;
  const now = clock.now();
  return {
    id: newId(),
    card: cardKey(card),
    about: aboutOf(click),
    message: { messageId: card.messageId, source: card.source },
    action: request.action,
    comment: request.comment,
    said: saidBy(click),
    at: now,
    due: null,
    state: "pending",
    since: now,
    reason: null,
    decision: null,
    letters: [],
    application: null,
    draft: null,
  };
}

/** What is asked for, however often. */
function saidBy(click: Click): string {
  const { action, comment, partstat, delegate, counter } = click.request;
  const identity = chosenIdentity(click)?.id ?? null;
  return JSON.stringify([action, comment, identity, partstat, delegate, counter]);
}
