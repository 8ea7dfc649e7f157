import { describe, expect, it } from "vitest";
import type { DataValue } from "../../../src/core/rules/rule.ts";
import {
  findingWords,
  helpWords,
  severityWords,
  whyWords,
} from "../../../src/core/words/finding-words.ts";
import { translateFrom } from "../../../src/core/words/messages.ts";
import { reader } from "./english.ts";

const { translate } = reader();

/** The texts that the sentences below are made from. */
const texts = translateFrom({
  rule_made_up: { message: "It is $VALUE$.", placeholders: { value: { content: "$1" } } },
  rule_made_up_two: {
    message: "$SECOND$ before $FIRST$.",
    placeholders: { first: { content: "$1" }, second: { content: "$2" } },
  },
  rule_made_up_why: { message: "Because." },
  rule_made_up_help: { message: "Wait." },
  value_nothing: { message: "(nothing)" },
  value_true: { message: "yes" },
  value_false: { message: "no" },
});

function said(value: DataValue): string {
  const finding = {
    rule: "made-up",
    severity: "error",
    wording: null,
    data: { value },
    placeholders: ["value"],
  } as const;
  return findingWords(finding, reader({ translate: texts }));
}

describe("a finding, in words", () => {
  it.each([
    { value: "REQUEST", sentence: "It is REQUEST." },
    { value: "", sentence: "It is ." },
    { value: 2_000_000_000, sentence: "It is 2000000000." },
    { value: true, sentence: "It is yes." },
    { value: false, sentence: "It is no." },
    { value: null, sentence: "It is (nothing)." },
    { value: [], sentence: "It is (nothing)." },
    { value: ["a", "b", "c"], sentence: "It is a, b and c." },
    { value: "2026-11-30T09:00:00Z", sentence: "It is Mon 30 Nov, 10:00." },
    { value: "2026-11-30", sentence: "It is 2026-11-30." },
    { value: "$1 $VALUE$ $$", sentence: "It is $1 $VALUE$ $$." },
  ])("puts $value into its sentence", ({ value, sentence }) => {
    expect(said(value)).toBe(sentence);
  });

  it("takes the wording that the rule names, the placeholders in their order", () => {
    const finding = {
      rule: "made-up",
      severity: "notice",
      wording: "two",
      data: { b: "Sunday", a: "Monday" },
      placeholders: ["a", "b"],
    } as const;

    expect(findingWords(finding, reader({ translate: texts }))).toBe("Sunday before Monday.");
  });

  it("falls back to the rule's own sentence for a wording without words", () => {
    const finding = {
      rule: "made-up",
      severity: "notice",
      wording: "unheard-of",
      data: {},
      placeholders: ["missing"],
    } as const;

    expect(findingWords(finding, reader({ translate: texts }))).toBe("It is (nothing).");
  });

  it("says why, what to do, and how grave it is", () => {
    const finding = { rule: "made-up", severity: "warning", wording: null, data: {} } as const;

    expect(whyWords(finding, texts)).toBe("Because.");
    expect(helpWords(finding, texts)).toBe("Wait.");
    expect(severityWords(finding, translate)).toBe("Warning");
  });
});
