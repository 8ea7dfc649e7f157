import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import pixelmatch from "pixelmatch";
import { PNG } from "pngjs";
import type { Page } from "puppeteer-core";

import { backgroundFor } from "../../test/pages/page-background.ts";
import { LOOKS, PageBrowser, readerOf, type Look } from "../../test/pages/page-browser.ts";
import { OPENED, STATES } from "../../test/pages/scenes.ts";

/**
 * `npm run screenshots`: the popup in every state and look, and of an encrypted message, into
 * docs/screenshots.
 * `npm run screenshots -- --check`: says instead which of the kept pictures look otherwise now.
 */
const FOLDER = "docs/screenshots";

/** Share of pixels that may differ: fonts are drawn a little otherwise on every machine. */
const TOLERANCE = 0.005;

const isCheck = process.argv.includes("--check");
let differing = 0;

mkdirSync(FOLDER, { recursive: true });
const browser = await PageBrowser.start();
for (const look of LOOKS) {
  for (const [state, sample] of Object.entries(STATES)) {
    keep(`${state}-${look.name}`, await takePicture({ sample, content: null }, look));
  }
  for (const [sample, content] of Object.entries(OPENED)) {
    keep(`${sample}-${look.name}`, await takePicture({ sample, content, act: accept }, look));
  }
}
await browser.stop();
if (isCheck) {
  console.log(`${String(differing)} pictures differ from the kept ones`);
  process.exitCode = differing === 0 ? 0 : 1;
}

function keep(name: string, picture: Buffer): void {
  const file = join(FOLDER, `${name}.png`);
  if (isCheck) {
    compare(file, picture);
  } else {
    writeFileSync(file, picture);
  }
}

interface Scene {
  readonly sample: string;
  /** The sample that an encrypted one holds. */
  readonly content: string | null;
  /** What the user did until the card looked so. */
  readonly act?: (page: Page) => Promise<void>;
}

/** Up to the question whether it may be answered in the clear. */
async function accept(page: Page): Promise<void> {
  await page.click('button[data-action="accept"]');
  await page.waitForSelector('button[data-action="confirm"]');
}

async function takePicture({ sample, content, act }: Scene, look: Look): Promise<Buffer> {
  const { handlers } = await backgroundFor(sample, readerOf(look), content);
  const page = await browser.open("ui/popup/popup.html", look, handlers);
  await act?.(page);
  // As tall as the card: what sticks to the window's lower edge would hide the middle of it.
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewport({ width: 800, height });
  const body = await page.$("body");
  const picture = await body?.screenshot({ type: "png" });
  await page.close();
  return Buffer.from(picture ?? []);
}

function compare(file: string, picture: Buffer): void {
  const difference = existsSync(file) ? shareOfDifference(readFileSync(file), picture) : 1;
  if (difference > TOLERANCE) {
    differing++;
    console.log(`${file}: ${(difference * 100).toFixed(1)} % differ`);
  }
}

/** From 0 to 1; pictures of different sizes differ wholly. */
function shareOfDifference(kept: Buffer, taken: Buffer): number {
  const [a, b] = [PNG.sync.read(kept), PNG.sync.read(taken)];
  if (a.width !== b.width || a.height !== b.height) {
    return 1;
  }
  const { width, height } = a;
  return pixelmatch(a.data, b.data, undefined, width, height) / (width * height);
}
