import { periodsOf, type Period, type Periods } from "./recurrence-periods.ts";
import { countTimes, indexOfTime, timeAt } from "./recurrence-times.ts";
import type { RecurrenceRule } from "./recurrence-rule.ts";
import { DAY, dayOf, LAST_WALL } from "./wall-time.ts";

/** Steps that may still be made; every day and period looked at is one. */
export class Budget {
  #left: number;

  constructor(steps: number) {
    this.#left = steps;
  }

  get isExhausted(): boolean {
    return this.#left <= 0;
  }

  spend(steps: number): boolean {
    this.#left -= steps;
    return this.#left > 0;
  }
}

/** Expands one rule into wall times, as far as a budget of steps goes (RFC 5545 §3.3.10). */
export class RecurrenceExpansion {
  readonly #rule: RecurrenceRule;
  readonly #start: number;
  readonly #until: number;
  readonly #periods: Periods;

  constructor(rule: RecurrenceRule, start: number, until: number) {
    this.#rule = rule;
    this.#start = start;
    this.#until = Math.min(until, LAST_WALL);
    this.#periods = periodsOf(rule, start);
  }

  /** The occurrences from the wall time `from` on, ascending; ends early when the budget does. */
  *occurrences(from: number, budget: Budget): Generator<number> {
    const { count } = this.#rule;
    if (count === null) {
      yield* this.#after(Math.max(from, this.#start), budget);
      return;
    }
    let left = count;
    for (const wall of this.#after(this.#start, budget)) {
      if (left === 0) {
        return;
      }
      left -= 1;
      if (wall >= from) {
        yield wall;
      }
    }
  }

  /** Whether the rule, COUNT aside, yields this wall time. */
  includes(wall: number): boolean {
    if (wall < this.#start || wall > this.#until) {
      return false;
    }
    const index = this.#periods.indexOf(wall);
    // Weeks of a year reach into its neighbours.
    return [index - 1, index, index + 1].some((candidate) =>
      isIn(this.#periods.period(candidate), wall, this.#rule.bySetPos),
    );
  }

  *#after(from: number, budget: Budget): Generator<number> {
    // The period before may reach into this one by its last week.
    for (let index = Math.max(0, this.#periods.indexOf(from) - 1); ;) {
      const isBeyond = !(this.#periods.firstDay(index) * DAY <= this.#until);
      if (isBeyond || !budget.spend(this.#periods.cost)) {
        return;
      }
      const period = this.#periods.period(index);
      for (const wall of walls(period, this.#rule.bySetPos)) {
        if (wall > this.#until || !budget.spend(1)) {
          return;
        }
        if (wall >= from) {
          yield wall;
        }
      }
      index = this.#periods.after(index, period);
    }
  }
}

function* walls(period: Period, positions: readonly number[]): Generator<number> {
  const { days, times } = period;
  if (positions.length > 0) {
    yield* chosenWalls(period, positions);
    return;
  }
  const count = countTimes(times);
  for (const day of days) {
    for (let index = 0; index < count; index += 1) {
      yield day * DAY + timeAt(times, index);
    }
  }
}

/** BYSETPOS picks from all occurrences of the period. */
function chosenWalls({ days, times }: Period, positions: readonly number[]): number[] {
  const count = countTimes(times);
  const total = days.length * count;
  const indexes = positions.map((position) => (position > 0 ? position - 1 : total + position));
  return [...new Set(indexes)]
    .filter((index) => index >= 0 && index < total)
    .sort((a, b) => a - b)
    .map((index) => (days[Math.floor(index / count)] ?? 0) * DAY + timeAt(times, index % count));
}

function isIn({ days, times }: Period, wall: number, positions: readonly number[]): boolean {
  const day = days.indexOf(dayOf(wall));
  const time = indexOfTime(times, wall - dayOf(wall) * DAY);
  if (day === -1 || time === -1) {
    return false;
  }
  const count = countTimes(times);
  const position = day * count + time;
  return (
    positions.length === 0 ||
    positions.includes(position + 1) ||
    positions.includes(position - days.length * count)
  );
}
