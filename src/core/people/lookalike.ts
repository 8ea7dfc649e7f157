import { toUnicode } from "punycode/punycode.es6.js";

import { splitAddress } from "../mail/address.ts";

/**
 * Letters of other scripts, and digits, that are read as Latin letters: the ones that look-alike
 * domains are made of. Not the whole of Unicode's confusables: what a user's eye meets in a domain.
 */
const LOOKS_LIKE: ReadonlyMap<string, string> = new Map(
  Object.entries({
    а: "a",
    е: "e",
    о: "o",
    р: "p",
    с: "c",
    у: "y",
    х: "x",
    ѕ: "s",
    і: "i",
    ј: "j",
    ԁ: "d",
    ɡ: "g",
    һ: "h",
    ո: "n",
    ս: "u",
    ӏ: "l",
    к: "k",
    м: "m",
    т: "t",
    в: "b",
    н: "h",
    г: "r",
    α: "a",
    ε: "e",
    ο: "o",
    ρ: "p",
    ν: "v",
    τ: "t",
    υ: "u",
    ι: "i",
    κ: "k",
    χ: "x",
    γ: "y",
    ı: "i",
    ł: "l",
    ø: "o",
    đ: "d",
    ħ: "h",
    "0": "o",
    "1": "l",
    "3": "e",
    "5": "s",
  }),
);

/** Pairs of letters that run together. */
const RUNS_TOGETHER: readonly (readonly [string, string])[] = [
  ["rn", "m"],
  ["vv", "w"],
  ["cl", "d"],
];

/** How a domain is read at a glance: two domains with one skeleton look alike. */
export function skeleton(domain: string): string {
  const letters = Array.from(domain.normalize("NFKD").toLowerCase())
    .filter((character) => !/\p{Mark}/u.test(character))
    .map((character) => LOOKS_LIKE.get(character) ?? character)
    .join("");
  return RUNS_TOGETHER.reduce((text, [pair, single]) => text.replaceAll(pair, single), letters);
}

/** A label with Latin letters and Cyrillic or Greek ones is nobody's word. */
export function mixesScripts(domain: string): boolean {
  return domain
    .split(".")
    .some(
      (label) =>
        /\p{Script=Latin}/u.test(label) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(label),
    );
}

/** Of an address, in lower case and decoded from punycode; "" where there is none. */
export function domainOf(address: string): string {
  const domain = splitAddress(address)?.domain.toLowerCase() ?? "";
  try {
    return toUnicode(domain);
  } catch {
    // "xn--" before what is no punycode: it stays as it is and is odd enough.
    return domain;
  }
}
