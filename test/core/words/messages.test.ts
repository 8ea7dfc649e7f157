import { describe, expect, it } from "vitest";
import { translateFrom } from "../../../src/core/words/messages.ts";
import { translateCount } from "../../../src/core/words/translate.ts";
import { reader } from "./english.ts";

describe("texts outside of Thunderbird", () => {
  const translate = translateFrom({
    plain: { message: "Plain." },
    named: {
      message: "From $A$ to $b$, $UNKNOWN$ for $$5.",
      placeholders: { a: { content: "$1" }, B: { content: "$2" } },
    },
    days_one: { message: "$N$ day", placeholders: { n: { content: "$1" } } },
    days_other: { message: "$N$ days", placeholders: { n: { content: "$1" } } },
  });

  it.each([
    { key: "plain", substitutions: [], text: "Plain." },
    { key: "named", substitutions: ["x", "$A$"], text: "From x to $A$, $UNKNOWN$ for $5." },
    { key: "named", substitutions: [], text: "From  to , $UNKNOWN$ for $5." },
    { key: "missing", substitutions: [], text: "" },
    { key: "constructor", substitutions: [], text: "" },
  ])("gives $key its substitutions $substitutions", ({ key, substitutions, text }) => {
    expect(translate(key, substitutions)).toBe(text);
  });

  it.each([
    { locale: "en", count: 1, text: "1 day" },
    { locale: "en", count: 2, text: "2 days" },
    { locale: "pl", count: 3, text: "3 days" },
    { locale: "de", count: 12345, text: "12.345 days" },
  ])("counts $count in $locale", ({ locale, count, text }) => {
    expect(translateCount("days", count, reader({ translate, locale }))).toBe(text);
  });
});
