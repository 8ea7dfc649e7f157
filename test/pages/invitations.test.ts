import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { LOOKS, PageBrowser, type Look } from "./page-browser.ts";
import { PAGE_STATES } from "./page-states.ts";

const [LIGHT] = LOOKS as readonly [Look];

describe("the page of all invitations", () => {
  let browser: PageBrowser;

  beforeAll(async () => {
    browser = await PageBrowser.start();
  });

  afterAll(async () => {
    await browser.stop();
  });

  const all = PAGE_STATES.filter(({ name }) => name === "all invitations");

  it.each(all)("offers answers to several only once some are chosen", async ({ path, answers }) => {
    const page = await browser.open(path, LIGHT, await answers(LIGHT));
    const isOffered = (): Promise<boolean> =>
      page.$eval(".batch", (batch) => batch.checkVisibility());

    expect(await isOffered()).toBe(false);
    await page.click(".row input");
    expect(await isOffered()).toBe(true);
    await page.close();
  });
});
