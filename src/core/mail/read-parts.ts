import { MAX_HEADER_BYTES, MAX_PART_NESTING, MAX_PARTS } from "../limits.ts";
import { describePart, type PartDescription } from "./describe-part.ts";
import { readHeader } from "./header.ts";
import { endOfLineBefore, lineEndOf, readLine, type Line } from "./lines.ts";
import type { Part, PassedLimit } from "./mail.ts";
import { isIdentityEncoding } from "./transfer-decoding.ts";

const TAB = 0x09;
const SPACE = 0x20;
const DASH = 0x2d;

/** How a part is numbered (RFC 9051 §6.4.5): a leaf otherwise than a multipart around children. */
export interface PartNumber {
  readonly leaf: string;
  readonly multipart: string;
}

export interface PartTree {
  readonly root: Part;
  readonly passedLimits: readonly PassedLimit[];
}

interface Body {
  readonly start: number;
  readonly description: PartDescription;
}

/** A part whose end is not yet reached. */
interface OpenPart {
  readonly number: PartNumber;
  /** Of a part without Content-Type. */
  readonly defaultType: string;
  readonly headerStart: number;
  /** Null while the header is being read. */
  body: Body | null;
  /** What follows "--" in its delimiter lines; "unknown" until the first one shows it. */
  boundary: Uint8Array | "unknown" | null;
  readonly children: Part[];
}

interface Walk {
  readonly bytes: Uint8Array;
  /** From the root inwards. */
  readonly open: OpenPart[];
  readonly passedLimits: Map<string, PassedLimit>;
  parts: number;
}

/** The MIME tree of a message, in one pass over its lines (RFC 2046 §5.1). */
export function readParts(bytes: Uint8Array, number: PartNumber): PartTree {
  const root: OpenPart = newPart(number, "text/plain", 0);
  const walk: Walk = { bytes, open: [root], passedLimits: new Map(), parts: 1 };
  const lineEnd = lineEndOf(bytes);
  for (let at = 0; at < bytes.length;) {
    const line = readLine(bytes, at, lineEnd);
    takeLine(walk, line);
    at = walk.open.at(-1)?.body ? nextDashes(bytes, line.next, lineEnd) : line.next;
  }
  closeParts(walk, 1, bytes.length);
  return {
    root: closedPart(walk, root, bytes.length),
    passedLimits: [...walk.passedLimits.values()],
  };
}

/** In a body only a line that begins with "--" can mean anything. */
function nextDashes(bytes: Uint8Array, start: number, lineEnd: number): number {
  for (let at = start; at < bytes.length; at += 1) {
    if (beginsWithDashes(bytes, at) && (at === start || bytes[at - 1] === lineEnd)) {
      return at;
    }
  }
  return bytes.length;
}

function beginsWithDashes(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === DASH && bytes[at + 1] === DASH;
}

function newPart(number: PartNumber, defaultType: string, headerStart: number): OpenPart {
  return { number, defaultType, headerStart, body: null, boundary: null, children: [] };
}

function takeLine(walk: Walk, line: Line): void {
  const delimiter = findDelimiter(walk, line);
  const current = walk.open.at(-1);
  if (delimiter) {
    closeParts(walk, delimiter.level + 1, endOfLineBefore(walk.bytes, line.start));
    if (!delimiter.isClosing) {
      openChild(walk, delimiter.parent, line.next);
    }
  } else if (current?.body === null && line.start === line.end) {
    closeHeader(walk, current, line);
    openInnerMessage(walk, current, line.next);
  }
}

interface Delimiter {
  readonly level: number;
  readonly parent: OpenPart;
  readonly isClosing: boolean;
}

/** The innermost open multipart wins; a missing closing delimiter is made up by an outer one. */
function findDelimiter({ bytes, open }: Walk, line: Line): Delimiter | null {
  if (!beginsWithDashes(bytes, line.start)) {
    return null;
  }
  const start = line.start + 2;
  const end = endWithoutPadding(bytes, start, line.end);
  const innermost = open.at(-1);
  if (innermost?.boundary === "unknown" && end > start) {
    innermost.boundary = bytes.subarray(start, end);
  }
  for (let level = open.length - 1; level >= 0; level -= 1) {
    const parent = open[level];
    const rest = parent ? restBehind(bytes, start, parent.boundary) : null;
    if (parent && rest !== null && isDelimiterEnd(bytes, rest, end)) {
      return { parent, level, isClosing: rest < end };
    }
  }
  return null;
}

/** RFC 2046 §5.1.1: a delimiter may be followed by white space that transport added. */
function endWithoutPadding(bytes: Uint8Array, start: number, lineEnd: number): number {
  let end = lineEnd;
  while (end > start && (bytes[end - 1] === SPACE || bytes[end - 1] === TAB)) {
    end -= 1;
  }
  return end;
}

/** The offset behind the boundary; null where it does not stand there. */
function restBehind(
  bytes: Uint8Array,
  start: number,
  boundary: OpenPart["boundary"],
): number | null {
  if (!(boundary instanceof Uint8Array)) {
    return null;
  }
  let index = 0;
  while (index < boundary.length && bytes[start + index] === boundary[index]) {
    index += 1;
  }
  return index === boundary.length ? start + index : null;
}

/** Nothing follows the boundary, or "--", which closes. */
function isDelimiterEnd(bytes: Uint8Array, rest: number, end: number): boolean {
  return rest === end || (rest + 2 === end && beginsWithDashes(bytes, rest));
}

function openChild(walk: Walk, parent: OpenPart, headerStart: number): void {
  walk.parts += 1;
  if (walk.parts > MAX_PARTS) {
    passLimit(walk, { limit: "MAX_PARTS", allowed: MAX_PARTS, found: walk.parts });
    return;
  }
  const index = String(parent.children.length + 1);
  const prefix = parent.number.multipart;
  const number = prefix === "" ? index : `${prefix}.${index}`;
  const isDigest = parent.body?.description.mediaType === "multipart/digest";
  const defaultType = isDigest ? "message/rfc822" : "text/plain";
  walk.open.push(newPart({ leaf: number, multipart: number }, defaultType, headerStart));
}

function closeHeader(walk: Walk, part: OpenPart, { start, next }: Line): Body {
  const size = start - part.headerStart;
  if (size > MAX_HEADER_BYTES) {
    passLimit(walk, { limit: "MAX_HEADER_BYTES", allowed: MAX_HEADER_BYTES, found: size });
  }
  const end = part.headerStart + Math.min(size, MAX_HEADER_BYTES);
  const description = describePart(
    readHeader(walk.bytes.subarray(part.headerStart, end)),
    part.defaultType,
  );
  const body = { start: next, description };
  part.body = body;
  if (description.mediaType.startsWith("multipart/") && mayNest(walk)) {
    const boundary = description.parameters.get("boundary") ?? "";
    part.boundary = boundary === "" ? "unknown" : new TextEncoder().encode(boundary.trimEnd());
  }
  return body;
}

export function isMessageType(mediaType: string): boolean {
  return mediaType === "message/rfc822" || mediaType === "message/global";
}

function openInnerMessage(walk: Walk, part: OpenPart, headerStart: number): void {
  const description = part.body?.description;
  if (
    description &&
    isMessageType(description.mediaType) &&
    isIdentityEncoding(description.transferEncoding) &&
    mayNest(walk)
  ) {
    walk.open.push(newPart(innerNumber(part.number.leaf), "text/plain", headerStart));
  }
}

/** Of the message within a part: its leaf root is "2.1", its multipart shares the number "2". */
export function innerNumber(number: string): PartNumber {
  return { leaf: `${number}.1`, multipart: number };
}

function mayNest(walk: Walk): boolean {
  const depth = walk.open.length;
  if (depth < MAX_PART_NESTING) {
    return true;
  }
  passLimit(walk, { limit: "MAX_PART_NESTING", allowed: MAX_PART_NESTING, found: depth + 1 });
  return false;
}

/** Closes what is open deeper than `depth`. */
function closeParts(walk: Walk, depth: number, end: number): void {
  for (let part = walk.open.at(-1); part && walk.open.length > depth; part = walk.open.at(-1)) {
    walk.open.pop();
    walk.open.at(-1)?.children.push(closedPart(walk, part, end));
  }
}

function closedPart(walk: Walk, open: OpenPart, end: number): Part {
  // Without an empty line the header goes on to the end, and there is no body.
  const headerEnd = Math.max(open.headerStart, end);
  const body = open.body ?? closeHeader(walk, open, { start: headerEnd, end, next: headerEnd });
  const isMultipart = body.description.mediaType.startsWith("multipart/");
  const { leaf, multipart } = open.number;
  return {
    ...body.description,
    number: isMultipart && open.children.length > 0 ? multipart : leaf,
    body: { start: body.start, end: Math.max(body.start, end) },
    children: open.children,
  };
}

function passLimit({ passedLimits }: Walk, passed: PassedLimit): void {
  passedLimits.set(passed.limit, passed);
}
