import { codePointName, TAG_FLAG, TURNING } from "../words/visible-text.ts";

/** Characters of a text that deceive. */
export interface HiddenCharacters {
  /** Each once, as "U+202E". */
  readonly characters: readonly string[];
  readonly count: number;
  /** Some change the order of what is read (Unicode UAX #9), or hold a text of their own. */
  readonly isTurned: boolean;
}

/**
 * Without shape. Left out: marks of direction and isolates, which software puts around names, and
 * joiners, which Persian, Indic scripts and emoji need (see LATIN_JOINER).
 */
const INVISIBLE =
  /\u00ad|\u034f|\u115f|\u1160|\u17b4|\u17b5|\u180e|\u200b|[\u2060-\u2064]|\u3164|\ufeff|\uffa0/gu;

/** A joiner between Latin letters joins nothing. */
const LATIN_JOINER = /(?<=[\p{Script=Latin}\d])[\u200c\u200d]+(?=[\p{Script=Latin}\d])/gu;

export function hiddenCharacters(text: string): HiddenCharacters {
  const plain = text.replace(TAG_FLAG, "");
  const turning = plain.match(TURNING) ?? [];
  const invisible = plain.match(INVISIBLE) ?? [];
  const joiners = Array.from(plain.match(LATIN_JOINER)?.join("") ?? "");
  const found = [...turning, ...invisible, ...joiners];
  return {
    characters: Array.from(new Set(found), codePointName),
    count: found.length,
    isTurned: turning.length > 0,
  };
}
