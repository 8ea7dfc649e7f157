import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const FOLDER = "test/attacks";
const LAST = 58;

const tests = readdirSync(FOLDER)
  .filter((name) => name.endsWith(".test.ts"))
  .map((name) => readFileSync(`${FOLDER}/${name}`, "utf8"))
  .join("\n");
const document = readFileSync("docs/security.md", "utf8");
const numbers = Array.from(
  { length: LAST },
  (_, index) => `A${String(index + 1).padStart(2, "0")}`,
);

describe("docs/security.md", () => {
  it.each(numbers)("says what %s meets, and a test of that number shows it", (number) => {
    expect(document).toMatch(new RegExp(`^\\| ${number} \\| [^|]+ \\| [^|]+ \\|$`, "m"));
    expect(tests).toMatch(new RegExp(`"(?:A\\d\\d )*${number} |\\["${number}"`));
  });

  it("names no attack that no test knows", () => {
    const named = [...document.matchAll(/\bA\d\d\b/g)].map(([number]) => number);

    expect([...new Set(named)].sort()).toEqual(numbers);
  });
});
