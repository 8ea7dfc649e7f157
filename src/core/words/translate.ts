import { numberFormat, pluralRules } from "./formats.ts";

/** A text of _locales in the user's language; "" for a key that does not exist. */
export type Translate = (key: string, substitutions?: readonly string[]) => string;

/** Whom the words are for: his language, his IANA zone and his clock (milliseconds since 1970). */
export interface Reader {
  readonly translate: Translate;
  readonly locale: string;
  readonly zone: string;
  readonly now: number;
}

/** The form of `key` for a number: `<key>_one`, `<key>_other` … (CLDR plural categories). */
export function translateCount(key: string, count: number, reader: Reader): string {
  const { translate, locale } = reader;
  const number = numberFormat(locale).format(count);
  const category = pluralRules(locale).select(count);
  return translate(`${key}_${category}`, [number]) || translate(`${key}_other`, [number]);
}
