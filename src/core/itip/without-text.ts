import type { Fact, FactEntry } from "./fact.ts";
import { isUntold, UNTOLD } from "./snapshot.ts";

/**
 * What is kept of an encrypted message: who said which version of what, and whether the user is
 * named. Its texts and times, and who else is named, would lie in the clear where it did not.
 */
export function withoutText(fact: Fact, me: string | null): Fact {
  return { ...fact, entries: fact.entries.map((entry) => entryWithoutText(entry, me)) };
}

export function isWithoutText({ entries }: Fact): boolean {
  return entries.some(({ snapshot }) => isUntold(snapshot));
}

function entryWithoutText(entry: FactEntry, me: string | null): FactEntry {
  return {
    ...entry,
    snapshot: UNTOLD,
    // A CANCEL for others alone is told from one for all by how many there are.
    attendees: entry.attendees.map((address) => (address === me ? address : "")),
  };
}
