import type { Translate } from "./translate.ts";

/** Characters of scripts that are written from right to left, and the marks that count as one. */
const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefe\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/** Embeddings, overrides and isolates (Unicode UAX #9): they turn what stands around them. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/gu;

const LINE_BREAKS = /[\s\p{Cc}\p{Zl}\p{Zp}]+/gu;

const FIRST_STRONG_ISOLATE = "\u2068";
const POP_DIRECTIONAL_ISOLATE = "\u2069";

/** A stranger's words as one line that turns nothing around it. */
export function writtenLine(text: string): string {
  return text.replace(TURNING, "").replace(LINE_BREAKS, " ").trim();
}

/**
 * Sentences for a mail: what is put into them stays one line, and cannot turn what stands around
 * it. Words of both directions in one sentence are isolated (UAX #9 §2.4); where nothing is written
 * from right to left no invisible character is added, which old mail programs would show as boxes.
 */
export function writtenWords(translate: Translate): Translate {
  return (key, substitutions = []) => {
    const lines = substitutions.map(writtenLine);
    const plain = translate(key, lines);
    return RIGHT_TO_LEFT.test(plain) ? translate(key, lines.map(isolated)) : plain;
  };
}

function isolated(text: string): string {
  return `${FIRST_STRONG_ISOLATE}${text}${POP_DIRECTIONAL_ISOLATE}`;
}
