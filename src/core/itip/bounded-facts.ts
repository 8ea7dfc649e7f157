import { MAX_FACTS, MAX_KNOWN_ORGANIZERS } from "../limits.ts";
import { factKey, lacksOrganizer, type Decision, type Fact } from "./fact.ts";
import { LINE } from "./known-version.ts";
import { compareVersions } from "./version.ts";

/**
 * What is kept of one UID: in each group the newest by version. A fact stays or goes by what it says
 * itself, so that the order of arrival leaves no trace; and who is not believed cannot push out what
 * somebody else has said.
 */
export function boundedFacts(
  facts: readonly Fact[],
  decisions: readonly Decision[],
): readonly Fact[] {
  if (facts.length <= MAX_KNOWN_ORGANIZERS) {
    return facts;
  }
  const kept = new Set(keptOrganizers(facts, decisions));
  const groups = groupsOf(
    facts.filter((fact) => standing(fact) !== "verified" || kept.has(fact.organizer)),
  );
  const remaining = new Set(groups.flatMap(newest));
  return facts.filter((fact) => remaining.has(fact));
}

function groupsOf(facts: readonly Fact[]): readonly (readonly Fact[])[] {
  const groups = new Map<string, Fact[]>();
  for (const fact of facts) {
    const name = groupOf(fact);
    const group = groups.get(name) ?? [];
    groups.set(name, group);
    group.push(fact);
  }
  return [...groups.values()];
}

type Standing = "own" | "verified" | "vouched" | "doubted";

function standing({ sender, doubtful }: Fact): Standing {
  const isDoubted = doubtful || sender === "stranger" || sender === "refuted";
  return isDoubted ? "doubted" : sender;
}

/**
 * Only who is believed has a group for each organizer: the others could name any number. Who names
 * none may turn out to be a stranger.
 */
function groupOf(fact: Fact): string {
  const kind = LINE.includes(fact.method) ? "line" : "answers";
  const belief = standing(fact);
  const organizer = belief === "verified" ? fact.organizer : "";
  return JSON.stringify([belief, kind, organizer, lacksOrganizer(fact)]);
}

/** Those whom the user has answered, then by name: a property that nothing changes later. */
function keptOrganizers(facts: readonly Fact[], decisions: readonly Decision[]): readonly string[] {
  const answered = new Set(decisions.map(({ organizer }) => organizer));
  const names = new Set(facts.filter((fact) => standing(fact) === "verified").map(organizerOf));
  return [...names]
    .sort((a, b) => Number(answered.has(b)) - Number(answered.has(a)) || compareText(a, b))
    .slice(0, MAX_KNOWN_ORGANIZERS);
}

function organizerOf({ organizer }: Fact): string {
  return organizer;
}

function newest(facts: readonly Fact[]): readonly Fact[] {
  return facts.length <= MAX_FACTS ? facts : [...facts].sort(compareFacts).slice(0, MAX_FACTS);
}

/** The newest first; no two facts are equal. */
function compareFacts(a: Fact, b: Fact): number {
  const [first = OLDEST] = a.entries;
  const [second = OLDEST] = b.entries;
  return (
    compareVersions(second, first) ||
    (b.date ?? 0) - (a.date ?? 0) ||
    compareText(b.source, a.source) ||
    compareText(factKey(b), factKey(a))
  );
}

const OLDEST = { sequence: -1, dtstamp: null };

function compareText(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}
