import { lineNumberAt } from "./lines.ts";
import type { TransferProblem } from "./mail.ts";

const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;
const EQUALS = 0x3d;

export interface TransferDecoded {
  readonly octets: Uint8Array;
  readonly problem: TransferProblem | null;
}

/** The encodings that leave the octets as they are (RFC 2045 §6.2). */
const IDENTITIES = new Set([null, "", "7bit", "8bit", "binary"]);

export function isIdentityEncoding(encoding: string | null): boolean {
  return IDENTITIES.has(encoding);
}

/** Undoes a Content-Transfer-Encoding (RFC 2045 §6); what cannot be decoded is kept as it is. */
export function decodeTransfer(encoded: Uint8Array, encoding: string | null): TransferDecoded {
  if (isIdentityEncoding(encoding)) {
    return { octets: encoded, problem: null };
  }
  if (encoding === "base64") {
    return decodeBase64(encoded);
  }
  if (encoding === "quoted-printable") {
    return decodeQuotedPrintable(encoded);
  }
  return { octets: encoded, problem: { kind: "unknown-encoding", offset: 0, line: 1 } };
}

function decodeBase64(encoded: Uint8Array): TransferDecoded {
  const { offset, end } = checkBase64(encoded);
  const problem =
    offset === null
      ? null
      : ({ kind: "invalid-base64", offset, line: lineNumberAt(encoded, offset) } as const);
  return { octets: base64Octets(encoded.subarray(0, end)), problem };
}

/** Padding ends a unit: some mailers pad every line. */
function base64Octets(encoded: Uint8Array): Uint8Array {
  const text = new TextDecoder("windows-1252").decode(encoded);
  const units = text.replace(/[^A-Za-z0-9+/=]+/g, "").split(/=+/);
  const decoded = new Uint8Array(Math.ceil((text.length * 3) / 4));
  let length = 0;
  for (const unit of units) {
    const octets = atob(isCutOff(unit.length) ? unit.slice(0, -1) : unit);
    for (let index = 0; index < octets.length; index += 1) {
      decoded[length + index] = octets.charCodeAt(index);
    }
    length += octets.length;
  }
  return decoded.subarray(0, length);
}

/** One digit alone is six bits of an octet: more was there. */
function isCutOff(digits: number): boolean {
  return digits % 4 === 1;
}

/** The digits of base64 (RFC 2045 §6.8). */
const DIGITS = octets("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");

/** Line ends and white space, which a decoder passes over. */
const SPACES = octets("\t\n\r ");

/** One flag for each octet. */
function octets(characters: string): Uint8Array {
  const flags = new Uint8Array(256);
  for (const octet of new TextEncoder().encode(characters)) {
    flags[octet] = 1;
  }
  return flags;
}

/**
 * Where base64 breaks off (null: nowhere), and the end of what to decode: text that a mailing list
 * added below the padding would decode to rubbish.
 */
function checkBase64(encoded: Uint8Array): { offset: number | null; end: number } {
  const whole = encoded.length;
  const found = encoded.indexOf(EQUALS);
  const padding = found < 0 ? whole : found;
  const strange = indexFrom(
    encoded,
    0,
    (octet) => octet !== EQUALS && DIGITS[octet] !== 1 && SPACES[octet] !== 1,
  );
  // Digits behind padding: some readers stop before them, others go on.
  const resumed = indexFrom(encoded, padding, (octet) => DIGITS[octet] === 1);
  const offset = Math.min(strange, resumed);
  if (offset < whole) {
    const lastPadding = encoded.lastIndexOf(EQUALS, strange);
    return { offset, end: padding < strange && strange < whole ? lastPadding + 1 : whole };
  }
  return { offset: isCutOff(countDigits(encoded)) ? whole : null, end: whole };
}

/** Index of the first such octet, the length where there is none. */
function indexFrom(bytes: Uint8Array, start: number, test: (octet: number) => boolean): number {
  const found = bytes.subarray(start).findIndex(test);
  return found < 0 ? bytes.length : start + found;
}

function countDigits(encoded: Uint8Array): number {
  return encoded.reduce((digits, octet) => digits + (DIGITS[octet] ?? 0), 0);
}

/**
 * Keeps every line end as it stands, since rules look at them, and drops the white space that
 * transport may add there (RFC 2045 §6.7, rules 3 and 4).
 */
function decodeQuotedPrintable(encoded: Uint8Array): TransferDecoded {
  const decoded = new Uint8Array(encoded.length);
  let length = 0;
  let lengthWithoutPadding = 0;
  let offset: number | null = null;
  for (let at = 0; at < encoded.length;) {
    const octet = encoded[at] ?? 0;
    if (octet === EQUALS) {
      const escaped = readEscape(encoded, at);
      offset ??= escaped.isValid ? null : at;
      length = appendOctet(decoded, length, escaped.octet);
      lengthWithoutPadding = length;
      at = escaped.next;
      continue;
    }
    if (isLineEnd(encoded, at)) {
      length = lengthWithoutPadding;
    }
    length = appendOctet(decoded, length, octet);
    if (octet !== SPACE && octet !== TAB) {
      lengthWithoutPadding = length;
    }
    at += 1;
  }
  return {
    octets: decoded.subarray(0, lengthWithoutPadding),
    problem:
      offset === null
        ? null
        : { kind: "invalid-quoted-printable", offset, line: lineNumberAt(encoded, offset) },
  };
}

function appendOctet(target: Uint8Array, length: number, octet: number | null): number {
  if (octet === null) {
    return length;
  }
  target[length] = octet;
  return length + 1;
}

function isLineEnd(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === LF || (bytes[at] === CR && bytes[at + 1] === LF);
}

interface Escape {
  readonly isValid: boolean;
  /** Null for a soft line break. */
  readonly octet: number | null;
  readonly next: number;
}

function readEscape(bytes: Uint8Array, at: number): Escape {
  const octet = hexPairAt(bytes, at + 1);
  if (octet !== null) {
    return { isValid: true, octet, next: at + 3 };
  }
  let end = at + 1;
  while (bytes[end] === SPACE || bytes[end] === TAB || bytes[end] === CR) {
    end += 1;
  }
  if (end >= bytes.length || bytes[end] === LF) {
    return { isValid: true, octet: null, next: end + 1 };
  }
  return { isValid: false, octet: EQUALS, next: at + 1 };
}

/** The octet that two hexadecimal digits stand for, null where there are none. */
export function hexPairAt(bytes: Uint8Array, at: number): number | null {
  const high = hexDigit(bytes[at]);
  const low = hexDigit(bytes[at + 1]);
  return high === null || low === null ? null : high * 16 + low;
}

function hexDigit(octet = 0): number | null {
  if (octet >= 0x30 && octet <= 0x39) {
    return octet - 0x30;
  }
  const letter = octet | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x61 + 10 : null;
}
