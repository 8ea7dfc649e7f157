import { actionOf } from "../core/answer/compose-answer.ts";
import type { AnswerRequest, AnswerResult, CardRef, OutcomeView } from "./card.ts";
import { confirmReasons, reasonsFor } from "./confirm-reasons.ts";
import { findCard } from "./find-card.ts";
import { cardKey, outcomeOf, REPLACED, type Intent } from "./intent.ts";
import {
  draftIntent,
  letterIntent,
  silentIntent,
  type Click,
  type MadeIntent,
} from "./make-intent.ts";
import { planApplication, rememberChoice, withApplication } from "./plan-application.ts";
import type { World } from "./ports.ts";
import { requestedAnswer } from "./requested-answer.ts";
import { carryOut, refreshOutcome, retryCalendar, takeBackCalendar } from "./settle.ts";

/** One click on a card: asked for confirmation, written down, carried out. */
export async function answerInvitation(
  request: AnswerRequest,
  world: World,
): Promise<AnswerResult> {
  const found = await findCard(request.card, world);
  if (!found?.inspected.actions.includes(request.action)) {
    return { kind: "outdated" };
  }
  const click: Click = { ...found, request };
  const reasons = reasonsFor(request.action, confirmReasons(click.inspected));
  if (!request.confirmed && reasons.length > 0) {
    return { kind: "confirm", reasons };
  }
  const plan = await planApplication(click, world);
  if (plan.kind === "ask") {
    return { kind: "which-calendar", calendars: plan.calendars };
  }
  const made = makeIntent(click, world);
  if (made.kind === "refused") {
    return { kind: "outcome", outcome: refusedOutcome(click, made.reason, world) };
  }
  await rememberChoice(click, world);
  const intent = withApplication(made.intent, plan.application);
  return { kind: "outcome", outcome: await begin(intent, click, world) };
}

/** What a click does, before anything of it is done. */
export function makeIntent(click: Click, world: World): MadeIntent {
  const { request } = click;
  const answer = requestedAnswer(request);
  if (answer === null) {
    return { kind: "made", intent: silentIntent(click, world) };
  }
  if (request.edit && actionOf(answer) === request.action) {
    return draftIntent(click, answer, world);
  }
  return letterIntent(click, { answer, comment: request.comment, subject: null }, world);
}

/**
 * Writes the click down and carries it out. The same click while the first is under way, or after
 * it has left, changes nothing: five fast clicks are one.
 */
async function begin(made: Intent, click: Click, world: World): Promise<OutcomeView> {
  await refreshOutcome(made.card, world);
  const before = await world.intents.last(made.card);
  const { intent, isNew } = await world.intents.claim(made, (last) => isSettledBy(last, made));
  if (!isNew) {
    return outcomeOf(intent);
  }
  await withdrawWaiting(before, world);
  if (intent.draft !== null) {
    await openComposer(intent, click, world);
    return outcomeOf(intent);
  }
  return outcomeOf(await carryOut(intent, world));
}

/** The last click is still under way, or said the same and was not refused. */
function isSettledBy(last: Intent, next: Intent): boolean {
  if (last.state === "pending") {
    return last.draft === null || next.draft !== null;
  }
  const isUndone = last.application?.state === "undone";
  const isSame = last.action === next.action && last.comment === next.comment && !isUndone;
  return isSame && next.draft === null && last.state !== "failed";
}

/** A changed answer takes the place of the one that still waits in the Outbox. */
async function withdrawWaiting(
  before: Intent | null,
  { sentMessages, intents }: World,
): Promise<void> {
  if (before?.state !== "queued") {
    return;
  }
  for (const { headerMessageId } of before.letters) {
    await sentMessages.withdraw(headerMessageId);
  }
  await intents.update({ ...before, state: "failed", reason: REPLACED, letters: [] });
}

async function openComposer(intent: Intent, click: Click, { composer }: World): Promise<void> {
  const { draft, id, comment } = intent;
  if (draft !== null) {
    await composer.open({
      messageId: click.card.messageId,
      identityId: draft.identityId,
      to: draft.to,
      subject: draft.subject,
      text: comment ?? "",
      reference: id,
    });
  }
}

function refusedOutcome({ request }: Click, reason: string, { clock }: World): OutcomeView {
  return {
    state: "failed",
    action: request.action,
    since: clock.now(),
    to: null,
    reason,
    messageId: null,
    isEditing: false,
    leavesByItself: null,
    calendar: null,
  };
}

/** The same letters again, byte for byte: after a failure, or when nobody knows. */
export async function resend(card: CardRef, world: World): Promise<OutcomeView> {
  const last = await refreshOutcome(cardKey(card), world);
  if (last === null) {
    throw new Error("nothing was answered here");
  }
  if (!RESENDABLE.includes(last.state) || last.letters.length === 0) {
    return outcomeOf(last);
  }
  const now = world.clock.now();
  const next: Intent = { ...last, id: world.newId(), at: now, state: "pending", since: now };
  const { intent, isNew } = await world.intents.claim(next, ({ id }) => id !== last.id);
  return outcomeOf(isNew ? await carryOut(intent, world) : intent);
}

const RESENDABLE: readonly Intent["state"][] = ["failed", "unknown"];

/** The calendar once more, after it failed. */
export async function applyAgain(card: CardRef, world: World): Promise<OutcomeView | null> {
  const last = await refreshOutcome(cardKey(card), world);
  return last === null ? null : outcomeOf(await retryCalendar(last, world));
}

/** Calendar and record as they were before the last click. */
export async function undoCalendar(card: CardRef, world: World): Promise<OutcomeView | null> {
  const last = await refreshOutcome(cardKey(card), world);
  return last === null ? null : outcomeOf(await takeBackCalendar(last, world));
}

/** What became of the last click on a card. */
export async function readOutcome(card: CardRef, world: World): Promise<OutcomeView | null> {
  const last = await refreshOutcome(cardKey(card), world);
  return last === null ? null : outcomeOf(last);
}
