import { shownTexts } from "../../content/shown-texts.ts";
import { hiddenCharacters } from "../../content/hidden-characters.ts";
import { MAX_REPORTS } from "../../limits.ts";
import type { Rule } from "../rule.ts";

/** Texts hold nothing that turns them around or that nobody sees (A11). */
export const textWithoutHiddenCharacters: Rule = {
  id: "text-without-hidden-characters",
  family: "content",
  severity: "warning",
  clause: "RFC 5545 §3.3.11",
  methods: "*",
  placeholders: ["property", "characters", "count"],
  check({ invitation }) {
    return shownTexts(invitation)
      .flatMap(({ property, text, isLong }) => {
        const { characters, count, isTurned } = hiddenCharacters(text);
        const data = { property, characters, count };
        // Long texts are pasted from web pages, which are full of U+200B.
        return count === 0
          ? []
          : [isLong && !isTurned ? { data, severity: "notice" as const } : { data }];
      })
      .slice(0, MAX_REPORTS);
  },
};
