import { occurrencesFrom } from "../core/answer/occurrences.ts";
import { readLetter, type ReadLetter } from "../core/answer/read-letter.ts";
import { makeIntent } from "./answer-invitation.ts";
import type { AnswerRequest, CardRef, LetterView, OccurrencesView, PreviewView } from "./card.ts";
import { findCard } from "./find-card.ts";
import type { World } from "./ports.ts";

/** What a click would send, made by what makes the answer; nothing is written down or sent. */
export async function previewAnswer(request: AnswerRequest, world: World): Promise<PreviewView> {
  const found = await findCard(request.card, world);
  if (!found?.inspected.actions.includes(request.action)) {
    return { kind: "outdated" };
  }
  const made = makeIntent({ ...found, request: { ...request, edit: false } }, world);
  if (made.kind === "refused") {
    return made;
  }
  const letters = made.intent.letters.map(({ bytes }) => readLetter(bytes));
  return { kind: "letters", letters: letters.map(letterView) };
}

function letterView({ from, to, ...said }: ReadLetter): LetterView {
  const [recipient] = to;
  return {
    ...said,
    from: { name: from?.name ?? null, address: from?.address ?? null },
    to: { name: recipient?.name ?? null, address: recipient?.address ?? null },
  };
}

/** How many more a click on "More dates" brings. */
const MORE_OCCURRENCES = 10;

/** Further occurrences of a card's series, after one that is known already. */
export async function moreOccurrences(
  card: CardRef,
  after: string,
  world: World,
): Promise<OccurrencesView> {
  const found = await findCard(card, world);
  return found === null
    ? { shown: [], hasMore: false }
    : occurrencesFrom(found.inspected, { after }, MORE_OCCURRENCES);
}
