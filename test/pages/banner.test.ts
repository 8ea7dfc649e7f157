import { createHash } from "node:crypto";

import type { CDPSession, Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

import { banners } from "../ui/gallery/scenes.ts";
import { violations } from "./axe.ts";
import { HIGH_CONTRAST, LOOKS, PageBrowser, type Look } from "./page-browser.ts";

/*
 * The banner stands in a stranger's document. Thunderbird runs no script of a mail's, so what is
 * left to a sender are styles and elements.
 */

const [LIGHT] = LOOKS as readonly [Look];

const TEXT = "<p>Dear all, please find the invitation below.</p>";

/** Mails that would like it away. */
const HIDING: Readonly<Record<string, string>> = {
  "by its place": "html > :last-child { display: none !important; }",
  "by any property": `* { opacity: 0 !important; visibility: hidden !important;
    transform: scale(0) !important; clip-path: inset(50%) !important; inset: -900px !important;
    inline-size: 0 !important; filter: blur(9px) !important; zoom: 0.1 !important; }`,
  "by its hooks": "[data-verdict], [data-state], [popover] { display: none !important; }",
  "by the root": "html { opacity: 0; filter: blur(9px); clip-path: inset(90px 0 0 0); }",
  "by the root's scale": "html { zoom: 0.02 !important; }",
  "by the root's place": "html { transform: translateY(-900px); contain: strict; overflow: clip; }",
  "by a movement": "@keyframes away { to { zoom: 0.02; } } html { animation: away 1ms both; }",
};

/** Mails that would like to lie over it. */
const COVERING: Readonly<Record<string, string>> = {
  "an element on top": `<div style="position:fixed;inset:0;z-index:2147483647;background:#fff">
    <b>✓ This invitation is sound</b></div>`,
  "the backdrop of all": `<style>::backdrop { position: fixed; inset: 0; z-index: 2147483647;
    background: #fff !important; }</style>`,
  "an open dialog": `<dialog open style="position:fixed;inset:0;z-index:2147483647">✓</dialog>`,
};

describe("the banner in a hostile document", () => {
  let browser: PageBrowser;
  let plain: string;
  let asked: string[] = [];

  beforeAll(async () => {
    browser = await PageBrowser.start();
    plain = await picture(await opened(TEXT));
  });

  afterAll(async () => {
    await browser.stop();
  });

  async function opened(html: string): Promise<Page> {
    asked = [];
    const answers = {
      banner: () => Promise.resolve(banners["danger"]),
      openCard: () => {
        asked.push("openCard");
        return Promise.resolve();
      },
    };
    const page = await browser.openMessage(html, LIGHT, { answers });
    await page.waitForSelector("[data-verdict][popover]");
    return page;
  }

  it.each(Object.entries(HIDING))("is not hidden %s", async (_, style) => {
    const page = await opened(`<style>${style}</style>${TEXT}`);

    expect(await picture(page)).toBe(plain);
    await page.close();
  });

  it.each(Object.entries(COVERING))("is not covered by %s", async (_, html) => {
    const page = await opened(html + TEXT);

    expect(await picture(page)).toBe(plain);
    await press(page, "open");
    await expect.poll(() => asked).toEqual(["openCard"]);
    await page.close();
  });

  it.each([
    ["a popover", `popovertarget="it"`, `<div id="it" popover`],
    ["a dialog", `commandfor="it" command="show-modal"`, `<dialog id="it"`],
  ])("comes back on top when the reader opens %s of the mail's", async (_, opener, panel) => {
    const page = await opened(
      `<button ${opener} style="margin-top:90px">More</button>
       ${panel} style="position:fixed;inset:0;margin:0;width:100%;max-width:none;border:0">✓ Sound`,
    );
    await page.click("button");
    await page.waitForSelector("#it:is(:popover-open, :modal)");
    await page.mouse.move(0, 500);

    await expect.poll(() => picture(page)).toBe(plain);
    await page.close();
  });

  it("lies over what imitates it, which can do nothing", async () => {
    const page = await opened(
      `<div data-verdict="ok" data-state="new" style="position:fixed;inset:0 0 auto 0;z-index:9">
         <strong>This invitation is sound</strong><button data-action="open">Open</button></div>`,
    );

    expect(await picture(page)).toBe(plain);
    await page.$eval("button", (button) => {
      button.click();
    });
    await press(page, "open");
    // Of the two clicks only the real one has been heard.
    await expect.poll(() => asked).toEqual(["openCard"]);
    await page.close();
  });

  it("moves nothing of the mail's text, and can be closed", async () => {
    const page = await opened(TEXT);
    const top = (): Promise<number> => page.$eval("p", (p) => p.getBoundingClientRect().top);
    const before = await top();
    await press(page, "close");

    expect(await page.$("[popover]")).toBeNull();
    expect(await top()).toBe(before);
    await page.close();
  });

  describe.each([...LOOKS, HIGH_CONTRAST])("$name:", (look) => {
    it.each(Object.entries(banners))("axe-core finds nothing against %s", async (_, view) => {
      const answers = { banner: () => Promise.resolve(view) };
      const mail = "<!doctype html><html lang=en><title>Mail</title><main><h1>Mail</h1></main>";
      const page = await browser.openMessage(mail, look, { answers, isOpen: true });
      await page.waitForSelector("[data-verdict][popover]");
      await page.addStyleTag({ content: "body { margin-top: 3em; }" });

      expect(await page.$("[popover] >>> strong")).not.toBeNull();
      expect(await violations(page)).toEqual([]);
      await page.close();
    });
  });
});

/** The banner's part of the window, as a person sees it: two are the same, or not. */
async function picture(page: Page): Promise<string> {
  const bytes = await page.screenshot({ clip: { x: 0, y: 0, width: 800, height: 36 } });
  return createHash("sha256").update(bytes).digest("hex");
}

/** Presses a button of the banner's, inside its closed shadow root, with the mouse. */
async function press(page: Page, action: string): Promise<void> {
  const session = await page.createCDPSession();
  await session.send("DOM.enable");
  const [x, y] = await placeOf(action, session);
  await page.mouse.click(x, y);
}

async function placeOf(action: string, session: CDPSession): Promise<[number, number]> {
  const { nodes } = await session.send("DOM.getFlattenedDocument", { depth: -1, pierce: true });
  // The banner is the last in the document; a mail may have buttons of the same name before it.
  const button = nodes.findLast(({ attributes = [] }) => {
    const at = attributes.indexOf("data-action");
    return at >= 0 && attributes[at + 1] === action;
  });
  if (button === undefined) {
    throw new Error(`There is no button ${action}.`);
  }
  const { model } = await session.send("DOM.getBoxModel", { nodeId: button.nodeId });
  const [left = 0, top = 0] = model.content;
  return [left + 4, top + 4];
}
