import { decodeWords } from "postal-mime";
import { concatenate } from "./octets.ts";
import { hexPairAt } from "./transfer-decoding.ts";

/** A structured field such as Content-Type: a value, then parameters (RFC 2045 §5.1). */
export interface StructuredValue {
  /** Lower case, without comments. */
  readonly value: string;
  /** Names in lower case, values decoded (RFC 2231); of a repeated one the first. */
  readonly parameters: ReadonlyMap<string, string>;
}

/** One section of a value that is split or encoded (RFC 2231 §3 and §4). */
interface Section {
  readonly index: number;
  readonly isEncoded: boolean;
  readonly text: string;
}

interface FoundParameters {
  readonly plain: Map<string, string>;
  readonly sections: Map<string, Section[]>;
}

const PERCENT = 0x25;

export function readStructuredValue(text: string): StructuredValue {
  const [value = "", ...pieces] = splitAtSemicolons(text);
  const found: FoundParameters = { plain: new Map(), sections: new Map() };
  for (const piece of pieces) {
    const equals = piece.indexOf("=");
    if (equals > 0) {
      addParameter(found, piece.slice(0, equals).trim().toLowerCase(), piece.slice(equals + 1));
    }
  }
  const joined = [...found.sections].map(([name, list]) => [name, joinSections(list)] as const);
  // RFC 2231's form counts more than the plain one that old readers are given beside it.
  return { value: value.trim().toLowerCase(), parameters: new Map([...found.plain, ...joined]) };
}

function addParameter({ plain, sections }: FoundParameters, name: string, text: string): void {
  const extended = /^([^*]+)\*(?:(\d{1,3})(\*?))?$/.exec(name);
  if (!extended) {
    if (!plain.has(name)) {
      plain.set(name, decodeParameterWords(name, text.trim()));
    }
    return;
  }
  const [, base = "", index, star] = extended;
  const list = sections.get(base) ?? [];
  list.push({ index: Number(index ?? 0), isEncoded: star !== "", text: text.trim() });
  sections.set(base, list);
}

/** Encoded words are not allowed in a parameter (RFC 2047 §5), but file names come with them. */
function decodeParameterWords(name: string, text: string): string {
  return name === "name" || name === "filename" ? decodeWords(text) : text;
}

/** Splits at ";" outside of quoted strings; drops comments, which nest, and resolves quoted pairs. */
function splitAtSemicolons(text: string): readonly string[] {
  const pieces: string[] = [];
  let piece = "";
  let isQuoted = false;
  let comments = 0;
  for (const token of text.match(/\\.|./gs) ?? []) {
    if (comments > 0) {
      comments += COMMENT_STEPS.get(token) ?? 0;
    } else if (token === '"') {
      isQuoted = !isQuoted;
    } else if (isQuoted) {
      piece += token.length === 2 ? token.slice(1) : token;
    } else if (token === "(") {
      comments = 1;
    } else if (token === ";") {
      pieces.push(piece);
      piece = "";
    } else {
      piece += token;
    }
  }
  return [...pieces, piece];
}

const COMMENT_STEPS = new Map([
  ["(", 1],
  [")", -1],
]);

function joinSections(sections: readonly Section[]): string {
  const ordered = [...sections].sort((a, b) => a.index - b.index);
  const first = ordered[0];
  const charset = first?.isEncoded ? /^([^']*)'[^']*'/.exec(first.text) : null;
  const octets = ordered.map((section, position) => {
    const prefix = position === 0 ? (charset?.[0].length ?? 0) : 0;
    const text = new TextEncoder().encode(section.text.slice(prefix));
    return section.isEncoded ? percentDecoded(text) : text;
  });
  return decodeOctets(concatenate(octets), charset?.[1] ?? "");
}

function percentDecoded(text: Uint8Array): Uint8Array {
  const decoded = new Uint8Array(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at += 1) {
    const octet = text[at] === PERCENT ? hexPairAt(text, at + 1) : null;
    decoded[length] = octet ?? text[at] ?? 0;
    at += octet === null ? 0 : 2;
    length += 1;
  }
  return decoded.subarray(0, length);
}

function decodeOctets(octets: Uint8Array, charset: string): string {
  try {
    return new TextDecoder(charset === "" ? "utf-8" : charset).decode(octets);
  } catch {
    // A charset that the platform does not know.
    return new TextDecoder("utf-8").decode(octets);
  }
}
