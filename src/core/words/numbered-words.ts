import { numberFormat, ordinalRules, pluralRules } from "./formats.ts";
import type { Reader } from "./translate.ts";

/** A text with a number in it, which is its last substitution. */
export interface Numbered {
  readonly key: string;
  readonly values: readonly string[];
  readonly number: number;
}

/** In the form for "2 days": `<key>_one`, `<key>_other` … (CLDR plural categories). */
export function countedWords(text: Numbered, reader: Reader): string {
  return inForm(text, pluralRules(reader.locale), reader);
}

/** In the form for "the 2nd day". */
export function rankedWords(text: Numbered, reader: Reader): string {
  return inForm(text, ordinalRules(reader.locale), reader);
}

function inForm(
  { key, values, number }: Numbered,
  rules: Intl.PluralRules,
  { translate, locale }: Reader,
): string {
  const all = [...values, numberFormat(locale).format(number)];
  return translate(`${key}_${rules.select(number)}`, all) || translate(`${key}_other`, all);
}
