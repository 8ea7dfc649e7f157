import { digestOf } from "./digest.ts";
import { endsAt } from "./ends-at.ts";
import type { Fact, FactEntry, Memory } from "./fact.ts";

/*
 * What is kept of an event long past: who said which version when, its times and its state, so that
 * every message about it is judged as before. Titles, descriptions, links and answers of others are
 * not kept. Folding looks at each fact alone, so that the order in which messages are seen, folded
 * and seen again leaves no trace.
 */

/** With every fact folded that was over before the limit (milliseconds since 1970). */
export function foldMemory(memory: Memory, limit: number): Memory {
  return { ...memory, facts: memory.facts.map((fact) => foldFact(fact, limit)) };
}

export function foldFact(fact: Fact, limit: number): Fact {
  return !isFolded(fact) && endsAt(fact) < limit
    ? { ...fact, entries: fact.entries.map(foldEntry) }
    : fact;
}

/** When the first of the facts that are not yet folded is over; null: none ever is. */
export function firstEnd({ facts }: Memory): number | null {
  const ends = facts.filter((fact) => !isFolded(fact)).map(endsAt);
  const first = ends.reduce((least, end) => Math.min(least, end), Infinity);
  return Number.isFinite(first) ? first : null;
}

export function isFolded({ entries }: Fact): boolean {
  return entries.every(({ snapshot }) => snapshot.digest !== undefined);
}

function foldEntry(entry: FactEntry): FactEntry {
  const { snapshot } = entry;
  return {
    ...entry,
    snapshot: {
      ...snapshot,
      summary: "",
      description: "",
      attendees: [],
      links: [],
      digest: digestOf(snapshot),
    },
  };
}
