import { shownTexts } from "../../content/shown-texts.ts";
import { MAX_REPORTS } from "../../limits.ts";
import type { Rule } from "../rule.ts";

/** Elements that mail and calendar programs write; others are words in angle brackets. */
const ELEMENT =
  /<\/?(a|b|body|br|details|div|em|embed|font|form|h[1-6]|head|hr|html|i|iframe|img|input|li|link|meta|object|ol|p|pre|script|span|strong|style|svg|table|tbody|td|th|tr|u|ul|video)(?:\s{0,9}\/?>|\s[^<>]{0,500}=)/i;

/** TEXT is text (RFC 5545 §3.3.11); what looks like HTML is shown literally (A23). */
export const textWithoutMarkup: Rule = {
  id: "text-without-markup",
  family: "content",
  severity: "notice",
  clause: "RFC 5545 §3.3.11",
  methods: "*",
  placeholders: ["property", "element"],
  check({ invitation }) {
    const found = new Map<string, string>();
    for (const { property, text } of shownTexts(invitation)) {
      const element = ELEMENT.exec(text)?.[1]?.toLowerCase();
      if (element !== undefined && !found.has(property)) {
        found.set(property, element);
      }
    }
    return [...found]
      .slice(0, MAX_REPORTS)
      .map(([property, element]) => ({ data: { property, element } }));
  },
};
