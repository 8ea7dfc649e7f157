import type { Decision, Fact, FactEntry, Memory, SenderStanding } from "./fact.ts";
import type { Snapshot } from "./snapshot.ts";

/*
 * A ledger's file can come from anywhere, and what is imported is believed for years: every member
 * is looked at before any is kept.
 */

type Check = (value: unknown) => boolean;

/** One check for each member; the UID stands outside, once for all. */
type Shape<Item> = Readonly<Record<keyof Omit<Item, "uid">, Check>>;

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

export function isFact(value: unknown): value is Omit<Fact, "uid"> {
  return matches(value, FACT);
}

export function isDecision(value: unknown): value is Omit<Decision, "uid"> {
  return matches(value, DECISION);
}

/** What is kept of one UID, in a database that anything may have happened to. */
export function isMemory(value: unknown): value is Memory {
  return matches(value, MEMORY);
}

function matches(value: unknown, shape: Readonly<Record<string, Check>>): boolean {
  return isRecord(value) && Object.entries(shape).every(([name, check]) => check(value[name]));
}

const isText: Check = (value) => typeof value === "string";
const isBoolean: Check = (value) => typeof value === "boolean";
const isNumber: Check = (value) => Number.isFinite(value);

const optional =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);

const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);

const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);

const SENDERS: readonly SenderStanding[] = ["own", "verified", "vouched", "stranger", "refuted"];

const SNAPSHOT: Shape<Snapshot> = {
  start: isText,
  end: isText,
  summary: isText,
  location: isText,
  description: isText,
  status: isText,
  recurrence: listOf(isText),
  attendees: listOf(isText),
  links: listOf(isText),
  digest: optional(isText),
};

const ENTRY: Shape<FactEntry> = {
  sequence: isNumber,
  dtstamp: orNull(isNumber),
  recurrenceId: isText,
  snapshot: (value) => matches(value, SNAPSHOT),
  attendees: listOf(isText),
  author: orNull(isText),
  partstat: orNull(isText),
  cancelled: isBoolean,
};

const FACT: Shape<Fact> = {
  source: isText,
  organizer: isText,
  method: isText,
  date: orNull(isNumber),
  from: isText,
  sender: (value) => SENDERS.some((sender) => sender === value),
  doubtful: isBoolean,
  entries: listOf((value) => matches(value, ENTRY)),
};

const DECISION: Shape<Decision> = {
  sequence: isNumber,
  dtstamp: orNull(isNumber),
  organizer: isText,
  recurrenceId: isText,
  source: isText,
  partstat: orNull(isText),
  attendee: orNull(isText),
  at: isNumber,
};

const MEMORY: Shape<Memory> = {
  facts: listOf(isFact),
  decisions: listOf(isDecision),
  gone: optional(listOf(isText)),
};
