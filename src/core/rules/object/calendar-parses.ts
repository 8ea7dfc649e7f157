import type { ScanProblem, ScanProblemKind } from "../../calendar/object.ts";
import type { RuleContext } from "../context.ts";
import { dataAt } from "../entries.ts";
import type { Report, Rule, Severity } from "../rule.ts";

/**
 * A missing END is an error, since more may be missing; lines that could be passed over or read as
 * they were meant are less.
 */
export const calendarParses: Rule = {
  id: "calendar-parses",
  family: "object",
  severity: "error",
  clause: "RFC 5545 §3.1",
  methods: "*",
  placeholders: ["line", "text", "count"],
  check(context) {
    const problems = context.invitation?.acting.object.problems ?? [];
    return [
      ...problems.flatMap((problem) => reportOf(problem, context)),
      ...reportEmptyCalendar(context),
    ];
  },
};

/** How much of the object each problem puts in doubt; other rules speak of the other kinds. */
const SEVERITIES: ReadonlyMap<ScanProblemKind, Severity> = new Map([
  ["no-calendar", "error"],
  ["nul-character", "error"],
  ["unbalanced-component", "warning"],
  ["not-a-content-line", "warning"],
  ["flawed-line", "notice"],
  ["control-character", "notice"],
]);

function reportOf(problem: ScanProblem, context: RuleContext): readonly Report[] {
  const { kind, detail: text, count } = problem;
  const isUnclosed = kind === "unbalanced-component" && text.startsWith("BEGIN:");
  const severity = isUnclosed ? "error" : SEVERITIES.get(kind);
  return severity === undefined
    ? []
    : [{ severity, wording: kind, data: dataAt(context, problem, { text, count }) }];
}

function reportEmptyCalendar(context: RuleContext): readonly Report[] {
  const acting = context.invitation?.acting;
  return acting?.calendar && acting.entries.length === 0
    ? [{ wording: "no-event", data: dataAt(context, acting.calendar, { text: "", count: 0 }) }]
    : [];
}
