/** A documented constant of limits.ts. */
const CONSTANT = /\/\*\*\s*([\s\S]*?)\s*\*\/\nexport const (\w+) =/g;

/** docs/limits.md: every limit on what a stranger may write, with its reason, from its source. */
export function limitsDocument(source: string, values: Readonly<Record<string, unknown>>): string {
  const rows = [...source.matchAll(CONSTANT)].map(([, reason = "", name = ""]) => {
    const text = reason.replace(/\s*\n\s*\*\s*/g, " ");
    return `- **\`${name}\`** = ${printed(values[name])}: ${text}`;
  });
  return [
    "# Limits",
    "",
    "Every byte of a message is written by a stranger, so all reading is bounded in time and memory.",
    "What lies beyond a limit is not read, and the finding `size-within-limits` or",
    "`recurrence-bounded` says so.",
    "",
    "This page is made from `src/core/limits.ts` by `npm run docs`.",
    "",
    ...rows,
    "",
  ].join("\n");
}

function printed(value: unknown): string {
  return typeof value === "number" ? value.toLocaleString("en") : String(value);
}
