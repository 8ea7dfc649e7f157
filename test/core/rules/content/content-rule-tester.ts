import { describe, expect, it } from "vitest";

import type { Report, Rule } from "../../../../src/core/rules/rule.ts";
import { contextWith, type Content } from "./context-with.ts";

interface Valid extends Content {
  readonly name: string;
}

interface Invalid extends Valid {
  readonly reports: readonly Report[];
}

/** A table of invitations that keep a rule, and of others that break it, with what is reported. */
export function testContentRule(
  rule: Rule,
  { valid, invalid }: { valid: readonly Valid[]; invalid: readonly Invalid[] },
): void {
  describe(rule.id, () => {
    it.each(valid)("is kept when $name", async (content) => {
      expect(rule.check(await contextWith(content))).toEqual([]);
    });

    it.each(invalid)("is broken when $name", async ({ reports, ...content }) => {
      expect(rule.check(await contextWith(content))).toEqual(reports);
    });

    it("has nothing to say about a message without invitation", async () => {
      expect(rule.check({ ...(await contextWith({})), invitation: null, situation: null })).toEqual(
        [],
      );
    });
  });
}
