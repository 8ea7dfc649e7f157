import type { Span } from "./spans.ts";

/** Something else at the same time, or just before or after. */
export interface Conflict<Busy extends Span> {
  readonly busy: Busy;
  readonly relation: "overlaps" | "adjacent";
  /** The occurrence that it meets. */
  readonly occurrence: Span;
}

/** Conflicts that are told; the first say enough. */
const MAX_CONFLICTS = 20;

/** What meets any of the occurrences; overlapping before adjacent, then by time. */
export function findConflicts<Busy extends Span>(
  occurrences: readonly Span[],
  busy: readonly Busy[],
): readonly Conflict<Busy>[] {
  return occurrences
    .flatMap((occurrence) =>
      busy.flatMap((other) => {
        const relation = relationOf(occurrence, other);
        return relation === null ? [] : [{ busy: other, relation, occurrence }];
      }),
    )
    .sort((a, b) => rank(a) - rank(b) || a.busy.start - b.busy.start)
    .slice(0, MAX_CONFLICTS);
}

function relationOf(one: Span, other: Span): Conflict<Span>["relation"] | null {
  if (one.start < other.end && other.start < one.end) {
    return "overlaps";
  }
  return one.end === other.start || other.end === one.start ? "adjacent" : null;
}

function rank({ relation }: Conflict<Span>): number {
  return relation === "overlaps" ? 0 : 1;
}
