import { describe, expect, it } from "vitest";

import { visibleText } from "../../../src/core/words/visible-text.ts";

describe("visibleText", () => {
  it.each([
    ["an override of direction", "Invoice \u202efdp.exe", "Invoice ‹U+202E›fdp.exe"],
    ["a tag", "Hi \u{e0049}", "Hi ‹U+E0049›"],
    ["an escape sequence", "\u001b[2J", "‹U+001B›[2J"],
    ["a NUL", "a\0b", "a‹U+0000›b"],
    ["a control character of ISO 8859-1", "\u009b31m", "‹U+009B›31m"],
  ])("names %s", (_, text, shown) => {
    expect(visibleText(text)).toBe(shown);
  });

  it.each([
    ["isolates around a name", "\u2068Bea\u2069"],
    ["the flag of Scotland", "\u{1f3f4}\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}"],
    ["an emoji of joined ones", "👩‍💻"],
    ["Hebrew and Arabic", "שלום مرحبا"],
    ["line feeds and tabs", "a\n\tb"],
  ])("leaves %s alone", (_, text) => {
    expect(visibleText(text)).toBe(text);
  });
});
