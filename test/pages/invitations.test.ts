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

  const forgetful = PAGE_STATES.filter(
    ({ name }) => name === "invitations while nothing is remembered",
  );

  it.each(
    forgetful.flatMap((state) => LOOKS.map((look) => ({ ...state, look, looks: look.name }))),
  )("ends at the window's edge below the notice: $looks", async (state) => {
    const page = await browser.open(state.path, state.look, await state.answers(state.look));
    await state.act?.(page);
    const { room, end, height } = await page.$eval("main", (main) => ({
      room: main.getBoundingClientRect().height,
      end: main.getBoundingClientRect().bottom,
      height: innerHeight,
    }));

    expect(Math.abs(end - height)).toBeLessThan(1);
    expect(room).toBeGreaterThan(height / 2);
    await page.close();
  });
});
