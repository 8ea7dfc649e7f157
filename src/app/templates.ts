import type { JudgedChange } from "./judged-change.ts";

/** Chips for one click stand in one row of the popup: more would be a list to search. */
export const MAX_TEMPLATES = 10;

/** Characters: a few sentences; what is longer is a letter, for which there is the composer. */
export const MAX_TEMPLATE_LENGTH = 500;

/** The user's own sentences for comments, as they can be used: trimmed, each once. */
export function readTemplates(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) {
    return undefined;
  }
  const texts = (value as readonly unknown[])
    .filter((entry) => typeof entry === "string")
    .map((entry) => entry.trim())
    .filter((text) => text !== "" && text.length <= MAX_TEMPLATE_LENGTH);
  return [...new Set(texts)].slice(0, MAX_TEMPLATES);
}

export function withTemplate(text: string, templates: readonly string[]): JudgedChange {
  const template = text.trim();
  if (template === "") {
    return { kind: "refused", because: "empty" };
  }
  if (template.length > MAX_TEMPLATE_LENGTH) {
    return { kind: "refused", because: "too-long" };
  }
  if (templates.includes(template)) {
    return { kind: "refused", because: "already-there" };
  }
  return templates.length >= MAX_TEMPLATES
    ? { kind: "refused", because: "list-full" }
    : { kind: "values", values: { templates: [...templates, template] } };
}

export function withoutTemplate(text: string, templates: readonly string[]): JudgedChange {
  return { kind: "values", values: { templates: templates.filter((own) => own !== text) } };
}
