import { describe, expect, it } from "vitest";

import { catalogue, familyOf } from "../../src/core/rules/catalogue.ts";
import type { Finding, Severity } from "../../src/core/rules/rule.ts";
import { gradeOf, verdictOf, worst } from "../../src/core/verdict.ts";
import { contextsOf, type Case } from "./rules/rule-tester.ts";

function finding(rule: string, severity: Severity): Finding {
  return { rule, severity, wording: null, data: {} };
}

function verdict(findings: readonly Finding[], message: Omit<Case, "name"> = {}): string {
  const [, context] = contextsOf({ name: "", ...message });
  const invitation = context?.invitation;
  if (invitation === null || invitation === undefined) {
    throw new Error("no invitation");
  }
  return verdictOf(invitation, findings, familyOf);
}

const AMBIGUOUS = [
  "method-parameter-matches",
  "uid-single",
  "organizer-single",
  "properties-single",
];
const GRAVE = ["people", "content", "freshness"];

describe("the verdict", () => {
  it.each(catalogue)("on $id: a notice is nothing, a warning caution", ({ id }) => {
    expect(gradeOf(finding(id, "notice"), familyOf)).toBe("ok");
    expect(gradeOf(finding(id, "warning"), familyOf)).toBe("caution");
  });

  it.each(catalogue)("on $id: an error is dangerous where it misleads", ({ id, family }) => {
    const isDangerous = GRAVE.includes(family) || AMBIGUOUS.includes(id);
    expect(gradeOf(finding(id, "error"), familyOf)).toBe(isDangerous ? "danger" : "caution");
  });

  it.each(["uid-present", "organizer-present", "organizer-addressable"])(
    "is unusable where an answer lacks %s",
    (rule) => {
      const findings = [finding(rule, "error")];
      expect(verdict(findings)).toBe("unusable");
      expect(verdict(findings, { method: "ADD" })).toBe("unusable");
      expect(verdict(findings, { method: "CANCEL" })).not.toBe("unusable");
      expect(verdict([finding(rule, "warning")])).toBe("caution");
    },
  );

  it("is unusable for what cannot be used, whatever is found", () => {
    expect(verdict([], { method: "FORWARD" })).toBe("unusable");
  });

  it("is the worst that is found", () => {
    expect(verdict([])).toBe("ok");
    expect(verdict([finding("lines-folded", "notice"), finding("no-lookalike", "warning")])).toBe(
      "caution",
    );
    expect(verdict([finding("no-lookalike", "warning"), finding("not-cancelled", "error")])).toBe(
      "danger",
    );
    expect(worst([])).toBe("ok");
    expect(worst(["caution", "unusable", "danger", "ok"])).toBe("unusable");
  });
});
