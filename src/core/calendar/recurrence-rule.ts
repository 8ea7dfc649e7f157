import { parseWrittenTime, type WrittenTime } from "./wall-time.ts";

export const FREQUENCIES = [
  "SECONDLY",
  "MINUTELY",
  "HOURLY",
  "DAILY",
  "WEEKLY",
  "MONTHLY",
  "YEARLY",
] as const;

export type Frequency = (typeof FREQUENCIES)[number];

/** 0 for Sunday, as JavaScript counts. */
export const WEEKDAYS = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"] as const;

export interface RuleDay {
  readonly weekday: number;
  /** 1 the first, -1 the last of the month or year; null for every one. */
  readonly ordinal: number | null;
}

/** A RECUR value (RFC 5545 §3.3.10); a list that is missing is empty. */
export interface RecurrenceRule {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly count: number | null;
  readonly until: WrittenTime | null;
  readonly bySecond: readonly number[];
  readonly byMinute: readonly number[];
  readonly byHour: readonly number[];
  readonly byDay: readonly RuleDay[];
  readonly byMonthDay: readonly number[];
  readonly byYearDay: readonly number[];
  readonly byWeekNo: readonly number[];
  readonly byMonth: readonly number[];
  readonly bySetPos: readonly number[];
  readonly weekStart: number;
}

export type RuleProblemKind =
  /** FREQ is missing or unknown. */
  | "frequency"
  /** A value that its part does not allow. */
  | "value"
  /** A part that RFC 5545 does not know. */
  | "unknown-part"
  | "repeated-part"
  /** COUNT and UNTIL exclude each other. */
  | "count-and-until"
  /** A part that this FREQ does not allow, or BYSETPOS on its own. */
  | "part-not-allowed"
  /** Another calendar than the Gregorian (RFC 7529). */
  | "calendar";

export interface RuleProblem {
  readonly kind: RuleProblemKind;
  /** "BYDAY=8XX" or a part's name. */
  readonly part: string;
}

export interface ParsedRule {
  /** Null when FREQ is missing or unknown. */
  readonly rule: RecurrenceRule | null;
  readonly problems: readonly RuleProblem[];
}

/** Parts and the values that RFC 5545 §3.3.10 gives to their lists. */
const LISTS = {
  BYSECOND: { min: 0, max: 60, isSigned: false },
  BYMINUTE: { min: 0, max: 59, isSigned: false },
  BYHOUR: { min: 0, max: 23, isSigned: false },
  BYMONTHDAY: { min: 1, max: 31, isSigned: true },
  BYYEARDAY: { min: 1, max: 366, isSigned: true },
  BYWEEKNO: { min: 1, max: 53, isSigned: true },
  BYMONTH: { min: 1, max: 12, isSigned: false },
  BYSETPOS: { min: 1, max: 366, isSigned: true },
} as const;

const OTHER_PARTS: ReadonlySet<string> = new Set([
  "FREQ",
  "INTERVAL",
  "COUNT",
  "UNTIL",
  "BYDAY",
  "WKST",
  "RSCALE",
  "SKIP",
]);

export function parseRule(value: string): ParsedRule {
  const problems: RuleProblem[] = [];
  const parts = splitParts(value, problems);
  const reader = new PartReader(parts, problems);
  const rule = reader.readRule();
  if (rule !== null) {
    problems.push(...contradictions(rule));
  }
  return { rule, problems };
}

function splitParts(value: string, problems: RuleProblem[]): ReadonlyMap<string, string> {
  const parts = new Map<string, string>();
  for (const part of value.trim().toUpperCase().split(";")) {
    const equals = part.indexOf("=");
    const name = part.slice(0, Math.max(equals, 0)).trim();
    if (!(name in LISTS) && !OTHER_PARTS.has(name) && !name.startsWith("X-")) {
      problems.push({ kind: "unknown-part", part: part.slice(0, 40) });
    } else if (parts.has(name)) {
      problems.push({ kind: "repeated-part", part: name });
    } else {
      parts.set(name, part.slice(equals + 1).trim());
    }
  }
  return parts;
}

class PartReader {
  readonly #parts: ReadonlyMap<string, string>;
  readonly #problems: RuleProblem[];

  constructor(parts: ReadonlyMap<string, string>, problems: RuleProblem[]) {
    this.#parts = parts;
    this.#problems = problems;
  }

  readRule(): RecurrenceRule | null {
    const frequency = FREQUENCIES.find((name) => name === this.#parts.get("FREQ"));
    if (frequency === undefined) {
      this.#problems.push({ kind: "frequency", part: this.#parts.get("FREQ") ?? "" });
      return null;
    }
    if ((this.#parts.get("RSCALE") ?? "GREGORIAN") !== "GREGORIAN" || this.#parts.has("SKIP")) {
      this.#problems.push({ kind: "calendar", part: this.#parts.get("RSCALE") ?? "SKIP" });
    }
    return {
      frequency,
      interval: this.#readPositive("INTERVAL") ?? 1,
      count: this.#readPositive("COUNT"),
      until: this.#readUntil(),
      bySecond: this.#readList("BYSECOND"),
      byMinute: this.#readList("BYMINUTE"),
      byHour: this.#readList("BYHOUR"),
      byDay: this.#readDays(),
      byMonthDay: this.#readList("BYMONTHDAY"),
      byYearDay: this.#readList("BYYEARDAY"),
      byWeekNo: this.#readList("BYWEEKNO"),
      byMonth: this.#readList("BYMONTH"),
      bySetPos: this.#readList("BYSETPOS"),
      weekStart: this.#readWeekStart(),
    };
  }

  #readPositive(name: string): number | null {
    const text = this.#parts.get(name);
    if (text === undefined) {
      return null;
    }
    if (/^\d{1,15}$/.test(text) && Number(text) > 0) {
      return Number(text);
    }
    this.#refuse(name, text);
    return null;
  }

  #readUntil(): WrittenTime | null {
    const text = this.#parts.get("UNTIL");
    const until = text === undefined ? null : parseWrittenTime(text);
    if (text !== undefined && until === null) {
      this.#refuse("UNTIL", text);
    }
    return until;
  }

  #readList(name: keyof typeof LISTS): readonly number[] {
    const { min, max, isSigned } = LISTS[name];
    const pattern = isSigned ? /^[+-]?\d{1,3}$/ : /^\d{1,3}$/;
    const numbers = new Set<number>();
    for (const text of this.#items(name)) {
      const number = Number(text);
      if (pattern.test(text) && Math.abs(number) >= min && Math.abs(number) <= max) {
        numbers.add(number);
      } else {
        this.#refuse(name, text);
      }
    }
    return [...numbers].sort((a, b) => a - b);
  }

  #readDays(): readonly RuleDay[] {
    const days = new Map<string, RuleDay>();
    for (const text of this.#items("BYDAY")) {
      const match = /^([+-]?\d{1,2})?(SU|MO|TU|WE|TH|FR|SA)$/.exec(text);
      const ordinal = match?.[1] === undefined ? null : Number(match[1]);
      if (match === null || ordinal === 0 || Math.abs(ordinal ?? 1) > 53) {
        this.#refuse("BYDAY", text);
      } else {
        const weekday = WEEKDAYS.findIndex((name) => name === match[2]);
        days.set(`${String(ordinal)} ${String(weekday)}`, { weekday, ordinal });
      }
    }
    return [...days.values()];
  }

  #readWeekStart(): number {
    const text = this.#parts.get("WKST") ?? "MO";
    const weekday = WEEKDAYS.findIndex((name) => name === text);
    if (weekday === -1) {
      this.#refuse("WKST", text);
    }
    return weekday === -1 ? 1 : weekday;
  }

  #items(name: string): readonly string[] {
    const text = this.#parts.get(name);
    return text === undefined ? [] : text.split(",").map((item) => item.trim());
  }

  #refuse(name: string, text: string): void {
    this.#problems.push({ kind: "value", part: `${name}=${text.slice(0, 40)}` });
  }
}

/** The table of RFC 5545 §3.3.10: which parts go with which FREQ. */
function contradictions(rule: RecurrenceRule): RuleProblem[] {
  const { frequency } = rule;
  const isAbout = (...names: readonly Frequency[]): boolean => names.includes(frequency);
  const hasOrdinal = rule.byDay.some(({ ordinal }) => ordinal !== null);
  const parts = [
    ["BYWEEKNO", rule.byWeekNo.length > 0 && !isAbout("YEARLY")],
    ["BYYEARDAY", rule.byYearDay.length > 0 && isAbout("DAILY", "WEEKLY", "MONTHLY")],
    ["BYMONTHDAY", rule.byMonthDay.length > 0 && isAbout("WEEKLY")],
    ["BYDAY", hasOrdinal && (!isAbout("MONTHLY", "YEARLY") || rule.byWeekNo.length > 0)],
    ["BYSETPOS", rule.bySetPos.length > 0 && !hasOtherByPart(rule)],
  ] as const;
  const problems = parts
    .filter(([, isWrong]) => isWrong)
    .map(([part]): RuleProblem => ({ kind: "part-not-allowed", part }));
  return rule.count !== null && rule.until !== null
    ? [...problems, { kind: "count-and-until", part: "COUNT" }]
    : problems;
}

function hasOtherByPart(rule: RecurrenceRule): boolean {
  return [
    rule.bySecond,
    rule.byMinute,
    rule.byHour,
    rule.byDay,
    rule.byMonthDay,
    rule.byYearDay,
    rule.byWeekNo,
    rule.byMonth,
  ].some((list) => list.length > 0);
}
