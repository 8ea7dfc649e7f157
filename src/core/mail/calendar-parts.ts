import { MAX_CALENDAR_BYTES, MAX_CALENDAR_PART_BYTES, MAX_CALENDAR_PARTS } from "../limits.ts";
import { encodedBody, readLeaves, type Leaf } from "./leaves.ts";
import type { CalendarPart, Mail, Part, PassedLimit } from "./mail.ts";
import { readMail } from "./read-mail.ts";
import { decodeTransfer } from "./transfer-decoding.ts";

/** RFC 5545 §8.1, and what older software wrote before and beside it. */
const CALENDAR_TYPES = new Set([
  "text/calendar",
  "text/x-vcalendar",
  "text/vcalendar",
  "application/ics",
  "application/x-ics",
  "application/calendar",
]);

const CALENDAR_FILE = /\.(?:ics|vcs|ical|icalendar)[\s.]*$/i;

/** Octets that are decoded to see whether a part begins as a calendar. */
const SNIFFED_BYTES = 512;

/** Octets that transfer encoding makes of one, at most (quoted-printable: "=0A"). */
const LARGEST_EXPANSION = 3;

/** Every part that is, or may hide, a calendar, in the order of the message. */
export function findCalendarParts(mail: Mail): readonly CalendarPart[] {
  const parts: CalendarPart[] = [];
  const leaves: Leaf[] = [];
  for (const found of readLeaves(mail)) {
    if (found.kind === "leaf" && isCalendarLeaf(found)) {
      leaves.push(found);
    }
  }
  const tooMany =
    leaves.length > MAX_CALENDAR_PARTS
      ? [{ limit: "MAX_CALENDAR_PARTS", allowed: MAX_CALENDAR_PARTS, found: leaves.length }]
      : [];
  let left = MAX_CALENDAR_BYTES;
  for (const [index, leaf] of leaves.slice(0, MAX_CALENDAR_PARTS).entries()) {
    const moreLimits = index === MAX_CALENDAR_PARTS - 1 ? tooMany : [];
    const part = within(left, calendarPart(leaf, moreLimits));
    left -= part.octets.length;
    parts.push(part);
  }
  return parts;
}

/** A message that is, or holds, a calendar. */
export function holdsCalendar(bytes: Uint8Array): boolean {
  if (isBareCalendar(bytes)) {
    return true;
  }
  for (const found of readLeaves(readMail(bytes))) {
    if (found.kind === "leaf" && isCalendarLeaf(found)) {
      return true;
    }
  }
  return false;
}

/** Of a message with many large parts the first are read. */
function within(left: number, part: CalendarPart): CalendarPart {
  const { octets, passedLimits } = part;
  const passed = {
    limit: "MAX_CALENDAR_BYTES",
    allowed: MAX_CALENDAR_BYTES,
    found: MAX_CALENDAR_BYTES - left + octets.length,
  };
  return octets.length <= left
    ? part
    : { ...part, octets: octets.subarray(0, left), passedLimits: [...passedLimits, passed] };
}

function isCalendarLeaf(leaf: Leaf): boolean {
  return isCalendarByName(leaf.part) || beginsAsCalendar(leaf);
}

function isCalendarByName({ mediaType, fileName }: Part): boolean {
  return CALENDAR_TYPES.has(mediaType) || (fileName !== null && CALENDAR_FILE.test(fileName));
}

function beginsAsCalendar(leaf: Leaf): boolean {
  const encoded = encodedBody(leaf).subarray(0, SNIFFED_BYTES);
  const { octets } = decodeTransfer(encoded, leaf.part.transferEncoding);
  return isBareCalendar(octets);
}

/** True where a text begins with BEGIN:VCALENDAR, after a byte order mark or white space. */
export function isBareCalendar(bytes: Uint8Array): boolean {
  // Without its zero octets UTF-16 reads like ASCII here.
  const beginning = bytes.subarray(0, SNIFFED_BYTES).filter((octet) => octet !== 0);
  const text = new TextDecoder("windows-1252").decode(beginning);
  return /^(?:ï»¿|ÿþ|þÿ)?\s*BEGIN:VCALENDAR/i.test(text);
}

function calendarPart(leaf: Leaf, moreLimits: readonly PassedLimit[]): CalendarPart {
  const { part, ancestors, forwarded } = leaf;
  const encoded = encodedBody(leaf);
  const { octets, problem } = decodeTransfer(
    encoded.subarray(0, MAX_CALENDAR_PART_BYTES * LARGEST_EXPANSION),
    part.transferEncoding,
  );
  return {
    part,
    ancestors,
    forwarded,
    encoded,
    octets: octets.subarray(0, MAX_CALENDAR_PART_BYTES),
    transferProblem: problem,
    declaredCharset: part.parameters.get("charset") ?? null,
    passedLimits: [...leaf.passedLimits, ...passedBy(octets), ...moreLimits],
  };
}

/** A file that is nothing but a calendar. */
export function bareCalendarPart(bytes: Uint8Array): CalendarPart {
  return {
    part: null,
    ancestors: [],
    forwarded: null,
    encoded: bytes,
    octets: bytes.subarray(0, MAX_CALENDAR_PART_BYTES),
    transferProblem: null,
    declaredCharset: null,
    passedLimits: passedBy(bytes),
  };
}

function passedBy({ length }: Uint8Array): readonly PassedLimit[] {
  const allowed = MAX_CALENDAR_PART_BYTES;
  return length > allowed ? [{ limit: "MAX_CALENDAR_PART_BYTES", allowed, found: length }] : [];
}
