/** LRO and RLO, and the tag characters, which spell out a text that no one sees (Unicode UAX #9). */
export const TURNING = /[\u202d\u202e\u{e0000}-\u{e007f}]/gu;

/** Flags of England, Scotland, Wales: a black flag and tags (Unicode TR #51). */
export const TAG_FLAG = /\u{1f3f4}[\u{e0020}-\u{e007e}]{1,8}\u{e007f}/gu;

/** Commands to a terminal; a page does not show them. Line feeds and tabs are layout. */
// eslint-disable-next-line no-control-regex -- they are what is looked for
const CONTROL = /[\0-\x08\x0b-\x1f\x7f-\x9f]/u;

const FLAG_OR_SUSPECT = new RegExp(
  `(${TAG_FLAG.source})|${TURNING.source}|${CONTROL.source}`,
  "gu",
);

/** A stranger's text as it is read: what would turn it around or hide in it is named (A11). */
export function visibleText(text: string): string {
  return text.replace(
    FLAG_OR_SUSPECT,
    (found, flag?: string) => flag ?? `‹${codePointName(found)}›`,
  );
}

/**
 * Whatever has no shape of its own: controls, marks and turns of direction, joiners, separators of
 * lines, tags; all but line feeds and tabs.
 */
const UNSEEN = new RegExp(
  `(${TAG_FLAG.source})|[^\\P{C}\\n\\t\\p{Cn}]|[\\p{Zl}\\p{Zp}\\u034f\\u115f\\u1160\\u3164\\uffa0]`,
  "gu",
);

/** The same for who wants to see every character, as in a preview of what leaves. */
export function exactText(text: string): string {
  return text.replace(UNSEEN, (found, flag?: string) => flag ?? `‹${codePointName(found)}›`);
}

/** "U+202E". */
export function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
