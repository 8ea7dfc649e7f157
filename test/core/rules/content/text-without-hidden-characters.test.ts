import { textWithoutHiddenCharacters } from "../../../../src/core/rules/content/text-without-hidden-characters.ts";
import { testContentRule } from "./content-rule-tester.ts";

testContentRule(textWithoutHiddenCharacters, {
  valid: [
    { name: "texts are Latin", lines: ["SUMMARY:Meeting", "DESCRIPTION:Ünïcödé"] },
    { name: "Persian joins and separates letters", lines: ["SUMMARY:می\u200cخواهم"] },
    { name: "emoji are joined", lines: ["SUMMARY:👩\u200d💻 day"] },
    {
      name: "a flag is spelled with tags",
      lines: ["LOCATION:🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}"],
    },
    { name: "marks show a direction", lines: ["SUMMARY:\u200eשלום\u200f \u2068Jo\u2069"] },
  ],
  invalid: [
    {
      name: "a file name is turned around (A11)",
      lines: ["SUMMARY:Invoice \u202egpj.exe"],
      reports: [{ data: { property: "SUMMARY", characters: ["U+202E"], count: 1 } }],
    },
    {
      name: "a text is hidden in tags",
      lines: ["DESCRIPTION:Hello\u{e0041}\u{e0042}\u{e0041}"],
      reports: [
        { data: { property: "DESCRIPTION", characters: ["U+E0041", "U+E0042"], count: 3 } },
      ],
    },
    {
      name: "a title has characters without shape",
      lines: ["SUMMARY:pass\u200bword\u00ad\u2060"],
      reports: [
        {
          data: {
            property: "SUMMARY",
            characters: ["U+200B", "U+00AD", "U+2060"],
            count: 3,
          },
        },
      ],
    },
    {
      name: "Latin letters are joined to nothing",
      lines: ["LOCATION:pass\u200c\u200dword"],
      reports: [{ data: { property: "LOCATION", characters: ["U+200C", "U+200D"], count: 2 } }],
    },
    {
      name: "the name of a person has one",
      lines: ["ATTENDEE;CN=Bo\ufeffss:mailto:x@example.com"],
      reports: [{ data: { property: "CN", characters: ["U+FEFF"], count: 1 } }],
    },
    {
      name: "a long text was pasted from a page",
      lines: ["COMMENT:one\u200btwo"],
      reports: [
        {
          severity: "notice",
          data: { property: "COMMENT", characters: ["U+200B"], count: 1 },
        },
      ],
    },
  ],
});
