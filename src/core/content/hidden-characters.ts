/** Characters of a text that deceive, each as "U+202E". */
export interface HiddenCharacters {
  /** They change the order of what is read (Unicode UAX #9), or hold a text of their own. */
  readonly turning: readonly string[];
  /** They have no shape. */
  readonly invisible: readonly string[];
}

/** LRO and RLO, and the tag characters, which spell out a text that no one sees. */
const TURNING = /[\u202d\u202e\u{e0000}-\u{e007f}]/gu;

/**
 * Without shape. Left out: marks of direction and isolates, which software puts around names, and
 * joiners, which Persian, Indic scripts and emoji need (see LATIN_JOINER).
 */
const INVISIBLE =
  /\u00ad|\u034f|\u115f|\u1160|\u17b4|\u17b5|\u180e|\u200b|[\u2060-\u2064]|\u3164|\ufeff|\uffa0/gu;

/** A joiner between Latin letters joins nothing. */
const LATIN_JOINER = /(?<=[\p{Script=Latin}\d])[\u200c\u200d]+(?=[\p{Script=Latin}\d])/gu;

/** Flags of England, Scotland, Wales: a black flag and tags (Unicode TR #51). */
const TAG_FLAG = /\u{1f3f4}[\u{e0020}-\u{e007e}]{1,8}\u{e007f}/gu;

export function hiddenCharacters(text: string): HiddenCharacters {
  const plain = text.replace(TAG_FLAG, "");
  return {
    turning: names(plain.match(TURNING)),
    invisible: [...names(plain.match(INVISIBLE)), ...names(plain.match(LATIN_JOINER))],
  };
}

function names(found: readonly string[] | null): readonly string[] {
  return (found ?? []).flatMap((characters) => Array.from(characters, codePointName));
}

function codePointName(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
