import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

import { limitsDocument } from "../../scripts/docs/limits-document.ts";
import * as limits from "../../src/core/limits.ts";

describe("the limits", () => {
  const source = readFileSync("src/core/limits.ts", "utf8");

  it("are described in docs/limits.md as `npm run docs` writes it", () => {
    expect(readFileSync("docs/limits.md", "utf8")).toBe(limitsDocument(source, limits));
  });

  it("all have a reason", () => {
    const document = limitsDocument(source, limits);
    for (const name of Object.keys(limits)) {
      expect(document, name).toContain(`**\`${name}\`**`);
    }
  });
});
