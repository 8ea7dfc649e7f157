import { MAX_CONTENT_LINE_BYTES, MAX_LINES } from "../limits.ts";
import type { PlainOctets } from "./charset.ts";
import type { Position } from "./object.ts";
import type { ReadingBudget } from "./reading-budget.ts";
import type { ProblemLog } from "./scan-problems.ts";

/** Content lines whose folds are undone, still as octets. */
export interface Unfolded {
  /** The content lines, separated by LF. */
  readonly octets: Uint8Array;
  /** Where each of them begins. */
  readonly positions: readonly Position[];
}

const TAB = 0x09;
const LF = 0x0a;
const CR = 0x0d;
const SPACE = 0x20;

/** RFC 5545 §3.1: "lines of text SHOULD NOT be longer than 75 octets, excluding the line break". */
const MAX_LINE_OCTETS = 75;

/**
 * Undoes folding before decoding, as RFC 5545 §3.1 demands: a fold may stand between the octets of
 * one character.
 */
export function unfold(source: PlainOctets, problems: ProblemLog, budget: ReadingBudget): Unfolded {
  const unfolding = new Unfolding(source, problems, budget);
  const { octets } = source;
  for (let start = 0; start < octets.length && !unfolding.isFull;) {
    let end = start;
    while (end < octets.length && octets[end] !== LF && octets[end] !== CR) {
      end += 1;
    }
    const next = end + lineBreakLength(octets, end);
    unfolding.addLine({ start, end, next });
    start = next;
  }
  return unfolding.finish();
}

/** CR CR LF is one line break: it comes from programs that translated line ends twice. */
function lineBreakLength(octets: Uint8Array, at: number): number {
  if (octets[at] !== CR) {
    return 1;
  }
  if (octets[at + 1] === LF) {
    return 2;
  }
  return octets[at + 1] === CR && octets[at + 2] === LF ? 3 : 1;
}

interface PhysicalLine {
  readonly start: number;
  readonly end: number;
  readonly next: number;
}

class Unfolding {
  isFull = false;
  readonly #source: PlainOctets;
  readonly #problems: ProblemLog;
  readonly #budget: ReadingBudget;
  readonly #octets: Uint8Array;
  readonly #positions: Position[] = [];
  #size = 0;
  #lineStart = 0;
  #line = 0;
  #offset: number;

  constructor(source: PlainOctets, problems: ProblemLog, budget: ReadingBudget) {
    this.#source = source;
    this.#problems = problems;
    this.#budget = budget;
    this.#octets = new Uint8Array(source.octets.length + 1);
    this.#offset = source.skipped;
  }

  addLine(physical: PhysicalLine): void {
    const { start, end } = physical;
    this.#line += 1;
    if (end > start) {
      const first = this.#source.octets[start];
      const isFold = (first === SPACE || first === TAB) && this.#positions.length > 0;
      const at = { line: this.#line, offset: this.#offset };
      this.#inspect(physical, at, isFold);
      if (!isFold) {
        this.#beginContentLine(at);
      }
      if (!this.isFull) {
        this.#append(isFold ? start + 1 : start, end);
      }
    }
    this.#offset += this.#width(physical);
    if (this.#line === MAX_LINES && physical.next < this.#source.octets.length) {
      this.#problems.add("limit", { line: this.#line + 1, offset: this.#offset }, "MAX_LINES");
      this.isFull = true;
    }
  }

  finish(): Unfolded {
    this.#endContentLine();
    return { octets: this.#octets.subarray(0, this.#size), positions: this.#positions };
  }

  #inspect({ start, end, next }: PhysicalLine, at: Position, isFold: boolean): void {
    const { octets } = this.#source;
    if (end - start > MAX_LINE_OCTETS) {
      this.#problems.add("line-too-long", at, String(end - start));
    }
    const breakLength = Math.min(next, octets.length) - end;
    if (breakLength === 1) {
      this.#problems.add("line-ending", at, octets[end] === LF ? "LF" : "CR");
    } else if (breakLength === 3) {
      this.#problems.add("line-ending", at, "CR CR LF");
    }
    // UTF-8 continues a character with octets from 0x80 to 0xBF.
    if (isFold && ((octets[start + 1] ?? 0) & 0xc0) === 0x80) {
      this.#problems.add("fold-inside-character", at, "");
    }
  }

  #beginContentLine(at: Position): void {
    this.#endContentLine();
    if (!this.#budget.take("MAX_CONTENT_LINES")) {
      this.#problems.add("limit", at, "MAX_CONTENT_LINES");
      this.isFull = true;
      return;
    }
    if (this.#positions.length > 0) {
      this.#octets[this.#size] = LF;
      this.#size += 1;
    }
    this.#lineStart = this.#size;
    this.#positions.push(at);
  }

  /** Empties a content line that is too long; it then counts as an empty one. */
  #endContentLine(): void {
    const at = this.#positions.at(-1);
    if (
      at !== undefined &&
      this.#size - this.#lineStart > MAX_CONTENT_LINE_BYTES &&
      !this.#isAttachment()
    ) {
      this.#problems.add("limit", at, "MAX_CONTENT_LINE_BYTES");
      this.#size = this.#lineStart;
    }
  }

  #isAttachment(): boolean {
    const name = this.#octets.subarray(this.#lineStart, this.#lineStart + "ATTACH".length);
    return String.fromCharCode(...name).toUpperCase() === "ATTACH";
  }

  #append(start: number, end: number): void {
    this.#octets.set(this.#source.octets.subarray(start, end), this.#size);
    this.#size += end - start;
  }

  /** Octets that the line takes in the part as received. */
  #width({ start, next }: PhysicalLine): number {
    if (!this.#source.isUtf16) {
      return next - start;
    }
    let width = 0;
    for (const octet of this.#source.octets.subarray(start, next)) {
      width += (octet & 0xc0) === 0x80 ? 0 : octet >= 0xf0 ? 4 : 2;
    }
    return width;
  }
}
