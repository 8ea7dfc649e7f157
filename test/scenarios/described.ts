import type { InspectedInvitation } from "../../src/core/inspection.ts";
import { familyOf } from "../../src/core/rules/catalogue.ts";

interface Outcome {
  readonly inspected: InspectedInvitation;
  readonly verdict: string;
  /** What the scenario says. */
  readonly wanted: string;
}

/** What came true, in the words that a scenario uses for it. */
const WORDS: Readonly<Record<string, (outcome: Outcome) => string>> = {
  state: ({ inspected }) => inspected.situation.standing.state,
  applied: ({ inspected }) => (inspected.applied ? "yes" : "no"),
  actions: ({ inspected }) => inspected.actions.join(", "),
  changes: ({ inspected }) =>
    inspected.situation.standing.changes.map(({ field }) => field).join(", "),
  change: ({ inspected }) =>
    inspected.situation.standing.changes
      .map((change) => `${change.field} ${change.old} to ${change.new}`)
      .join("; "),
  "answer-needed": ({ inspected }) =>
    inspected.answerNeeded === null ? "nothing asked" : inspected.answerNeeded ? "yes" : "no",
  role: ({ inspected: { situation } }) =>
    situation.me.matchedBy === null
      ? situation.me.role
      : `${situation.me.role} by ${situation.me.matchedBy}`,
  answered: ({ inspected: { situation } }) =>
    situation.answered === null
      ? "nothing"
      : `${situation.answered.partstat} to ${String(situation.answered.sequence)}`,
  verdict: ({ verdict }) => verdict,
  instances: ({ inspected: { situation } }) =>
    situation.standing.instances
      .map(({ recurrenceId, state }) => `${recurrenceId} ${state}`)
      .join(", "),
  // Of people and freshness alone: what the other families find has its own tables.
  breaks: ({ inspected: { findings } }) =>
    findings
      .filter(({ rule }) => ["people", "freshness"].includes(familyOf(rule)))
      .filter(({ severity }) => severity !== "notice")
      .map(({ rule, severity }) => `${rule} (${severity})`)
      .join(", "),
  // Those of the named rules that found something.
  finds: ({ inspected: { findings }, wanted }) =>
    wanted
      .split(", ")
      .filter((rule) => findings.some((finding) => finding.rule === rule))
      .join(", "),
};

export function described(key: string, outcome: Outcome): string {
  const words = WORDS[key];
  if (words === undefined) {
    throw new Error(`a scenario cannot expect "${key}"`);
  }
  return words(outcome);
}
