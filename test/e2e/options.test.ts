import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Page } from "../harness/page.ts";
import { waitUntil } from "../harness/wait-until.ts";
import { STORE } from "./edition.ts";
import { sampleMail, SAMPLE_USER } from "./sample.ts";
import { Stage } from "./stage.ts";

const PAGE = "ui/options/options.html";

const downloads = mkdtempSync(join(tmpdir(), "convene-downloads-"));

/** Downloads go there without a question. */
const PREFERENCES = {
  "browser.download.dir": downloads,
  "browser.download.folderList": 2,
  "browser.download.useDownloadDir": true,
  "browser.helperApps.neverAsk.saveToDisk": "application/json",
};

function exported(): string {
  const [name = ""] = readdirSync(downloads);
  return readFileSync(join(downloads, name), "utf8");
}

async function told(page: Page, words: string): Promise<void> {
  await waitUntil(`the page tells "${words}"`, async () =>
    (await page.text(".told")).replace(/[\u2068\u2069]/gu, "").includes(words),
  );
}

describe("the options page", () => {
  let stage: Stage;
  let page: Page;

  async function open(): Promise<void> {
    page = await stage.thunderbird.openTab(STORE.id, PAGE);
    await page.waitFor("main:not([aria-busy])");
  }

  beforeAll(async () => {
    stage = await Stage.start(STORE, { identities: [SAMPLE_USER], preferences: PREFERENCES });
    const mail = new TextDecoder().decode(sampleMail("budget-request"));
    await stage.receive(`Authentication-Results: mx.example.org; dkim=pass\r\n${mail}`);
    await stage.waitForAction(({ badge }) => badge === "✓");
    await open();
  });

  afterAll(async () => {
    await stage.stop();
    rmSync(downloads, { recursive: true, force: true });
  });

  it("shows the identities and how much is remembered", async () => {
    expect(await page.text("[data-setting='aliases']")).toContain(SAMPLE_USER.email);
    expect(await page.text(".record-events")).toContain("1");
  });

  it("keeps an address over a restart of the page", async () => {
    await page.fill("[data-field='alias']", "team@example.org");
    await page.click("[data-action='save-alias']");
    await told(page, "team@example.org was added.");
    await page.evaluate(() => {
      location.reload();
    });

    await page.waitFor("[data-address='team@example.org'] button");
  });

  it("offers the server that the mail in the inbox names", async () => {
    await page.waitFor("main:not([aria-busy])");
    await page.click("[data-action='look']");
    await page.waitFor("[data-authserv='mx.example.org']");
    await page.click("[data-authserv='mx.example.org'] button");

    await told(page, "mx.example.org");
  });

  it("exports a file", async () => {
    await page.click("[data-action='export']");
    await waitUntil("the file is there", () =>
      readdirSync(downloads).some((name) => /^convene-\d{4}-\d\d-\d\d\.json$/u.test(name)),
    );
    expect(JSON.parse(exported())).toMatchObject({
      version: 1,
      events: [{ uid: "budget-2027@example.com" }],
    });
  });

  it("forgets all events after the second click", async () => {
    await page.click("[data-action='forget']");
    await page.click("[data-action='confirm']");
    await told(page, "All events were forgotten.");

    expect(await page.text(".record-events")).toContain("0");
  });

  it("imports what was exported, after the second click", async () => {
    await page.evaluate((text) => {
      const files = new DataTransfer();
      files.items.add(new File([text], "convene.json"));
      const input = document.querySelector<HTMLInputElement>("[data-field='import']");
      if (input) {
        input.files = files.files;
        input.dispatchEvent(new Event("change"));
      }
    }, exported());
    await page.click(".question [data-action='confirm']");
    await told(page, "The file was imported.");

    expect(await page.text(".record-events")).toContain("1");
  });

  it("troubles no console", async () => {
    expect(await stage.complaints()).toEqual([]);
  });
});
