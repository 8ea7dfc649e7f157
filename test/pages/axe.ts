import { readFileSync } from "node:fs";

import type * as Axe from "axe-core";
import type { Page } from "puppeteer-core";

const AXE = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

/** WCAG 2.2 AA and below, and what axe-core holds for good practice. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe-core finds against a page, or against a part of it: a line each. */
export async function violations(page: Page, part = "html"): Promise<readonly string[]> {
  await page.evaluate(AXE);
  return page.evaluate(
    async (tags, selector) => {
      const { axe } = globalThis as unknown as { axe: typeof Axe };
      const { violations: found } = await axe.run(selector, { runOnly: tags });
      return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    },
    RULES,
    part,
  );
}
