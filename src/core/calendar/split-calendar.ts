import { concatenate } from "../mail/octets.ts";

/** Far fewer than are read of one calendar, so that guests and lines stay within their limits too. */
const CHUNK_COMPONENTS = 200;

/** An attachment may make one component larger. */
const CHUNK_BYTES = 1024 * 1024;

/**
 * A user's own calendar holds more than is ever read of a message: it is cut into calendars of a
 * few components, each with all the zones. What cannot be cut stays as it is.
 */
export function splitCalendar(octets: Uint8Array): readonly Uint8Array[] {
  const calendars = calendarsIn(octets);
  return calendars.some(({ items }) => items.length > 0)
    ? calendars.flatMap(({ zones, items }) =>
        chunksOf(items).map((chunk) => concatenate([BEGIN, ...zones, ...chunk, END])),
      )
    : [octets];
}

const BEGIN = new TextEncoder().encode("BEGIN:VCALENDAR\r\n");
const END = new TextEncoder().encode("END:VCALENDAR\r\n");

interface CalendarPieces {
  readonly zones: Uint8Array[];
  readonly items: Uint8Array[];
}

function calendarsIn(octets: Uint8Array): readonly CalendarPieces[] {
  const calendars: CalendarPieces[] = [];
  let depth = 0;
  let start = 0;
  for (const edge of edgesIn(octets)) {
    if (edge.name === "VCALENDAR") {
      depth = 0;
      calendars.push(...(edge.isBegin ? [{ zones: [], items: [] }] : []));
    } else {
      start = depth === 0 ? edge.start : start;
      depth += edge.isBegin ? 1 : -1;
      if (depth === 0) {
        const pieces = edge.name === "VTIMEZONE" ? "zones" : "items";
        calendars.at(-1)?.[pieces].push(octets.subarray(start, edge.end));
      }
      // What ends without a beginning ends nothing.
      depth = Math.max(depth, 0);
    }
  }
  return calendars;
}

interface Edge {
  readonly isBegin: boolean;
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Folded lines begin with a space, so that no text is taken for the edge of a component. */
const EDGE = /^(BEGIN|END):([\w-]*)[^\r\n]*(?:\r?\n|\r)?/gim;

function* edgesIn(octets: Uint8Array): Generator<Edge> {
  // One character for each octet: offsets in the text are offsets in the octets.
  const text = new TextDecoder("windows-1252").decode(octets);
  for (const { 0: line, 1: edge = "", 2: name = "", index } of text.matchAll(EDGE)) {
    yield {
      isBegin: edge.toUpperCase() === "BEGIN",
      name: name.toUpperCase(),
      start: index,
      end: index + line.length,
    };
  }
}

function chunksOf(items: readonly Uint8Array[]): readonly (readonly Uint8Array[])[] {
  const chunks: Uint8Array[][] = [];
  let size = 0;
  for (const item of items) {
    const last = chunks.at(-1);
    if (last === undefined || last.length >= CHUNK_COMPONENTS || size + item.length > CHUNK_BYTES) {
      chunks.push([item]);
      size = item.length;
    } else {
      last.push(item);
      size += item.length;
    }
  }
  return chunks;
}
