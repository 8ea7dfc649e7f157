import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { outcome } from "../ui/cards.ts";
import { backgroundFor } from "./page-background.ts";
import { LOOKS, PageBrowser, readerOf, type Answers } from "./page-browser.ts";

const [LIGHT] = LOOKS;

const WRITTEN = outcome({
  calendar: { name: "Home", state: "written", because: null, detail: "", to: null },
});

const UNDONE = outcome({
  calendar: { name: "Home", state: "undone", because: null, detail: "", to: null },
  partstat: null,
});

const ACCEPTED: unknown = expect.stringMatching(/^You accepted /u);

describe("what the card says of my own answer", () => {
  let browser: PageBrowser;

  beforeAll(async () => {
    browser = await PageBrowser.start();
  });

  afterAll(async () => {
    await browser.stop();
  });

  async function opened(changes: Answers = {}): Promise<Page> {
    if (LIGHT === undefined) {
      throw new Error("There is no way to look at a page.");
    }
    const { handlers } = await backgroundFor("budget-request", readerOf(LIGHT));
    return browser.open("ui/popup/popup.html", LIGHT, { ...handlers, ...changes });
  }

  /** The line above the answers, my line in the list of attendees, and how they are counted. */
  async function said(page: Page): Promise<readonly string[]> {
    const texts = [".my-answer", '[data-attendee="me"] .partstat', ".tally"].map((selector) =>
      page.$eval(selector, ({ textContent }) => textContent.replaceAll(/[⁨⁩]/gu, "")),
    );
    return Promise.all(texts);
  }

  it("is true as soon as the answer has left", async () => {
    const page = await opened();
    expect(await said(page)).toEqual([
      "You have not answered yet.",
      "No answer yet",
      "2 not answered",
    ]);
    await page.click('button[data-action="accept"]');
    await page.waitForSelector('[data-outcome="sent"]');

    expect(await said(page)).toEqual([ACCEPTED, "Accepted", "1 accepted, 1 not answered"]);
    await page.close();
  });

  it("is what it was before as soon as the answer was taken back", async () => {
    const page = await opened({
      answer: () => Promise.resolve({ kind: "outcome", outcome: WRITTEN }),
      undoCalendar: () => Promise.resolve(UNDONE),
    });
    const before = await said(page);
    await page.click('button[data-action="accept"]');
    await page.waitForSelector('[data-outcome="sent"]');
    expect(await said(page)).toEqual([ACCEPTED, "Accepted", "1 accepted, 1 not answered"]);
    await page.click('button[data-action="undo"]');
    await page.waitForFunction(() => document.querySelector('button[data-action="undo"]') === null);

    expect(await said(page)).toEqual(before);
    await page.close();
  });
});
