import type { Action } from "../core/itip/actions.ts";
import {
  answersGiven,
  answersWritten,
  isOf,
  type AnswerGiven,
  type AnswerWritten,
  type Event,
} from "../core/itip/answered.ts";
import { decisionKey, SERIES, type Memory } from "../core/itip/fact.ts";
import { heirOf } from "../core/itip/known.ts";
import { isMine } from "../core/people/me.ts";
import type { CardRef } from "./card.ts";
import { findCard } from "./find-card.ts";
import { answerKey, isUndone, recipientOf, type Intent } from "./intent.ts";
import type { PastAnswerView } from "./past-answer.ts";
import type { World } from "./ports.ts";

/** So many are shown, the last ones. */
export const MAX_PAST_ANSWERS = 20;

/** So many clicks are looked at: one answer can take several, and some are no answers. */
const MAX_CLICKS = 100;

/** Everything that the user said to the event of a card, the newest first. */
export async function readHistory(card: CardRef, world: World): Promise<readonly PastAnswerView[]> {
  const { uid } = card;
  if (uid === null) {
    return [];
  }
  const clicks = await world.intents.ofEvent(uid, MAX_CLICKS);
  const memory = await world.memories.recall(uid);
  const isEmpty = clicks.length === 0 && memory.decisions.length === 0;
  if (isEmpty && !memory.facts.some(({ sender }) => sender === "own")) {
    // The message is not read once more for nothing.
    return [];
  }
  const found = await findCard(card, world);
  if (found === null) {
    return [];
  }
  const { addresses, standing } = found.inspected.situation;
  const heir = heirOf({ memory, calendar: [] }, (address) => isMine(address, addresses));
  return pastAnswers({ clicks, memory }, { organizer: standing.known.organizer, heir });
}

/** Where it is written down what the user said. */
export interface Sources {
  /** The newest first. */
  readonly clicks: readonly Intent[];
  readonly memory: Memory;
}

/** Each answer once: a click, the decision and the message that came of it are one. */
export function pastAnswers({ clicks, memory }: Sources, event: Event): readonly PastAnswerView[] {
  const own = withoutRepeats(clicks.filter(({ about }) => about !== null && isOf(event, about)));
  const clicked = new Set(own.map(answerKey));
  const noted = answersGiven(memory, event).filter((one) => !clicked.has(decisionKey(one)));
  const shown = [...own.flatMap(answerClicked), ...noted.map(answerNoted)];
  const letters = new Set(
    own.flatMap((click) => click.letters.map(({ headerMessageId }) => headerMessageId)),
  );
  const found = answersWritten(memory, event).filter(
    (one) => !letters.has(one.source) && !shown.some((other) => isSameAnswer(other, one)),
  );
  return [...shown, ...found.map(answerFound)]
    .sort((a, b) => b.at - a.at)
    .slice(0, MAX_PAST_ANSWERS);
}

/** What was sent once more counts as it went last. */
function withoutRepeats(clicks: readonly Intent[]): readonly Intent[] {
  const last = new Map<string, Intent>();
  for (const click of clicks) {
    const key = answerKey(click);
    if (!last.has(key)) {
      last.set(key, click);
    }
  }
  return [...last.values()];
}

/** None for what says nothing, such as "Ignore". */
function answerClicked(click: Intent): readonly PastAnswerView[] {
  const { at, about, comment, letters, proposed, state, reason } = click;
  const said = saidBy(click);
  if (said === null) {
    return [];
  }
  return [
    {
      at,
      said,
      recurrenceId: about?.recurrenceId ?? SERIES,
      sequence: about?.sequence ?? null,
      comment,
      delegate: letters[1]?.to ?? null,
      proposed: proposed ?? null,
      state,
      to: recipientOf(click),
      reason,
      isUndone: isUndone(click),
    },
  ];
}

function saidBy({ decision, action }: Intent): string | null {
  return decision === null ? (SAID[action] ?? null) : decision.partstat;
}

/** What is said by a click that decides nothing, or not yet. */
const SAID: Partial<Record<Action, string>> = {
  accept: "ACCEPTED",
  tentative: "TENTATIVE",
  decline: "DECLINED",
  delegate: "DELEGATED",
  counter: "COUNTER",
  refresh: "REFRESH",
};

function answerNoted({ at, partstat, recurrenceId, sequence }: AnswerGiven): PastAnswerView {
  return { ...BARE, at, said: partstat, recurrenceId, sequence, state: "noted" };
}

function answerFound({ at, partstat, recurrenceId, sequence }: AnswerWritten): PastAnswerView {
  return { ...BARE, at, said: partstat, recurrenceId, sequence, state: "found" };
}

const BARE = {
  comment: null,
  delegate: null,
  proposed: null,
  to: null,
  reason: null,
  isUndone: false,
} as const;

/** A REPLY is written with the click: its DTSTAMP is the click's moment, in whole seconds. */
const MAX_DELAY_MS = 2000;

function isSameAnswer(shown: PastAnswerView, { dtstamp, ...written }: AnswerWritten): boolean {
  return (
    shown.said === written.partstat &&
    shown.recurrenceId === written.recurrenceId &&
    dtstamp !== null &&
    Math.abs(shown.at - dtstamp) < MAX_DELAY_MS
  );
}
