import { MAX_ALL_ATTENDEES, MAX_ALL_DATES, MAX_COMPONENTS, MAX_CONTENT_LINES } from "../limits.ts";

const ALLOWED = {
  MAX_ALL_ATTENDEES,
  MAX_ALL_DATES,
  MAX_COMPONENTS,
  MAX_CONTENT_LINES,
} as const;

export type BudgetLimit = keyof typeof ALLOWED;

/** What may still be read of one message: its calendar parts draw on one account. */
export class ReadingBudget {
  readonly #spent = new Map<BudgetLimit, number>();

  /** False, and nothing is taken, where the limit would be passed. */
  take(limit: BudgetLimit, count = 1): boolean {
    const spent = (this.#spent.get(limit) ?? 0) + count;
    if (spent > ALLOWED[limit]) {
      return false;
    }
    this.#spent.set(limit, spent);
    return true;
  }
}
