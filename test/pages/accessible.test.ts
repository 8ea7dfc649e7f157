import { readFileSync } from "node:fs";

import type * as Axe from "axe-core";
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { backgroundFor } from "./page-background.ts";
import { LOOKS, PageBrowser, readerOf } from "./page-browser.ts";
import { PECULIARITIES, STATES } from "./scenes.ts";

const AXE = readFileSync("node_modules/axe-core/axe.min.js", "utf8");

/** WCAG 2.2 AA and below, and what axe-core holds for good practice. */
const RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** What axe-core finds against a page, a line each. */
async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(AXE);
  return page.evaluate(async (tags) => {
    const { axe } = globalThis as unknown as { axe: typeof Axe };
    const { violations: found } = await axe.run(document, { runOnly: tags });
    return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  }, RULES);
}

describe.each(LOOKS)("the popup, $name", (look) => {
  let browser: PageBrowser;

  beforeAll(async () => {
    browser = await PageBrowser.start();
  });

  afterAll(async () => {
    await browser.stop();
  });

  /** The popup of a sample, with everything unfolded. */
  async function opened(sample: string): Promise<Page> {
    const { handlers } = await backgroundFor(sample, readerOf(look));
    const page = await browser.open("ui/popup/popup.html", look, handlers);
    await unfold(page);
    return page;
  }

  it.each(Object.entries(STATES))("has nothing against %s", async (state, sample) => {
    const page = await opened(sample);

    expect(await page.$eval("[data-invitation]", (card) => card.getAttribute("data-state"))).toBe(
      state,
    );
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  it.each(PECULIARITIES)("has nothing against %s", async (sample) => {
    const page = await opened(sample);

    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  it("has nothing against the question before an outdated invitation is answered", async () => {
    const page = await opened("budget-stale");
    await page.click('button[data-action="accept"]');
    await page.waitForSelector('button[data-action="confirm"]');

    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  it("has nothing against an answer that was sent", async () => {
    const page = await opened("budget-request");
    await page.click('button[data-action="accept"]');
    await page.waitForSelector('[data-outcome="sent"]');

    expect(await violations(page)).toEqual([]);
    await page.close();
  });
});

async function unfold(page: Page): Promise<void> {
  await page.$$eval("details", (all) => {
    all.forEach((details) => {
      details.open = true;
    });
  });
}
