import { textWithoutMarkup } from "../../../../src/core/rules/content/text-without-markup.ts";
import { testContentRule } from "./content-rule-tester.ts";

const report = (property: string, element: string) => ({ data: { property, element } });

testContentRule(textWithoutMarkup, {
  valid: [
    { name: "texts are plain", lines: ["SUMMARY:1 < 2 > 0", "DESCRIPTION:a<b and c>d"] },
    { name: "Outlook puts links in brackets", lines: ["DESCRIPTION:Join<https://example.com/>"] },
    { name: "addresses stand in brackets", lines: ["DESCRIPTION:Jo <jo@example.com>"] },
    { name: "a placeholder stands in brackets", lines: ["DESCRIPTION:<name>"] },
    { name: "HTML stands where it is declared", lines: ["X-ALT-DESC;FMTTYPE=text/html:<p>a</p>"] },
  ],
  invalid: [
    {
      name: "the description is HTML",
      lines: ["DESCRIPTION:<p>one</p><b>two</b>"],
      reports: [report("DESCRIPTION", "p")],
    },
    {
      name: "an element waits to be opened (A23)",
      lines: ["SUMMARY:<details ontoggle=alert(1) open>x", "LOCATION:<IMG src=x onerror=y>"],
      reports: [report("SUMMARY", "details"), report("LOCATION", "img")],
    },
    {
      name: "several texts of one kind have some",
      lines: ["COMMENT:<br/>", "COMMENT:<i>x</i>"],
      reports: [report("COMMENT", "br")],
    },
  ],
});
