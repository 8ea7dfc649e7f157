import type { Position, ScanProblem, ScanProblemKind } from "./object.ts";

/** Longest excerpt of a line that a problem quotes: enough to recognize it. */
const MAX_DETAIL = 60;

/** Collects problems: the first place of each kind (of each limit), and how often it was met. */
export class ProblemLog {
  readonly #found = new Map<string, ScanProblem & { count: number }>();

  add(kind: ScanProblemKind, at: Position, detail: string): void {
    const key = kind === "limit" ? detail : kind;
    const known = this.#found.get(key);
    if (known === undefined) {
      const { line, offset } = at;
      this.#found.set(key, { kind, line, offset, count: 1, detail: shorten(detail) });
    } else {
      known.count += 1;
    }
  }

  list(): readonly ScanProblem[] {
    return [...this.#found.values()];
  }
}

function shorten(text: string): string {
  const excerpt = text.slice(0, MAX_DETAIL).replace(/\p{Cc}/gu, "\uFFFD");
  return text.length > MAX_DETAIL ? `${excerpt}…` : excerpt;
}
