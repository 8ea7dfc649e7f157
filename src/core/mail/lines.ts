const LF = 0x0a;
const CR = 0x0d;

/** A physical line: its content, without the line end, and where the next line begins. */
export interface Line {
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

/** Lines end in LF or CRLF; CR alone counts in a text that has no LF at all (old Macintosh files). */
export function lineEndOf(bytes: Uint8Array): number {
  return bytes.includes(LF) || !bytes.includes(CR) ? LF : CR;
}

export function* readLines(bytes: Uint8Array): Generator<Line> {
  const lineEnd = lineEndOf(bytes);
  for (let start = 0; start < bytes.length;) {
    const line = readLine(bytes, start, lineEnd);
    yield line;
    start = line.next;
  }
}

export function readLine(bytes: Uint8Array, start: number, lineEnd: number): Line {
  const found = bytes.indexOf(lineEnd, start);
  const next = found < 0 ? bytes.length : found + 1;
  let end = found < 0 ? bytes.length : found;
  while (end > start && bytes[end - 1] === CR) {
    end -= 1;
  }
  return { start, end, next };
}

/** Where the content of the line before a line ends. */
export function endOfLineBefore(bytes: Uint8Array, start: number): number {
  const end = start > 0 ? start - 1 : 0;
  return bytes[end] === LF && bytes[end - 1] === CR ? end - 1 : end;
}

/** Number of the line (from 1) in which an offset lies. */
export function lineNumberAt(bytes: Uint8Array, offset: number): number {
  const lineEnd = lineEndOf(bytes);
  let number = 1;
  for (
    let at = bytes.indexOf(lineEnd);
    at >= 0 && at < offset;
    at = bytes.indexOf(lineEnd, at + 1)
  ) {
    number += 1;
  }
  return number;
}
