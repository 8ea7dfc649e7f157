import type { Report, Rule } from "../../../../src/core/rules/rule.ts";
import { messageOf, testRule, type Case } from "../rule-tester.ts";

/** What a case puts into an otherwise sound invitation. */
interface Content {
  readonly name: string;
  /** Content lines of the VEVENT, unfolded. */
  readonly lines?: readonly string[];
  /** The message's own text. */
  readonly text?: string;
}

interface BrokenContent extends Content {
  readonly reports: readonly Report[];
}

/** The table of a rule about content: what is said, where, and what is reported of it. */
export function testContentRule(
  rule: Rule,
  { valid, invalid }: { valid: readonly Content[]; invalid: readonly BrokenContent[] },
): void {
  testRule(rule, {
    valid: valid.map(caseOf),
    invalid: invalid.map((content) => ({ ...caseOf(content), reports: content.reports })),
  });
}

/** Texts in UTF-8, with every character that there is. */
export function caseOf({ name, lines = [], text = "You are invited." }: Content): Case {
  const message = messageOf({ name, event: lines }).replace("You are invited.", text);
  return { name, message: new TextEncoder().encode(message) };
}
