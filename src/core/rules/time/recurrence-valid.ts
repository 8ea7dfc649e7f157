import { recurrenceProblems, type RecurrenceProblem } from "../../calendar/recurrence.ts";
import { dataAt, entriesOf, positionOf } from "../entries.ts";
import type { Report, Rule, Severity } from "../rule.ts";

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
  placeholders: ["rulePart"],
  check(context) {
    const found = new Map<RecurrenceProblem["kind"], Report>();
    for (const { component, zones } of entriesOf(context)) {
      const place = positionOf(component, "RRULE");
      for (const { kind, part: rulePart } of recurrenceProblems(component, zones)) {
        const data = dataAt(context, place, { rulePart });
        const report = { wording: kind, severity: SEVERITIES[kind], data };
        found.set(kind, found.get(kind) ?? report);
      }
    }
    return [...found.values()];
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
