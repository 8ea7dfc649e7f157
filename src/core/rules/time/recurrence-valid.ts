import { firstProperty } from "../../calendar/component.ts";
import { recurrenceProblems, type RecurrenceProblem } from "../../calendar/recurrence.ts";
import { dataAt, entriesOf } from "../entries.ts";
import type { Rule, Severity } from "../rule.ts";

/**
 * An error is what leaves the occurrences open. What every reader passes over or understands the
 * same way is less: UNTIL of another value type than DTSTART is common.
 */
export const recurrenceValid: Rule = {
  id: "recurrence-valid",
  family: "time",
  severity: "error",
  clause: "RFC 5545 §3.3.10",
  methods: "*",
  placeholders: ["part"],
  check(context) {
    const found = new Map(
      entriesOf(context).flatMap((entry) => {
        const { component, zones } = entry;
        const rule = firstProperty(component, "RRULE") ?? component;
        return recurrenceProblems(component, zones).map(
          (problem) => [problem.kind, { problem, rule }] as const,
        );
      }),
    );
    return [...found.values()].map(({ problem: { kind, part }, rule }) => ({
      wording: kind,
      severity: SEVERITIES[kind],
      data: dataAt(context, rule, { part }),
    }));
  },
};

const SEVERITIES: Readonly<Record<RecurrenceProblem["kind"], Severity>> = {
  frequency: "error",
  value: "error",
  "repeated-part": "error",
  "until-before-start": "error",
  calendar: "warning",
  "count-and-until": "warning",
  "part-not-allowed": "warning",
  "several-rules": "warning",
  "unknown-part": "notice",
  // That it is missing or unreadable is said by start-present and values-valid.
  "no-start": "notice",
  "start-not-in-rule": "notice",
  "until-type": "notice",
};
