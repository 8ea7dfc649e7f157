import type { DataValue, Finding } from "../rules/rule.ts";
import type { Reader, Translate } from "./translate.ts";
import { timeWords } from "./when-words.ts";
import { listFormat, numberFormat } from "./formats.ts";

/** A finding with the names in `data` that fill its sentence's $1, $2 … */
export interface Sentence extends Finding {
  readonly placeholders: readonly string[];
}

/** What is wrong, in one sentence. */
export function findingWords(finding: Sentence, reader: Reader): string {
  const { wording, data, placeholders } = finding;
  const values = placeholders.map((name) => valueWords(data[name] ?? null, reader));
  const key = ruleKey(finding.rule);
  const worded = wording === null ? "" : reader.translate(`${key}_${toKey(wording)}`, values);
  return worded || reader.translate(key, values);
}

/** Why it matters, in one to three sentences. */
export function whyWords({ rule }: Finding, translate: Translate): string {
  return translate(`${ruleKey(rule)}_why`);
}

/** What the reader can do about it. */
export function helpWords({ rule }: Finding, translate: Translate): string {
  return translate(`${ruleKey(rule)}_help`);
}

/** "Problem", "Warning", "Note": said beside the colour, never by it alone. */
export function severityWords({ severity }: Finding, translate: Translate): string {
  return translate(`severity_${severity}`);
}

function ruleKey(rule: string): string {
  return `rule_${toKey(rule)}`;
}

function toKey(id: string): string {
  return id.replaceAll("-", "_");
}

function valueWords(value: DataValue, reader: Reader): string {
  const { translate, locale } = reader;
  if (value === null || (typeof value === "object" && value.length === 0)) {
    return translate("value_nothing");
  }
  if (typeof value === "object") {
    return listFormat(locale).format(value);
  }
  if (typeof value === "boolean") {
    return translate(value ? "value_true" : "value_false");
  }
  // SEQUENCE, line and offset are compared with what others print: no grouping.
  return typeof value === "number"
    ? numberFormat(locale, { useGrouping: false }).format(value)
    : instantWords(value, reader);
}

/** RFC 3339 in UTC, as data carries an instant. */
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/u;

function instantWords(value: string, reader: Reader): string {
  return INSTANT.test(value) ? timeWords(value, reader) : value;
}
