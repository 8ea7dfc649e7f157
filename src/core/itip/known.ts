import type { Fact, FactEntry, Memory, SenderStanding } from "./fact.ts";
import { compareVersions } from "./version.ts";

/** What another message (or the calendar) says about one entry. */
export interface KnownVersion extends FactEntry {
  readonly method: string;
  /** Message-ID; "" for the calendar. */
  readonly source: string;
  readonly date: number | null;
}

/** What is known of the event of one (UID, ORGANIZER) apart from the message looked at. */
export interface Known {
  /** REQUEST, PUBLISH, ADD and CANCEL: one line of versions. */
  readonly line: readonly KnownVersion[];
  /** REPLY, COUNTER, REFRESH and DECLINECOUNTER. */
  readonly answers: readonly KnownVersion[];
  /** The messages behind them, whole: to find a second copy of one. */
  readonly facts: readonly Fact[];
  /** From addresses of the organizer's messages that count, lower case. */
  readonly trustedSenders: ReadonlySet<string>;
  /** Other ORGANIZERs under which the same UID is known. */
  readonly otherOrganizers: readonly string[];
}

/** The message that is looked at, as far as it matters what is known to it. */
export interface Viewpoint {
  readonly source: string;
  readonly from: string;
  readonly organizer: string;
  /** The organizer that messages without ORGANIZER belong to, "" when there is none. */
  readonly heir: string;
}

/**
 * A message without ORGANIZER belongs to the entry that the user organizes, else to the only one
 * (Exchange leaves ORGANIZER out of its REPLYs).
 */
export function heirOf(memory: Memory, isMine: (address: string) => boolean): string {
  const organizers = new Set(memory.facts.map(({ organizer }) => organizer));
  organizers.delete("");
  const own = [...organizers].find(isMine);
  const [only] = organizers;
  return own ?? (organizers.size === 1 ? only : undefined) ?? "";
}

const LINE: readonly string[] = ["REQUEST", "PUBLISH", "ADD", "CANCEL"];

/**
 * Reads the memory from the viewpoint of one message: what it said itself is left out (being
 * recorded never changes its own state), and so is what nobody confirmed, unless it came from the
 * same From address (contract: "Applied").
 */
export function knownTo(
  viewpoint: Viewpoint,
  memory: Memory,
  calendar: readonly KnownVersion[],
): Known {
  const others = memory.facts.filter(({ source }) => source !== viewpoint.source);
  const belongs = ({ organizer }: Fact): boolean =>
    (organizer === "" ? viewpoint.heir : organizer) === viewpoint.organizer;
  const sameEvent = others.filter(belongs);
  const confirmed = confirmedFacts(sameEvent, memory);
  const facts = sameEvent.filter(
    (fact) => confirmed.has(fact) || (fact.from !== "" && fact.from === viewpoint.from),
  );
  const remembered = memory.facts.some((fact) => belongs(fact) && LINE.includes(fact.method));
  return {
    line: [
      ...facts.filter(({ method }) => LINE.includes(method)).flatMap(versionsOf),
      ...(remembered ? [] : calendar),
    ],
    answers: facts.filter(({ method }) => !LINE.includes(method)).flatMap(versionsOf),
    facts,
    trustedSenders: sendersOf(confirmed),
    otherOrganizers: otherOrganizers(viewpoint, others, memory),
  };
}

/** Standings in the order in which they are believed. */
const FIRST_HAND: readonly SenderStanding[] = ["own", "verified"];

/**
 * First-hand messages and those that the user answered or applied are confirmed. A message that
 * somebody passed on is, when it is the first word of an event or comes from whom one was already
 * confirmed. The order of arrival plays no part.
 */
function confirmedFacts(facts: readonly Fact[], memory: Memory): ReadonlySet<Fact> {
  const decided = new Set(memory.decisions.map(({ source }) => source));
  const confirmed = new Set(
    facts.filter(
      ({ source, sender, doubtful }) =>
        decided.has(source) || (!doubtful && FIRST_HAND.includes(sender)),
    ),
  );
  const passedOn = facts
    .filter(({ sender, doubtful }) => sender === "vouched" && !doubtful)
    .sort(compareFacts);
  const trusted = sendersOf(confirmed);
  for (const fact of passedOn) {
    if (trusted.size === 0 || trusted.has(fact.from)) {
      confirmed.add(fact);
      trusted.add(fact.from);
    }
  }
  return confirmed;
}

function sendersOf(facts: Iterable<Fact>): Set<string> {
  const organizing = [...facts].filter(({ method }) => LINE.includes(method));
  return new Set(organizing.map(({ from }) => from));
}

function otherOrganizers(
  { organizer, from }: Viewpoint,
  others: readonly Fact[],
  memory: Memory,
): readonly string[] {
  const elsewhere = others.filter(
    (fact) => fact.organizer !== organizer && fact.organizer !== "" && LINE.includes(fact.method),
  );
  const confirmed = confirmedFacts(elsewhere, memory);
  const names = elsewhere
    .filter((fact) => confirmed.has(fact) || (from !== "" && fact.from === from))
    .map((fact) => fact.organizer);
  return organizer === "" ? [] : [...new Set(names)].sort();
}

export function versionsOf(fact: Fact): readonly KnownVersion[] {
  return fact.entries.map((entry) => ({
    ...entry,
    method: fact.method,
    source: fact.source,
    date: fact.date,
  }));
}

/** Oldest first; between equal versions a CANCEL is newer, then the later Date, then Message-ID. */
export function compareKnown(a: KnownVersion, b: KnownVersion): number {
  return compareLine(a, b) || compareArrival(a, b);
}

/** The line of versions alone: SEQUENCE, DTSTAMP, then a CANCEL after the REQUEST it ends. */
export function compareLine(
  a: Pick<KnownVersion, "sequence" | "dtstamp" | "method">,
  b: Pick<KnownVersion, "sequence" | "dtstamp" | "method">,
): number {
  return compareVersions(a, b) || Number(a.method === "CANCEL") - Number(b.method === "CANCEL");
}

/** Which of two messages of one version is the later: by Date, then by Message-ID. */
export function compareArrival(
  a: { readonly date: number | null; readonly source: string },
  b: { readonly date: number | null; readonly source: string },
): number {
  const byDate = (a.date ?? Number.MIN_SAFE_INTEGER) - (b.date ?? Number.MIN_SAFE_INTEGER);
  return byDate || Number(a.source > b.source) - Number(a.source < b.source);
}

function compareFacts(a: Fact, b: Fact): number {
  const [first] = versionsOf(a);
  const [second] = versionsOf(b);
  return first === undefined || second === undefined ? 0 : compareKnown(first, second);
}
