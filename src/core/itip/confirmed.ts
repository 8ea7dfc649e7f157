import type { Fact, Memory, SenderStanding } from "./fact.ts";
import { compareKnown, compareLine, LINE, versionsOf } from "./known-version.ts";

/** Standings that are believed by themselves. */
const FIRST_HAND: readonly SenderStanding[] = ["own", "verified"];

/**
 * The facts of one event that count for everybody (contract: "Applied"): what came first-hand, what
 * the user answered or applied, and what somebody passed on, when it is the first word of an event
 * or comes from whom one was already believed. The order of arrival plays no part.
 */
export function confirmedFacts(
  facts: readonly Fact[],
  { decisions }: Memory,
  isInCalendar: boolean,
): ReadonlySet<Fact> {
  const decided = new Set(decisions.map(({ source }) => source));
  const firstHand = facts.filter(
    ({ source, sender, doubtful }) =>
      decided.has(source) || (!doubtful && FIRST_HAND.includes(sender)),
  );
  const passedOn = facts
    .filter((fact) => fact.sender === "vouched" && !fact.doubtful && !firstHand.includes(fact))
    .sort(compareFacts);
  const words = firstHand.filter(saysThatItTakesPlace);
  const senders = sendersOf(firstHand);
  return new Set([
    ...firstHand,
    ...(isInCalendar || words.length > 0
      ? passedOn.filter(
          (fact) =>
            senders.has(fact.from) ||
            (!isInCalendar && saysThatItTakesPlace(fact) && isBefore(fact, words)),
        )
      : believedInTurn(passedOn, senders)),
  ]);
}

/** From addresses of the organizer's messages. */
export function sendersOf(facts: Iterable<Fact>): ReadonlySet<string> {
  const organizing = [...facts].filter(({ method }) => LINE.includes(method));
  return new Set(organizing.map(({ from }) => from));
}

/** Nobody is heard first-hand: the first word tells who is believed from then on. */
function believedInTurn(passedOn: readonly Fact[], senders: ReadonlySet<string>): readonly Fact[] {
  const trusted = new Set(senders);
  const believed: Fact[] = [];
  for (const fact of passedOn) {
    const isFirst = believed.length === 0 && saysThatItTakesPlace(fact);
    if (isFirst || trusted.has(fact.from)) {
      believed.push(fact);
      trusted.add(fact.from);
    }
  }
  return believed;
}

/** A CANCEL is no first word: it would keep the invitation from ever being new. */
function saysThatItTakesPlace({ method }: Fact): boolean {
  return LINE.includes(method) && method !== "CANCEL";
}

function isBefore(fact: Fact, others: readonly Fact[]): boolean {
  const [first] = versionsOf(fact);
  return others.flatMap(versionsOf).every((other) => first && compareLine(first, other) < 0);
}

function compareFacts(a: Fact, b: Fact): number {
  const [first] = versionsOf(a);
  const [second] = versionsOf(b);
  return first === undefined || second === undefined ? 0 : compareKnown(first, second);
}
