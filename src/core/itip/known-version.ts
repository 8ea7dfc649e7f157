import type { Fact, FactEntry } from "./fact.ts";
import { compareVersions } from "./version.ts";

/** What another message (or the calendar) says about one entry. */
export interface KnownVersion extends FactEntry {
  readonly method: string;
  /** Message-ID; "" for the calendar. */
  readonly source: string;
  readonly date: number | null;
}

/** Methods that are one line of versions (contract: "Versions"). */
export const LINE: readonly string[] = ["REQUEST", "PUBLISH", "ADD", "CANCEL"];

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
