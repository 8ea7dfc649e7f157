import type { Intent } from "../app/intent.ts";
import type { Claim, Intents, Memories, Seen } from "../app/ports.ts";
import { PACE_PERIOD } from "../core/answer/pace.ts";
import type { Memory } from "../core/itip/fact.ts";
import { withDecision, withFact, withoutDecision } from "../core/itip/ledger.ts";
import { UNFINISHED, UNSETTLED } from "./intents.ts";

/*
 * The record while storage fails, for one life of the event page: what was kept before stays known
 * as far as it can still be read, and what is new is held here.
 */

export type HeldEvents = Map<string, Memory>;
/** Null: removed, also from what is kept. */
export type HeldIntents = Map<string, Intent | null>;

const NOTHING: Memory = { facts: [], decisions: [] };

/** `kept` may reject: then nothing was known. */
export function volatileMemories(held: HeldEvents, kept: Memories["recall"]): Memories {
  let last: Promise<unknown> = Promise.resolve();
  const recall = async (uid: string): Promise<Memory> =>
    held.get(uid) ?? (await kept(uid).catch(() => NOTHING));
  /** One after the other, or one change would be lost to another. */
  const change = (uid: string, edit: (memory: Memory) => Memory): Promise<void> => {
    const done = last.then(async () => {
      held.set(uid, edit(await recall(uid)));
    });
    last = done.catch(() => undefined);
    return done;
  };
  return {
    recall,
    async remember(facts) {
      for (const fact of facts) {
        await change(fact.uid, (memory) => withFact(memory, fact));
      }
    },
    decide: (decision) => change(decision.uid, (memory) => withDecision(memory, decision)),
    undecide: (decision) => change(decision.uid, (memory) => withoutDecision(memory, decision)),
  };
}

/** `kept` may reject: then nothing was clicked. */
export function volatileIntents(
  held: HeldIntents,
  kept: () => Promise<readonly Intent[]>,
): Intents {
  /** What follows is done in one go: of several fast clicks one counts. */
  const load = async (): Promise<Clicks> => {
    holdMissing(held, await kept().catch(() => []));
    return new Clicks(held);
  };
  return {
    claim: async (intent, judge) => (await load()).claim(intent, judge),
    last: async (card, before) => (await load()).last(card, before),
    get: async (id) => (await load()).get(id),
    ofEvent: async (uid, count) => (await load()).ofEvent(uid, count),
    ofLetter: async (headerMessageId) => (await load()).ofLetter(headerMessageId),
    update: async (intent) => {
      (await load()).put(intent.id, intent);
    },
    exchange: async (id, change) => {
      const clicks = await load();
      const current = clicks.get(id);
      return clicks.put(id, current && change(current));
    },
    unfinished: async () => (await load()).unfinished(),
    unsettled: async () => (await load()).unsettled(),
  };
}

export function holdMissing(held: HeldIntents, before: readonly Intent[]): void {
  for (const intent of before.filter(({ id }) => !held.has(id))) {
    held.set(intent.id, intent);
  }
}

/** Has all of it kept, also what changes meanwhile; what could not be kept stays held. */
export async function handOver<Value>(
  held: Map<string, Value>,
  keep: (now: ReadonlyMap<string, Value>) => Promise<void>,
): Promise<void> {
  while (held.size > 0) {
    const now = new Map(held);
    await keep(now);
    for (const [key, value] of now) {
      if (held.get(key) === value) {
        held.delete(key);
      }
    }
  }
}

/** Intents in memory, the oldest first. */
class Clicks {
  readonly #held: HeldIntents;

  constructor(held: HeldIntents) {
    this.#held = held;
  }

  claim(
    intent: Intent,
    judge: (seen: Seen) => Claim,
  ): { readonly intent: Intent; readonly claim: Claim } {
    const last = this.last(intent.card);
    const recent = this.#all().filter(({ at }) => at >= intent.at - PACE_PERIOD);
    const claim = judge({ last, same: this.get(intent.id), recent });
    if (claim === "instead" && last !== null) {
      this.put(last.id, null);
    }
    if (claim === "new" || claim === "instead") {
      this.put(intent.id, intent);
      return { intent, claim };
    }
    return { intent: last ?? intent, claim };
  }

  last(card: string, before = Infinity): Intent | null {
    return this.#all().findLast((intent) => intent.card === card && intent.at < before) ?? null;
  }

  get(id: string): Intent | null {
    return this.#held.get(id) ?? null;
  }

  ofEvent(uid: string, count: number): readonly Intent[] {
    return this.#all()
      .filter(({ about }) => about?.uid === uid)
      .reverse()
      .slice(0, count);
  }

  ofLetter(headerMessageId: string): Intent | null {
    const holds = ({ letters }: Intent): boolean =>
      letters.some((letter) => letter.headerMessageId === headerMessageId);
    return this.#all().findLast(holds) ?? null;
  }

  /** Null removes it. */
  put(id: string, intent: Intent | null): Intent | null {
    this.#held.set(id, intent);
    return intent;
  }

  unfinished(): readonly Intent[] {
    return this.#all().filter(({ state }) => UNFINISHED.some((one) => one === state));
  }

  unsettled(): ReadonlyMap<string, Intent["state"]> {
    const last = new Map(this.#all().map(({ card, state }) => [card, state]));
    return new Map([...last].filter(([, state]) => UNSETTLED.includes(state)));
  }

  #all(): readonly Intent[] {
    return [...this.#held.values()].filter((intent) => intent !== null).sort((a, b) => a.at - b.at);
  }
}
