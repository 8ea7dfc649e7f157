import { MAX_DATES, MAX_ZONE_YEARS } from "../limits.ts";
import { parseOffset, type Clock } from "./clock.ts";
import { firstProperty, propertiesNamed } from "./component.ts";
import type { Component, Property } from "./object.ts";
import { civilDate, dayFilter, matchingDaysOfYear, type DayFilter } from "./recurrence-days.ts";
import { parseRule, type RecurrenceRule } from "./recurrence-rule.ts";
import { DAY, dayOf, parseWrittenTime, type WrittenTime } from "./wall-time.ts";

/** The clock that a VTIMEZONE describes (RFC 5545 §3.6.5); null when no observance of it is usable. */
export function zoneRulesClock(timezone: Component): Clock | null {
  const budget = new YearBudget();
  const observances = timezone.components
    .filter(({ name }) => name === "STANDARD" || name === "DAYLIGHT")
    .map((component) => readObservance(component, budget))
    .filter((observance) => observance !== null);
  const [first, ...others] = observances;
  if (first === undefined) {
    return null;
  }
  const earliest = others.reduce((a, b) => (b.start < a.start ? b : a), first);
  const offsetBy = (limitFor: (observance: Observance) => number): number | null => {
    budget.begin();
    const latest = latestOnset(observances, limitFor);
    return budget.isShort ? null : (latest?.to ?? earliest.from);
  };
  return {
    offsetAt: (instant) => offsetBy(({ from }) => instant + from),
    instantOf: (wall) => {
      // A wall time belongs to an observance once both clocks, the old and the new, have passed it.
      const offset = offsetBy(({ from, to }) => wall - Math.max(0, to - from));
      return offset === null ? null : wall - offset;
    },
  };
}

/** Years that may still be expanded for a zone. */
class YearBudget {
  #left = MAX_ZONE_YEARS;
  #isShort = false;

  /** A year was missing since `begin`. */
  get isShort(): boolean {
    return this.#isShort;
  }

  begin(): void {
    this.#isShort = false;
  }

  take(): boolean {
    this.#isShort ||= this.#left === 0;
    this.#left = Math.max(0, this.#left - 1);
    return !this.#isShort;
  }
}

/** STANDARD or DAYLIGHT; its onsets are wall times of the clock before them. */
interface Observance {
  readonly from: number;
  readonly to: number;
  readonly start: number;
  /** DTSTART and RDATEs, ascending. */
  readonly dates: readonly number[];
  readonly yearly: YearlyOnsets | null;
}

function latestOnset(
  observances: readonly Observance[],
  limitFor: (observance: Observance) => number,
): Observance | null {
  let latest: Observance | null = null;
  let latestInstant = -Infinity;
  for (const observance of observances) {
    const limit = limitFor(observance);
    const single = observance.dates.findLast((date) => date <= limit) ?? -Infinity;
    const onset = Math.max(single, observance.yearly?.latest(limit) ?? -Infinity);
    if (onset - observance.from > latestInstant) {
      latest = observance;
      latestInstant = onset - observance.from;
    }
  }
  return latest;
}

function readObservance(component: Component, budget: YearBudget): Observance | null {
  const to = parseOffset(valueOf(component, "TZOFFSETTO"));
  const from = parseOffset(valueOf(component, "TZOFFSETFROM")) ?? to;
  const start = parseWrittenTime(valueOf(component, "DTSTART"));
  if (to === null || from === null || start === null) {
    return null;
  }
  const local = (time: WrittenTime): number => (time.isUtc ? time.wall + from : time.wall);
  const dates = propertiesNamed(component, "RDATE").flatMap(readDates).slice(0, MAX_DATES);
  const rule = parseRule(valueOf(component, "RRULE")).rule;
  return {
    from,
    to,
    start: local(start),
    dates: [start, ...dates].map(local).sort((a, b) => a - b),
    // Observances recur from year to year; other frequencies are left to their DTSTART.
    yearly: rule?.frequency === "YEARLY" ? new YearlyOnsets(rule, { start, local, budget }) : null,
  };
}

function valueOf(component: Component, name: string): string {
  return firstProperty(component, name)?.value ?? "";
}

function readDates(property: Property): WrittenTime[] {
  return property.value
    .split(",", MAX_DATES)
    .map((value) => parseWrittenTime(value.split("/", 1)[0] ?? ""))
    .filter((time) => time !== null);
}

interface OnsetContext {
  readonly start: WrittenTime;
  readonly local: (time: WrittenTime) => number;
  readonly budget: YearBudget;
}

/** Occurrences that a search looks at before it gives up: 29 February can be eight years away. */
const MAX_TRIES = 9;

class YearlyOnsets {
  readonly #filter: DayFilter;
  readonly #interval: number;
  readonly #start: number;
  readonly #until: number;
  readonly #budget: YearBudget;
  readonly #known = new Map<number, readonly number[]>();

  constructor(rule: RecurrenceRule, { start, local, budget }: OnsetContext) {
    this.#start = local(start);
    this.#filter = dayFilter(rule, dayOf(this.#start));
    this.#interval = rule.interval;
    this.#until = Math.min(
      rule.until === null ? Infinity : local(rule.until),
      this.#endOfCount(rule.count),
    );
    this.#budget = budget;
  }

  /** The last onset that is not after `limit`. */
  latest(limit: number): number | null {
    const bound = Math.min(limit, this.#until);
    if (bound < this.#start) {
      return null;
    }
    const firstYear = yearOf(this.#start);
    const steps = Math.floor((yearOf(bound) - firstYear) / this.#interval);
    for (let step = steps; step >= 0 && step > steps - MAX_TRIES; step -= 1) {
      const onsets = this.#onsetsOf(firstYear + step * this.#interval);
      const onset = onsets.findLast((candidate) => candidate <= bound);
      if (onset !== undefined) {
        return Math.max(onset, this.#start);
      }
    }
    return this.#start;
  }

  #onsetsOf(year: number): readonly number[] {
    const known = this.#known.get(year);
    if (known !== undefined) {
      return known;
    }
    if (!this.#budget.take()) {
      return [];
    }
    const timeOfDay = ((this.#start % DAY) + DAY) % DAY;
    const onsets = matchingDaysOfYear(this.#filter, year).map((day) => day * DAY + timeOfDay);
    this.#known.set(year, onsets);
    return onsets;
  }

  /** An observance begins once a year, so COUNT counts years. */
  #endOfCount(count: number | null): number {
    return count === null
      ? Infinity
      : (Date.UTC(yearOf(this.#start) + count * this.#interval, 0, 1) || Infinity) - 1;
  }
}

function yearOf(wall: number): number {
  return civilDate(dayOf(wall)).year;
}
