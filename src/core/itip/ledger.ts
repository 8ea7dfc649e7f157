import { boundedFacts } from "./bounded-facts.ts";
import { decisionKey, factKey, type Decision, type Fact, type Memory } from "./fact.ts";
import { isDecision, isFact, isRecord } from "./ledger-shape.ts";

/** What is remembered of all events, by UID. */
export type Ledger = ReadonlyMap<string, Memory>;

/** The format of `--ledger`, of export and of import. */
export const LEDGER_VERSION = 1;

const NOTHING: Memory = { facts: [], decisions: [] };

export function recallFrom(ledger: Ledger, uid: string): Memory {
  return ledger.get(uid) ?? NOTHING;
}

/** The same fact is kept once; what its sender is worth is what was found out last. */
export function withFact(memory: Memory, fact: Fact): Memory {
  const key = factKey(fact);
  const others = memory.facts.filter(
    (known) => known.source !== fact.source || factKey(known) !== key,
  );
  return { ...memory, facts: boundedFacts([...others, fact], memory.decisions) };
}

/** The same decision is kept once, however often a crash makes it be written. */
export function withDecision(memory: Memory, decision: Decision): Memory {
  const key = decisionKey(decision);
  return memory.decisions.some((known) => decisionKey(known) === key)
    ? memory
    : { ...memory, decisions: [...memory.decisions, decision] };
}

export function withoutDecision(memory: Memory, decision: Decision): Memory {
  const key = decisionKey(decision);
  return { ...memory, decisions: memory.decisions.filter((known) => decisionKey(known) !== key) };
}

/**
 * Both together, in linear time. Where both hold a fact, what is known here of its sender stands:
 * a file is older.
 */
export function mergeMemories(known: Memory, more: Memory): Memory {
  const decisions = onceBy(decisionKey, [...more.decisions, ...known.decisions]);
  const facts = onceBy(factKey, [...more.facts, ...known.facts]);
  return { ...known, facts: boundedFacts(facts, decisions), decisions };
}

/** The last of those with the same key. */
function onceBy<Item>(key: (item: Item) => string, items: readonly Item[]): readonly Item[] {
  return [...new Map(items.map((item) => [key(item), item])).values()];
}

/** The file: UIDs, facts and decisions sorted, so that one content has one text. */
export function printLedger(ledger: Ledger): string {
  const events = [...ledger]
    .sort(([a], [b]) => compareText(a, b))
    .map(([uid, { facts, decisions }]) => ({
      uid,
      facts: sorted(facts.map(withoutUid)),
      decisions: sorted(decisions.map(withoutUid)),
    }));
  return `${JSON.stringify({ version: LEDGER_VERSION, events }, null, 1)}\n`;
}

/** The UID stands once, above what is known of it. */
function withoutUid(item: Fact | Decision): object {
  return Object.fromEntries(Object.entries(item).filter(([name]) => name !== "uid"));
}

export type LedgerFile =
  | { readonly kind: "ledger"; readonly ledger: Ledger }
  | {
      readonly kind: "unreadable";
      readonly because: "not-json" | "not-a-ledger" | "newer-version";
    };

/** Reads what `printLedger` wrote; "" is an empty ledger. */
export function parseLedger(text: string): LedgerFile {
  if (text.trim() === "") {
    return { kind: "ledger", ledger: new Map() };
  }
  const file = parseJson(text);
  if (file === undefined) {
    return { kind: "unreadable", because: "not-json" };
  }
  if (!isRecord(file) || !Array.isArray(file["events"])) {
    return { kind: "unreadable", because: "not-a-ledger" };
  }
  if (file["version"] !== LEDGER_VERSION) {
    return { kind: "unreadable", because: "newer-version" };
  }
  const events = file["events"].map(readEvent);
  return events.includes(null)
    ? { kind: "unreadable", because: "not-a-ledger" }
    : { kind: "ledger", ledger: new Map(events.filter((event) => event !== null)) };
}

function readEvent(event: unknown): readonly [string, Memory] | null {
  if (!isRecord(event) || typeof event["uid"] !== "string") {
    return null;
  }
  const { uid, facts, decisions } = event;
  if (!isListOf(facts, isFact) || !isListOf(decisions, isDecision)) {
    return null;
  }
  return [
    uid,
    {
      facts: facts.map((fact) => ({ ...fact, uid })),
      decisions: decisions.map((decision) => ({ ...decision, uid })),
    },
  ];
}

function isListOf<Item>(
  value: unknown,
  isItem: (item: unknown) => item is Item,
): value is readonly Item[] {
  return Array.isArray(value) && value.every(isItem);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: the caller says so.
    return undefined;
  }
}

function sorted<Item>(items: readonly Item[]): readonly Item[] {
  return items
    .map((item) => [JSON.stringify(item), item] as const)
    .sort(([a], [b]) => compareText(a, b))
    .map(([, item]) => item);
}

/** By code unit, the same everywhere. */
function compareText(a: string, b: string): number {
  return Number(a > b) - Number(a < b);
}
