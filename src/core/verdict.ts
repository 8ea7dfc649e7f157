import type { Invitation } from "./itip/invitation.ts";
import { ANSWERABLE_METHODS } from "./itip/methods.ts";
import type { Family, Finding } from "./rules/rule.ts";

/** How far an invitation can be trusted, best first (contract: "Verdict"). */
export type Verdict = "ok" | "caution" | "danger" | "unusable";

const GRADES: readonly Verdict[] = ["ok", "caution", "danger", "unusable"];

/** Errors that make an answerable message unanswerable. */
const NEEDED_TO_ANSWER: readonly string[] = [
  "uid-present",
  "organizer-present",
  "organizer-addressable",
];

const DANGEROUS_FAMILIES: readonly Family[] = ["people", "content", "freshness"];

/** Errors by which a message can be read in two ways. */
const AMBIGUITIES: readonly string[] = [
  "method-parameter-matches",
  "uid-single",
  "organizer-single",
  "properties-single",
];

export function worst(verdicts: readonly Verdict[]): Verdict {
  const grades = verdicts.map((verdict) => GRADES.indexOf(verdict));
  return GRADES[Math.max(0, ...grades)] ?? "ok";
}

/** Of one invitation; `familyOf` names the family of a rule. */
export function verdictOf(
  invitation: Invitation,
  findings: readonly Finding[],
  familyOf: (rule: string) => Family,
): Verdict {
  const isAnswerable = ANSWERABLE_METHODS.includes(invitation.method ?? "");
  const lacks = findings.some(
    ({ rule, severity }) => severity === "error" && NEEDED_TO_ANSWER.includes(rule),
  );
  return !invitation.usable || (isAnswerable && lacks)
    ? "unusable"
    : worst(findings.map((finding) => gradeOf(finding, familyOf)));
}

export function gradeOf({ rule, severity }: Finding, familyOf: (rule: string) => Family): Verdict {
  switch (severity) {
    case "notice":
      return "ok";
    case "warning":
      return "caution";
    case "error":
      return DANGEROUS_FAMILIES.includes(familyOf(rule)) || AMBIGUITIES.includes(rule)
        ? "danger"
        : "caution";
  }
}
