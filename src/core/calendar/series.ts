import { MAX_INSTANCES, MAX_RECURRENCE_STEPS, MAX_RULES } from "../limits.ts";
import { firstProperty, propertiesNamed } from "./component.ts";
import type { Component } from "./object.ts";
import { listedTimes } from "./recurrence.ts";
import { Budget, RecurrenceExpansion } from "./recurrence-expansion.ts";
import { parseRule, type ParsedRule, type RecurrenceRule } from "./recurrence-rule.ts";
import type { CalendarTime } from "./time.ts";
import { untilOf } from "./until.ts";
import { DAY, dayOf, isWritableWall, parseWall } from "./wall-time.ts";
import { placeTime, readTime, type Zones } from "./zones.ts";

/** All occurrences of a component, found within the limits; of one that does not recur, the one. */
export interface Series {
  /** Null when it cannot be decided: times of different kinds, or a rule that is too long. */
  readonly isInstance: (recurrenceId: CalendarTime) => boolean | null;
  /**
   * At most `max` occurrences from `from` on, which is an instant, for dates and floating times a
   * wall time counted as if in UTC.
   */
  readonly nextInstances: (from: number, max: number) => readonly CalendarTime[];
  /** More than MAX_INSTANCES occurrences (within ten years, where no COUNT is given). */
  readonly isExcessive: boolean;
}

/** Null when the component has no readable DTSTART. */
export function readSeries(component: Component, zones: Zones): Series | null {
  const property = firstProperty(component, "DTSTART");
  const start = property && readTime(property, zones);
  const wall = start && parseWall(start.wall);
  return start === null || wall === null
    ? null
    : new ExpandedSeries(component, { start, wall, zones });
}

interface Origin {
  readonly start: CalendarTime;
  readonly wall: number;
  readonly zones: Zones;
}

function usableRule({ rule, problems }: ParsedRule): RecurrenceRule | null {
  return problems.some(({ kind }) => kind === "calendar") ? null : rule;
}

const TEN_YEARS = 3653 * DAY;

class ExpandedSeries implements Series {
  readonly #origin: Origin;
  readonly #expansions: readonly { rule: RecurrenceRule; expansion: RecurrenceExpansion }[];
  /** A rule that is not understood: another calendar (RFC 7529), no FREQ. */
  readonly #hasUnknownRule: boolean;
  /** DTSTART and RDATE, ascending wall times. */
  readonly #dates: readonly number[];
  readonly #excluded: ReadonlySet<number>;
  readonly #excludedDays: ReadonlySet<number>;
  /** Occurrences of the rules with COUNT, and whether these are all; expanded when first needed. */
  #counted: { walls: ReadonlySet<number>; isComplete: boolean } | null = null;

  constructor(component: Component, origin: Origin) {
    this.#origin = origin;
    const { start, wall, zones } = origin;
    const parsed = propertiesNamed(component, "RRULE")
      .slice(0, MAX_RULES)
      .map(({ value }) => parseRule(value));
    const rules = parsed.map(usableRule).filter((rule) => rule !== null);
    this.#hasUnknownRule = rules.length < parsed.length;
    this.#expansions = rules.map((rule) => ({
      rule,
      expansion: new RecurrenceExpansion(rule, wall, untilOf(rule, start, zones)),
    }));
    const dates = listedTimes(component, "RDATE", zones).map((time) => this.#wallOf(time));
    const walls = dates.filter((date) => date !== null);
    this.#dates = [...new Set([wall, ...walls])].sort((a, b) => a - b);
    const excluded = listedTimes(component, "EXDATE", zones);
    this.#excluded = new Set(excluded.map((time) => this.#wallOf(time) ?? NaN));
    this.#excludedDays = new Set(
      excluded
        .filter(({ kind }) => kind === "date" && start.kind !== "date")
        .map((time) => dayOf(parseWall(time.wall) ?? NaN)),
    );
  }

  get isExcessive(): boolean {
    if (this.#expansions.some(({ rule }) => (rule.count ?? 0) > MAX_INSTANCES)) {
      return true;
    }
    const end = this.#origin.wall + TEN_YEARS;
    const budget = new Budget(MAX_RECURRENCE_STEPS);
    let number = 0;
    for (const wall of this.#allFrom(this.#origin.wall, budget)) {
      number += 1;
      if (wall > end || number > MAX_INSTANCES) {
        break;
      }
    }
    return budget.isExhausted || number > MAX_INSTANCES;
  }

  isInstance(recurrenceId: CalendarTime): boolean | null {
    if ((recurrenceId.kind === "date") !== (this.#origin.start.kind === "date")) {
      return false;
    }
    const wall = this.#wallOf(recurrenceId);
    if (wall === null) {
      return null;
    }
    if (this.#isExcluded(wall)) {
      return false;
    }
    return this.#dates.includes(wall) || this.#isInRules(wall);
  }

  nextInstances(from: number, max: number): readonly CalendarTime[] {
    const { start, zones } = this.#origin;
    const first = this.#wallAt(from);
    const instances: CalendarTime[] = [];
    if (first === null) {
      return instances;
    }
    const form = { isDate: start.kind === "date", isUtc: start.kind === "utc" };
    for (const wall of this.#allFrom(first, new Budget(MAX_RECURRENCE_STEPS))) {
      if (instances.length >= max) {
        break;
      }
      if (!this.#isExcluded(wall)) {
        instances.push(placeTime({ wall, ...form }, start.tzid, zones));
      }
    }
    return instances;
  }

  /** Dates and rules merged, ascending, each wall time once. */
  *#allFrom(from: number, budget: Budget): Generator<number> {
    const sources = [
      this.#dates.filter((date) => date >= from).values(),
      ...this.#expansions.map(({ expansion }) => expansion.occurrences(from, budget)),
    ];
    const heads = sources.map((source) => source.next());
    for (;;) {
      const next = Math.min(...heads.map((head) => (head.done === true ? Infinity : head.value)));
      if (next === Infinity) {
        return;
      }
      yield next;
      heads.forEach((head, index) => {
        if (head.done !== true && head.value === next) {
          heads[index] = sources[index]?.next() ?? head;
        }
      });
    }
  }

  #isInRules(wall: number): boolean | null {
    const isUncounted = this.#expansions.some(
      ({ rule, expansion }) => rule.count === null && expansion.includes(wall),
    );
    if (isUncounted) {
      return true;
    }
    this.#counted ??= this.#expandCounted();
    const isDecided = this.#counted.isComplete && !this.#hasUnknownRule;
    return this.#counted.walls.has(wall) || (isDecided ? false : null);
  }

  #expandCounted(): { walls: ReadonlySet<number>; isComplete: boolean } {
    const budget = new Budget(MAX_RECURRENCE_STEPS);
    const walls = this.#expansions
      .filter(({ rule }) => rule.count !== null)
      .flatMap(({ expansion }) => [...expansion.occurrences(this.#origin.wall, budget)]);
    return { walls: new Set(walls), isComplete: !budget.isExhausted };
  }

  #isExcluded(wall: number): boolean {
    return this.#excluded.has(wall) || this.#excludedDays.has(dayOf(wall));
  }

  /** The time by the clock of DTSTART; null when the two cannot be compared. */
  #wallOf(time: CalendarTime): number | null {
    const { start } = this.#origin;
    if ((time.kind === "date") !== (start.kind === "date")) {
      return null;
    }
    if (time.instant === null || (time.kind === "zoned" && time.tzid === start.tzid)) {
      return parseWall(time.wall);
    }
    return start.instant === null ? null : this.#wallAt(time.instant);
  }

  #wallAt(instant: number): number | null {
    const { start, zones } = this.#origin;
    if (start.kind !== "zoned") {
      return instant;
    }
    const clock = zones.resolve(start.tzid ?? "")?.clock;
    const offset = isWritableWall(instant) ? clock?.offsetAt(instant) : null;
    return offset === undefined || offset === null ? null : instant + offset;
  }
}
