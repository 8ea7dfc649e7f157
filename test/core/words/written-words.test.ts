import { describe, expect, it } from "vitest";

import { translateFrom } from "../../../src/core/words/messages.ts";
import { writtenWords } from "../../../src/core/words/written-words.ts";

const placeholders = { title: { content: "$1" }, name: { content: "$2" } };
const said = writtenWords(
  translateFrom({
    english: { message: "Accepted: $TITLE$ ($NAME$)", placeholders },
    arabic: { message: "مقبول: $TITLE$", placeholders },
  }),
);

describe("a stranger's words in a sentence for a mail", () => {
  it.each([
    { case: "are put in as they are", words: ["Budget", "Mia"], text: "Accepted: Budget (Mia)" },
    {
      case: "lose what would turn the sentence",
      words: ["\u202Egpj.exe\u202C \u2066x", "\u2069Mia"],
      text: "Accepted: gpj.exe x (Mia)",
    },
    {
      case: "stay one line",
      words: ["Budget\r\nBcc: eve@example.net\u2028\u0007 now", "Mia"],
      text: "Accepted: Budget Bcc: eve@example.net now (Mia)",
    },
    {
      case: "are isolated where something is written from right to left",
      words: ["اجتماع 2027", "Mia"],
      text: "Accepted: \u2068اجتماع 2027\u2069 (\u2068Mia\u2069)",
    },
    {
      case: "are isolated where a mark counts as that",
      words: ["Budget\u200F", "Mia"],
      text: "Accepted: \u2068Budget\u200F\u2069 (\u2068Mia\u2069)",
    },
  ])("$case", ({ words, text }) => {
    expect(said("english", words)).toBe(text);
  });

  it("are isolated in a sentence from right to left", () => {
    expect(said("arabic", ["Budget (2027)"])).toBe("مقبول: \u2068Budget (2027)\u2069");
  });
});
