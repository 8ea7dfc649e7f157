import type { Fact, FactEntry } from "./fact.ts";

/**
 * When all that a fact speaks of is over, milliseconds since 1970; Infinity for a series without
 * end. Never too early: where the last occurrence would have to be counted out, the latest day on
 * which it can lie is taken.
 */
export function endsAt(fact: Fact): number {
  return Math.max(...fact.entries.map((entry) => entryEndsAt(entry, fact.date)), -Infinity);
}

/** An answer without times is over with its own date. */
function entryEndsAt({ snapshot, dtstamp }: FactEntry, date: number | null): number {
  const { start, end, recurrence } = snapshot;
  const first = timeOf(start);
  const last = timeOf(end) ?? first ?? date ?? dtstamp ?? Infinity;
  const length = first === null ? 0 : last - first;
  const occurrences = recurrence.map((line) => lastOf(line, first) + length);
  return Math.max(last, ...occurrences);
}

/** The last occurrence of a line of `Snapshot.recurrence`. */
function lastOf(line: string, first: number | null): number {
  const [name, value = ""] = line.split(" ");
  if (name === "RDATE") {
    return timeOf(value) ?? Infinity;
  }
  return name === "RRULE" ? lastOfRule(value, first) : -Infinity;
}

function lastOfRule(rule: string, first: number | null): number {
  const parts = new Map(rule.split(";").map((part) => [part.split("=")[0] ?? "", valueOf(part)]));
  const until = parts.get("UNTIL");
  if (until !== undefined) {
    return basicTime(until) ?? Infinity;
  }
  const count = Number(parts.get("COUNT"));
  const step = STEPS.get(parts.get("FREQ") ?? "");
  return first === null || step === undefined || !Number.isFinite(count)
    ? Infinity
    : first + count * Number(parts.get("INTERVAL") ?? 1) * step * thinning(parts);
}

function valueOf(part: string): string {
  return part.split("=")[1] ?? "";
}

const DAY = 24 * 60 * 60 * 1000;

/** The longest way from one occurrence to the next where no part of the rule leaves any out. */
const STEPS: ReadonlyMap<string, number> = new Map([
  ["DAILY", DAY],
  ["WEEKLY", 7 * DAY],
  ["MONTHLY", 31 * DAY],
  ["YEARLY", 366 * DAY],
]);

/** A rule that leaves months out, or days that not every month has, takes so much longer at most. */
const THINNED = 12;

const REGULAR: ReadonlySet<string> = new Set(["FREQ", "COUNT", "INTERVAL", "BYDAY", "WKST"]);

function thinning(parts: ReadonlyMap<string, string>): number {
  const frequency = parts.get("FREQ");
  const isRegular = [...parts.keys()].every((name) => REGULAR.has(name));
  if (frequency === "WEEKLY" && isRegular) {
    return 1;
  }
  return frequency === "DAILY" && isRegular && !parts.has("BYDAY") ? 1 : THINNED;
}

/** A time key; wall times are read as UTC, and a day more is nothing to what is kept. */
function timeOf(key: string): number | null {
  const instant = Date.parse(key.includes("T") && !key.endsWith("Z") ? `${key}Z` : key);
  return Number.isNaN(instant) ? null : instant + DAY;
}

/** RFC 5545 §3.3.5: "20271231T120000Z", or a date. */
function basicTime(text: string): number | null {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})/.exec(text) ?? [];
  return day === undefined ? null : timeOf(`${year ?? ""}-${month ?? ""}-${day}`);
}
