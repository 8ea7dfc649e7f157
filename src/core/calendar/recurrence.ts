import { MAX_DATES } from "../limits.ts";
import { firstProperty, parameter, propertiesNamed } from "./component.ts";
import type { Component, Property } from "./object.ts";
import { RecurrenceExpansion } from "./recurrence-expansion.ts";
import { parseRule, type RecurrenceRule, type RuleProblem } from "./recurrence-rule.ts";
import type { CalendarTime } from "./time.ts";
import { parseWall, type WrittenTime } from "./wall-time.ts";
import { untilOf } from "./until.ts";
import { placeTime, readTime, readTimes, type Zones } from "./zones.ts";

export interface RecurrenceProblem {
  readonly kind:
    | RuleProblem["kind"]
    /** More than one RRULE, or an EXRULE (RFC 5545 §3.8.5.3, Appendix A.3). */
    | "several-rules"
    /** A rule in a component without a readable DTSTART. */
    | "no-start"
    /** UNTIL's value type is not DTSTART's, or it is not in UTC although DTSTART has a zone. */
    | "until-type"
    | "until-before-start"
    /** DTSTART is not an occurrence of its own rule. */
    | "start-not-in-rule";
  /** What stands there: "BYDAY=8XX", or the name of a part or property. */
  readonly part: string;
}

/** How a component recurs, as it says itself. */
export interface Recurrence {
  /** Of the first RRULE; null where there is none or its FREQ is unusable. */
  readonly rule: RecurrenceRule | null;
  readonly count: number | null;
  readonly until: CalendarTime | null;
  /** RDATE, no more than MAX_DATES. */
  readonly dates: readonly CalendarTime[];
  /** EXDATE, no more than MAX_DATES. */
  readonly excluded: readonly CalendarTime[];
  readonly problems: readonly RecurrenceProblem[];
}

/** Null when nothing in the component makes it recur. */
export function describeRecurrence(component: Component, zones: Zones): Recurrence | null {
  const [first] = propertiesNamed(component, "RRULE");
  const dates = listedTimes(component, "RDATE", zones);
  const problems = recurrenceProblems(component, zones);
  if (first === undefined && dates.length === 0 && problems.length === 0) {
    return null;
  }
  const rule = first === undefined ? null : parseRule(first.value).rule;
  const start = firstProperty(component, "DTSTART");
  const tzid = start && parameter(start, "TZID");
  return {
    rule,
    count: rule?.count ?? null,
    until: rule?.until ? placeTime(rule.until, tzid, zones) : null,
    dates,
    excluded: listedTimes(component, "EXDATE", zones),
    problems,
  };
}

/** What is wrong with the rules of a component, without a look at its dates. */
export function recurrenceProblems(
  component: Component,
  zones: Zones,
): readonly RecurrenceProblem[] {
  const [first, second] = propertiesNamed(component, "RRULE");
  const surplus = second ?? firstProperty(component, "EXRULE");
  return [
    ...(first === undefined ? [] : problemsOfRule(first, component, zones)),
    ...(surplus === null ? [] : [{ kind: "several-rules", part: surplus.name } as const]),
  ];
}

function problemsOfRule(
  property: Property,
  component: Component,
  zones: Zones,
): readonly RecurrenceProblem[] {
  const { rule, problems } = parseRule(property.value);
  const start = firstProperty(component, "DTSTART");
  const time = start && readTime(start, zones);
  return rule === null ? problems : [...problems, ...contradictionsWithStart(rule, time, zones)];
}

/** The times of all properties of a name, such as RDATE, no more than MAX_DATES. */
export function listedTimes(
  component: Component,
  name: string,
  zones: Zones,
): readonly CalendarTime[] {
  const times: CalendarTime[] = [];
  for (const property of propertiesNamed(component, name)) {
    if (times.length >= MAX_DATES) {
      break;
    }
    times.push(...readTimes(property, zones));
  }
  return times.slice(0, MAX_DATES);
}

function contradictionsWithStart(
  rule: RecurrenceRule,
  start: CalendarTime | null,
  zones: Zones,
): RecurrenceProblem[] {
  const wall = start && parseWall(start.wall);
  if (start === null || wall === null) {
    return [{ kind: "no-start", part: "DTSTART" }];
  }
  const until = untilOf(rule, start, zones);
  const order: RecurrenceProblem[] =
    until < wall
      ? [{ kind: "until-before-start", part: "UNTIL" }]
      : new RecurrenceExpansion(rule, wall, until).includes(wall)
        ? []
        : [{ kind: "start-not-in-rule", part: "DTSTART" }];
  return rule.until !== null && !isOfTypeOf(rule.until, start)
    ? [{ kind: "until-type", part: "UNTIL" }, ...order]
    : order;
}

/** RFC 5545 §3.3.10, UNTIL: a date for dates, UTC for times with a zone, local for local times. */
function isOfTypeOf(until: WrittenTime, start: CalendarTime): boolean {
  if (until.isDate || start.kind === "date") {
    return until.isDate && start.kind === "date";
  }
  return until.isUtc === (start.kind !== "floating");
}
