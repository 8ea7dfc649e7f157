import type { RuleContext } from "./context.ts";

export type Severity = "error" | "warning" | "notice";

export type Family = "message" | "object" | "time" | "people" | "content" | "freshness";

/** A value in a finding's data; the placeholders of its sentence are taken from there. */
export type DataValue = string | number | boolean | null | readonly string[];

export type FindingData = Readonly<Record<string, DataValue>>;

/** What a rule's check reports: its data, and where it departs from the rule's defaults. */
export interface Report {
  readonly data?: FindingData;
  /** Lowered by the evidence; the rule's own severity where missing. */
  readonly severity?: Severity;
  /**
   * Which of the rule's sentences is meant: the key is `rule_<id>_<wording>`, else `rule_<id>`
   * (dashes as underscores).
   */
  readonly wording?: string;
}

export interface Rule {
  /** Says what must be true; also the file's name, and with underscores the key in `_locales`. */
  readonly id: string;
  readonly family: Family;
  readonly severity: Severity;
  /** The paragraph that demands it, such as "RFC 5546 §3.2.2". */
  readonly clause: string;
  /** The iTIP methods it is asked of; "*" for every message, also one without METHOD. */
  readonly methods: readonly string[] | "*";
  /** Names in `data` that fill the sentence's placeholders $1, $2 …, in this order. */
  readonly placeholders: readonly string[];
  /** Empty where the rule is kept. Never throws, reads no clock, knows no other rule's result. */
  readonly check: (context: RuleContext) => readonly Report[];
}

export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly wording: string | null;
  readonly data: FindingData;
}
