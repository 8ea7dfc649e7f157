import { decodeWindows1252 } from "../mail/windows-1252.ts";

/** The octets of a part as a text whose line ends and folds can be found octet by octet. */
export interface PlainOctets {
  /** Without byte order mark; UTF-16 converted to UTF-8. */
  readonly octets: Uint8Array;
  readonly isUtf16: boolean;
  readonly hasByteOrderMark: boolean;
  /** Octets of the byte order mark. */
  readonly skipped: number;
  /** The charset to decode `octets` with; null where none was declared or the declared one is a lie. */
  readonly charset: string | null;
  /** What was declared, where the octets contradict it. */
  readonly contradicted: string | null;
}

/** UTF-16 has NULs in its line ends, so it is converted before lines are looked for. */
export function plainOctets(source: Uint8Array, declaredCharset: string | null): PlainOctets {
  const declared = normalizedLabel(declaredCharset);
  const utf16 = detectUtf16(source);
  if (utf16 !== null) {
    return fromUtf16(source, utf16, declared);
  }
  const hasMark = source[0] === 0xef && source[1] === 0xbb && source[2] === 0xbf;
  const isLie = isUtf16(declared);
  return {
    octets: hasMark ? source.subarray(3) : source,
    isUtf16: false,
    hasByteOrderMark: hasMark,
    skipped: hasMark ? 3 : 0,
    charset: isLie ? null : declared,
    contradicted: isLie && source.length > 0 ? declared : null,
  };
}

/** Also by names such as "unicode" and "ucs-2". */
function isUtf16(label: string | null): boolean {
  return label !== null && encodingOf(label)?.startsWith("utf-16") === true;
}

function detectUtf16([first, second]: Uint8Array): "utf-16le" | "utf-16be" | null {
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) {
    return "utf-16le";
  }
  return (first === 0xfe && second === 0xff) || (first === 0 && (second ?? 0) !== 0)
    ? "utf-16be"
    : null;
}

function fromUtf16(source: Uint8Array, charset: string, declared: string | null): PlainOctets {
  const hasMark = source[0] === 0xff || source[0] === 0xfe;
  const isValid = decodeStrictly(charset, source) !== null;
  const isDeclared = declared === null || isUtf16(declared);
  return {
    octets: new TextEncoder().encode(new TextDecoder(charset).decode(source)),
    isUtf16: true,
    hasByteOrderMark: hasMark,
    skipped: hasMark ? 2 : 0,
    charset: "utf-8",
    contradicted: isDeclared ? (isValid ? null : charset) : declared,
  };
}

export interface DecodedLines {
  readonly charset: string;
  readonly texts: readonly string[];
  /** Indexes of the lines that do not decode as declared (UTF-8 where nothing usable is). */
  readonly invalid: readonly number[];
}

/** Decodes lines that are separated by LF; never fails, but says which lines are not as declared. */
export function decodeLines(octets: Uint8Array, declared: string | null): DecodedLines {
  const charset = declared !== null && encodingOf(declared) !== null ? declared : "utf-8";
  const text = decodeStrictly(charset, octets);
  return text === null
    ? decodeEachLine(octets, charset)
    : { charset: canonicalName(charset), texts: text.split("\n"), invalid: [] };
}

/** One line that breaks the charset must not garble the others. */
function decodeEachLine(octets: Uint8Array, charset: string): DecodedLines {
  const declared = lenientDecoder(charset);
  const utf8 = lenientDecoder("utf-8");
  const texts: string[] = [];
  const invalid: number[] = [];
  const used = new Set<string>();
  for (const line of linesOf(octets)) {
    const text = declared.decode(line);
    if (text !== null) {
      used.add(isAscii(line) ? "" : declared.name);
      texts.push(text);
    } else {
      const other = utf8.decode(line);
      used.add(other === null ? "windows-1252" : "utf-8");
      invalid.push(texts.length);
      texts.push(other ?? decodeWindows1252(line));
    }
  }
  const name = [declared.name, "utf-8"].find((candidate) => used.has(candidate));
  return { charset: name ?? "windows-1252", texts, invalid };
}

function* linesOf(octets: Uint8Array): Generator<Uint8Array> {
  for (let start = 0; start <= octets.length;) {
    const found = octets.indexOf(0x0a, start);
    const end = found === -1 ? octets.length : found;
    yield octets.subarray(start, end);
    start = end + 1;
  }
}

function isAscii(octets: Uint8Array): boolean {
  return octets.every((octet) => octet < 0x80);
}

/** Decodes without the exceptions of `fatal`, which cost too much for ten thousands of lines. */
function lenientDecoder(charset: string): {
  name: string;
  decode: (octets: Uint8Array) => string | null;
} {
  const decoder = new TextDecoder(charset, { ignoreBOM: true });
  const decode = decoderOf(decoder);
  const encoder = new TextEncoder();
  const isUtf8 = decoder.encoding === "utf-8";
  return {
    name: canonicalName(charset),
    decode: (octets) => {
      if (ASCII_LABELS.has(charset) && !isAscii(octets)) {
        return null;
      }
      const text = decode(octets);
      // A replacement character may also have been sent as such.
      const isReplaced =
        text.includes("\uFFFD") && !(isUtf8 && isSame(encoder.encode(text), octets));
      return isReplaced ? null : text;
    },
  };
}

/** Every engine's reading of windows-1252 is made the same, by whichever of its names it is called. */
function decoderOf(decoder: InstanceType<typeof TextDecoder>): (octets: Uint8Array) => string {
  return decoder.encoding === "windows-1252"
    ? decodeWindows1252
    : (octets) => decoder.decode(octets);
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((octet, index) => octet === b[index]);
}

/** TextDecoder takes US-ASCII for windows-1252, which has no invalid octet. */
const ASCII_LABELS: ReadonlySet<string> = new Set(["us-ascii", "ascii", "ansi_x3.4-1968"]);

function decodeStrictly(charset: string, octets: Uint8Array): string | null {
  if (ASCII_LABELS.has(charset) && !isAscii(octets)) {
    return null;
  }
  try {
    return decoderOf(new TextDecoder(charset, { fatal: true, ignoreBOM: true }))(octets);
  } catch {
    // Octets that the charset does not have: an expected outcome.
    return null;
  }
}

/** Of a charset that is named as no charset is called nothing can be decoded. */
export function isUnknownCharset(declaredCharset: string | null): boolean {
  const label = normalizedLabel(declaredCharset);
  return label !== null && encodingOf(label) === null;
}

function encodingOf(label: string): string | null {
  try {
    return new TextDecoder(label).encoding;
  } catch {
    // RangeError: no such charset.
    return null;
  }
}

function canonicalName(label: string): string {
  return ASCII_LABELS.has(label) ? "us-ascii" : new TextDecoder(label).encoding;
}

function normalizedLabel(charset: string | null): string | null {
  const label = charset?.trim().toLowerCase() ?? "";
  return label === "" ? null : label === "utf16" ? "utf-16" : label;
}
