import type { Family, Rule, Severity } from "../../src/core/rules/rule.ts";
import type { Translate } from "../../src/core/words/translate.ts";

const FAMILIES: Readonly<Record<Family, string>> = {
  message: "The message",
  object: "The iCalendar object",
  time: "Time",
  people: "People",
  content: "Content",
  freshness: "Freshness",
};

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: "**error**",
  warning: "warning",
  notice: "_notice_",
};

/** docs/rules.md: every rule with what it demands, why, and what the reader can do. */
export function rulesDocument(rules: readonly Rule[], translate: Translate): string {
  const families = Object.keys(FAMILIES) as Family[];
  return [
    "# Rules",
    "",
    "What Convene checks in every invitation. A rule’s name says what must be true; a finding says",
    "that it is not. The severity is the rule’s usual one: a rule lowers it where the evidence allows.",
    "",
    "This page is made from the rules and their texts by `npm run docs`.",
    "",
    ...families.flatMap((family) => [
      `## ${FAMILIES[family]}`,
      "",
      ...rules.filter((rule) => rule.family === family).flatMap((rule) => entry(rule, translate)),
    ]),
  ]
    .join("\n")
    .trimEnd()
    .concat("\n");
}

function entry({ id, severity, clause, methods }: Rule, translate: Translate): readonly string[] {
  const key = `rule_${id.replaceAll("-", "_")}`;
  const asked = methods === "*" ? "every message" : methods.join(", ");
  return [
    `### \`${id}\``,
    "",
    `${SEVERITIES[severity]} · ${clause} · asked of ${asked}`,
    "",
    sentence(translate(`${key}_title`)),
    "",
    translate(`${key}_why`),
    "",
    `What to do: ${translate(`${key}_help`)}`,
    "",
  ];
}

function sentence(title: string): string {
  return /[.!?]$/.test(title) ? title : `${title}.`;
}
