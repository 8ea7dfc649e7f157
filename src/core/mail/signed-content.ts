import { MAX_ASN1_NESTING } from "../limits.ts";
import { concatenate } from "./octets.ts";

const SEQUENCE = 0x30;
const OCTET_STRING = 0x04;
const EXPLICIT_0 = 0xa0;
const CONSTRUCTED = 0x20;

/**
 * The way to eContent (RFC 5652 §3, §5.1, §5.2): ContentInfo {contentType, [0] SignedData {version,
 * digestAlgorithms, EncapsulatedContentInfo {eContentType, [0] eContent}}}. A tag is entered, null
 * passed over.
 */
const WAY = [
  ...[SEQUENCE, null, EXPLICIT_0],
  ...[SEQUENCE, null, null],
  ...[SEQUENCE, null, EXPLICIT_0],
];

interface Element {
  readonly tag: number;
  readonly start: number;
  /** Null for the indefinite form: it ends at two zero octets (X.690 §8.1.3.6). */
  readonly end: number | null;
}

/**
 * The MIME entity within an opaque S/MIME signature (RFC 8551 §3.5.2); null where there is none.
 * Nothing is verified.
 */
export function readSignedContent(ber: Uint8Array): Uint8Array | null {
  let at: number | null = 0;
  for (const tag of WAY) {
    const element = readElement(ber, at);
    if (!element || (tag !== null && element.tag !== tag)) {
      return null;
    }
    at = tag === null ? elementEnd(ber, element, 0) : element.start;
    if (at === null) {
      return null;
    }
  }
  const chunks: Uint8Array[] = [];
  collectOctets({ ber, chunks }, at, 0);
  return chunks.length === 0 ? null : concatenate(chunks);
}

function readElement(ber: Uint8Array, at: number): Element | null {
  const tag = ber[at];
  const first = ber[at + 1];
  if (tag === undefined || first === undefined) {
    return null;
  }
  if (first === 0x80) {
    return (tag & CONSTRUCTED) === 0 ? null : { tag, start: at + 2, end: null };
  }
  const lengthOctets = first < 0x80 ? 0 : first - 0x80;
  const start = at + 2 + lengthOctets;
  const length =
    lengthOctets === 0
      ? first
      : ber.subarray(at + 2, start).reduce((sum, octet) => sum * 256 + octet, 0);
  const end = start + length;
  return lengthOctets > 4 || end > ber.length ? null : { tag, start, end };
}

/** Where the next element begins; null where this one is broken. */
function elementEnd(ber: Uint8Array, element: Element, depth: number): number | null {
  if (element.end !== null) {
    return element.end;
  }
  let at = element.start;
  while (depth < MAX_ASN1_NESTING) {
    const inner = readElement(ber, at);
    if (!inner) {
      return null;
    }
    if (inner.tag === 0) {
      return at + 2;
    }
    const end = elementEnd(ber, inner, depth + 1);
    if (end === null) {
      return null;
    }
    at = end;
  }
  return null;
}

interface Collecting {
  readonly ber: Uint8Array;
  readonly chunks: Uint8Array[];
}

/** An OCTET STRING, in one piece or in segments (X.690 §8.7); gives the end, null where broken. */
function collectOctets(into: Collecting, at: number, depth: number): number | null {
  const element = readElement(into.ber, at);
  if (!element || depth > MAX_ASN1_NESTING) {
    return null;
  }
  if (element.tag === OCTET_STRING && element.end !== null) {
    into.chunks.push(into.ber.subarray(element.start, element.end));
    return element.end;
  }
  if (element.tag !== (OCTET_STRING | CONSTRUCTED)) {
    return null;
  }
  let next: number | null = element.start;
  while (next !== null && next !== element.end) {
    if (element.end === null && into.ber[next] === 0) {
      return next + 2;
    }
    next = collectOctets(into, next, depth + 1);
  }
  return next;
}
