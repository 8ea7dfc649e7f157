import type { CalendarPart } from "../mail/mail.ts";
import { decodeLines, plainOctets, type DecodedLines, type PlainOctets } from "./charset.ts";
import { ComponentTree } from "./component-tree.ts";
import { parseContentLine } from "./content-line.ts";
import type { CalendarObject, Position } from "./object.ts";
import { ReadingBudget } from "./reading-budget.ts";
import { ProblemLog } from "./scan-problems.ts";
import { unfold } from "./unfold.ts";

const NON_ASCII = /[^\p{ASCII}]/u;

/** Every control character but HTAB (RFC 5545 §3.1). */
const CONTROL_CHARACTER = /[^\P{Cc}\t]/u;

const START: Position = { line: 1, offset: 0 };

/** Reads all calendar parts of one message; what is too much for one is too much in several. */
export function readCalendarObjects(parts: readonly CalendarPart[]): readonly CalendarObject[] {
  const budget = new ReadingBudget();
  return parts.map((part) => readCalendarObject(part, budget));
}

/** Reads a calendar part as far as it can be read. Takes any octets, in linear time. */
export function readCalendarObject(
  part: CalendarPart,
  budget: ReadingBudget = new ReadingBudget(),
): CalendarObject {
  const problems = new ProblemLog();
  const source = plainOctets(part.octets, part.declaredCharset);
  const { octets, positions } = unfold(source, problems, budget);
  const decoded = decodeLines(octets, source.charset);
  reportInvalidOctets(source, decoded, { positions, problems });
  const tree = new ComponentTree(problems, budget);
  decoded.texts.forEach((text, index) => {
    addLine(text, positions[index] ?? START, { tree, problems });
  });
  tree.finish();
  if (tree.calendars.length === 0) {
    problems.add("no-calendar", START, "");
  }
  return {
    source: part,
    charset: source.isUtf16 ? "utf-16" : decoded.charset,
    hasByteOrderMark: source.hasByteOrderMark,
    hasNonAscii: decoded.texts.some((text) => NON_ASCII.test(text)),
    calendars: tree.calendars,
    problems: problems.list(),
  };
}

interface Places {
  readonly positions: readonly Position[];
  readonly problems: ProblemLog;
}

function reportInvalidOctets(
  source: PlainOctets,
  decoded: DecodedLines,
  { positions, problems }: Places,
): void {
  if (source.contradicted !== null) {
    problems.add("invalid-octets", START, source.contradicted);
  }
  for (const index of decoded.invalid) {
    problems.add("invalid-octets", positions[index] ?? START, source.charset ?? "utf-8");
  }
}

interface Reading {
  readonly tree: ComponentTree;
  readonly problems: ProblemLog;
}

function addLine(text: string, at: Position, { tree, problems }: Reading): void {
  if (CONTROL_CHARACTER.test(text)) {
    problems.add(text.includes("\0") ? "nul-character" : "control-character", at, text);
  }
  const line = parseContentLine(text);
  // Text around the calendar (a greeting before it, a list's footer after it) is nobody's mistake.
  if (tree.isInsideCalendar && text.trim() !== "" && (line === null || line.isFlawed)) {
    problems.add(line === null ? "not-a-content-line" : "flawed-line", at, text);
  }
  if (line !== null) {
    const { name, parameters, value } = line;
    tree.add({ name, parameters, value, line: at.line, offset: at.offset });
  }
}
