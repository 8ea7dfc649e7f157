import type { OutcomeView } from "../../app/card.ts";

/** An answer that counts. */
export interface Said {
  readonly partstat: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/**
 * The answers given on a card since it was drawn, by occurrence (null: all of it): the last one
 * holds, until it is taken back.
 */
export class AnswersHere {
  readonly #given = new Map<string | null, readonly Given[]>();

  /** What holds now that this is known of the last click; null: what the card was drawn with. */
  note(occurrence: string | null, outcome: OutcomeView | null): Said | null {
    const given = this.#given.get(occurrence) ?? [];
    const left = outcome === null ? given : after(given, outcome);
    this.#given.set(occurrence, left);
    return left.at(-1)?.said ?? null;
  }
}

interface Given {
  readonly key: string;
  readonly said: Said;
}

function after(given: readonly Given[], outcome: OutcomeView): readonly Given[] {
  const { state, partstat, since: at } = outcome;
  const key = answerKey(outcome);
  const others = given.filter((one) => one.key !== key);
  if (isTakenBack(outcome)) {
    return others;
  }
  return COUNTED.includes(state) && partstat !== null
    ? [...others, { key, said: { partstat, at } }]
    : given;
}

/** What waits in the Outbox is written down as the user's answer, too. */
const COUNTED: readonly OutcomeView["state"][] = ["recorded", "queued", "sent"];

/** Of one answer, whatever becomes of it; what is only recorded has no Message-ID, and stays so. */
export function answerKey({ messageId, since }: OutcomeView): string {
  return messageId ?? String(since);
}

/** What was written down with it is forgotten, too. */
export function isTakenBack({ calendar }: OutcomeView): boolean {
  return calendar?.state === "undone";
}
