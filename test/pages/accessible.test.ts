import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { violations } from "./axe.ts";
import { backgroundFor } from "./page-background.ts";
import { HIGH_CONTRAST, LOOKS, PageBrowser, readerOf } from "./page-browser.ts";
import { PAGE_STATES } from "./page-states.ts";
import { OPENED, PECULIARITIES, STATES } from "./scenes.ts";

describe.each([...LOOKS, HIGH_CONTRAST])("$name:", (look) => {
  let browser: PageBrowser;

  beforeAll(async () => {
    browser = await PageBrowser.start();
  });

  afterAll(async () => {
    await browser.stop();
  });

  /** The popup of a sample, with everything unfolded. */
  async function opened(sample: string, content: string | null = null): Promise<Page> {
    const { handlers } = await backgroundFor(sample, readerOf(look), content);
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

  it.each(Object.entries(OPENED))(
    "has nothing against %s that was opened, and the question before it is answered",
    async (sample, content) => {
      const page = await opened(sample, content);
      expect(await violations(page)).toEqual([]);

      await page.click('button[data-action="accept"]');
      await page.waitForSelector('button[data-action="confirm"]');
      expect(await violations(page)).toEqual([]);
      await page.close();
    },
  );

  it("has nothing against the question before an outdated invitation is answered", async () => {
    const page = await opened("budget-stale");
    await page.click('button[data-action="accept"]');
    await page.waitForSelector('button[data-action="confirm"]');

    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  it.each(PAGE_STATES)("has nothing against $name", async ({ path, answers, act }) => {
    const page = await browser.open(path, look, await answers(look));
    await act?.(page);
    await unfold(page);

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

  it("has nothing against the list of the answers given", async () => {
    const page = await opened("budget-request");
    await page.click('button[data-action="accept"]');
    await page.waitForSelector('details.history:not([hidden])[open] [data-past="sent"]');

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
