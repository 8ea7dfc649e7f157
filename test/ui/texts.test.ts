import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const messages = JSON.parse(readFileSync("_locales/en/messages.json", "utf8")) as Record<
  string,
  { message: string; description?: string; placeholders?: Record<string, { example?: string }> }
>;

const sources = ["src/ui", "src/core/words"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:ts|html)$/u.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8")),
);

function keys(pattern: RegExp): string[] {
  return sources.flatMap((source) => [...source.matchAll(pattern)].map(([, key = ""]) => key));
}

const used = keys(/(?:translate\(|data-i18n=)\s*"(\w+)"/gu);
const counted = keys(/translateCount\(\s*"(\w+)"/gu);

describe("the texts of the pages", () => {
  it.each([...new Set(used)])("has %s", (key) => {
    expect(messages).toHaveProperty(key);
  });

  it.each([...new Set(counted)])("counts %s in one and many", (key) => {
    expect(messages).toHaveProperty(`${key}_one`);
    expect(messages).toHaveProperty(`${key}_other`);
  });

  it.each(Object.entries(messages))("describes %s", (_, { description, placeholders }) => {
    const examples = Object.values(placeholders ?? {}).map(({ example }) => example ?? "");

    expect(description).toBeTruthy();
    expect(examples).not.toContain("");
  });

  it.each(Object.entries(messages))("names the placeholders of %s", (_, entry) => {
    const named = [...entry.message.matchAll(/\$(\w+)\$/gu)].map(([, name = ""]) =>
      name.toLowerCase(),
    );
    const known = Object.keys(entry.placeholders ?? {}).map((name) => name.toLowerCase());

    expect([...new Set(named)].toSorted()).toEqual(known.toSorted());
  });
});
