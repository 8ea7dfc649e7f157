import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

import type { Message } from "../../../src/core/words/messages.ts";

type Messages = Readonly<Record<string, Message>>;

/** As the folders of _locales are named. */
const LOCALES = ["ar", "cs", "de", "en", "es", "fr", "it", "ja", "nl", "pl", "pt_BR", "zh_CN"];

const CATEGORIES = ["zero", "one", "two", "few", "many", "other"];

/** Forms for 1st, 2nd, 3rd; all others count things. */
const ORDINALS = ["recurrence_day", "recurrence_day_from_end", "recurrence_nth"];

function messagesOf(locale: string): Messages {
  return JSON.parse(readFileSync(`_locales/${locale}/messages.json`, "utf8")) as Messages;
}

const english = messagesOf("en");

/** "attendees_accepted" of "attendees_accepted_one"; null for a text without plural forms. */
function pluralOf(key: string): string | null {
  const [, base = "", category = ""] = /^(.+)_([a-z]+)$/.exec(key) ?? [];
  const isCounted = `${base}_one` in english || base.startsWith("recurrence_");
  return isCounted && CATEGORIES.includes(category) && `${base}_other` in english ? base : null;
}

const plurals = [...new Set(Object.keys(english).map(pluralOf))].filter((base) => base !== null);
const singles = Object.keys(english).filter((key) => pluralOf(key) === null);

/** The forms that a language needs of a text (CLDR). */
function formsOf(base: string, locale: string): readonly string[] {
  const hasOne = `${base}_one` in english;
  const type = ORDINALS.includes(base) ? "ordinal" : "cardinal";
  const rules = new Intl.PluralRules(locale.replace("_", "-"), { type });
  return rules
    .resolvedOptions()
    .pluralCategories.filter((category) => category !== "one" || hasOne || type === "ordinal")
    .map((category) => `${base}_${category}`);
}

function placeholdersIn({ message }: Message): readonly string[] {
  const names = [...message.matchAll(/\$(\w+)\$/g)].map(([, name = ""]) => name.toLowerCase());
  return [...new Set(names)].sort();
}

/** The English text that a translation is of. */
function originalOf(key: string): Message | undefined {
  const base = pluralOf(key);
  return base === null ? english[key] : (english[key] ?? english[`${base}_other`]);
}

describe("the languages", () => {
  it("are twelve", () => {
    expect(readdirSync("_locales").sort()).toEqual(LOCALES);
  });

  describe.each(LOCALES)("%s", (locale) => {
    const messages = messagesOf(locale);

    it("has every text, in every plural form of the language, and no other", () => {
      const needed = [...singles, ...plurals.flatMap((base) => formsOf(base, locale))];

      expect(Object.keys(messages).sort()).toEqual(needed.sort());
    });

    it("leaves nothing out that a text is filled with", () => {
      const odd = Object.entries(messages).filter(([key, translated]) => {
        const original = originalOf(key);
        const wanted = original === undefined ? [] : placeholdersIn(original);
        const found = placeholdersIn(translated);
        // "One message" needs no number.
        return found.join() !== wanted.join() && !/_(zero|one|two)$/.test(key);
      });

      expect(odd.map(([key]) => key)).toEqual([]);
    });

    it("defines its placeholders as English does", () => {
      const odd = Object.entries(messages).filter(
        ([key, { placeholders }]) =>
          JSON.stringify(placeholders ?? {}) !==
          JSON.stringify(originalOf(key)?.placeholders ?? {}),
      );

      expect(odd.map(([key]) => key)).toEqual([]);
    });

    it("says something everywhere", () => {
      const empty = Object.entries(messages).filter(([, { message }]) => message.trim() === "");

      expect(empty.map(([key]) => key)).toEqual([]);
    });
  });
});
