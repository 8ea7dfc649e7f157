import { actionOf } from "../core/answer/compose-answer.ts";
import { reasonsFor } from "../core/answer/second-click.ts";
import { confirmReasons } from "../core/confirm-reasons.ts";
import type { AnswerRequest, AnswerResult, CardRef, OutcomeView, UndoneView } from "./card.ts";
import { findCard } from "./find-card.ts";
import { cardKey, isResendable, outcomeOf, type Intent } from "./intent.ts";
import { judgeClick, judgeResend } from "./judge-claim.ts";
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
import { refreshOutcome, retryCalendar, takeBackCalendar } from "./settle.ts";
import { during } from "./under-way.ts";
import { heldBack, letGo, takeBack } from "./undo-window.ts";

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
  const reasons = reasonsFor(request, confirmReasons(click.inspected, click.settings));
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
  const intent = heldBack(withApplication(made.intent, plan.application), click.settings);
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

/** Writes the click down and carries it out, or holds it back while it can be taken back. */
async function begin(made: Intent, click: Click, world: World): Promise<OutcomeView> {
  await refreshOutcome(made.card, world);
  return during(made.id, async () => {
    const { intent, claim } = await world.intents.claim(made, (seen) => judgeClick(made, seen));
    if (claim === "too-many") {
      return refusedOutcome(click, TOO_MANY, world);
    }
    if (claim === "settled") {
      return outcomeOf(intent);
    }
    if (intent.draft !== null) {
      await openComposer(intent, click, world);
      return outcomeOf(intent);
    }
    return outcomeOf(await letGo(intent, world));
  });
}

/** Why an answer is refused: 20 left within a minute. */
const TOO_MANY = "too-many";

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
    leavesAt: null,
    canResend: false,
    calendar: null,
    partstat: null,
  };
}

/** The same letters again, byte for byte: after a failure, or when nobody knows. */
export async function resend(card: CardRef, world: World): Promise<OutcomeView> {
  const last = await refreshOutcome(cardKey(card), world);
  if (last === null) {
    throw new Error("nothing was answered here");
  }
  if (!isResendable(last)) {
    return outcomeOf(last);
  }
  const now = world.clock.now();
  const next = heldBack(
    { ...last, id: world.newId(), at: now, state: "pending", since: now, reason: null },
    await world.settings(),
  );
  return during(next.id, async () => {
    const { intent, claim } = await world.intents.claim(next, (seen) =>
      judgeResend(last, next, seen),
    );
    if (claim === "too-many") {
      return { ...outcomeOf(last), state: "failed", reason: TOO_MANY };
    }
    return outcomeOf(claim === "new" ? await letGo(intent, world) : intent);
  });
}

/** The calendar once more, after it failed. */
export async function applyAgain(card: CardRef, world: World): Promise<OutcomeView | null> {
  const last = await refreshOutcome(cardKey(card), world);
  return last === null ? null : outcomeOf(await retryCalendar(last, world));
}

/** The last click never was, as long as nothing of it was done. */
export async function undoAnswer(card: CardRef, world: World): Promise<UndoneView> {
  const isUndone = await takeBack(cardKey(card), world);
  return { isUndone, outcome: await readOutcome(card, world) };
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
