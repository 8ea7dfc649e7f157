/**
 * `npm run bench:space`: the page of all invitations with 10,000 rows in Chromium: rows in the page,
 * the longest frame while scrolling, and how long a filter takes (docs/benchmarks.md).
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import puppeteer, { type Page } from "puppeteer-core";

const CHROMIUM = "/usr/bin/chromium";

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
};

/** What the work itself takes is the least of so many passes: the rest is other processes'. */
const PASSES = 5;

/** What is typed into the search field. */
const TEXTS = ["b", "budget", "größe", "person-7", "event-9999", "nothing like it", ""];

const folder = mkdtempSync(join(tmpdir(), "convene-bench-"));
const server = serve();
try {
  spawnSync(process.execPath, ["test/ui/gallery/build.js", folder], { stdio: "inherit" });
  const browser = await puppeteer.launch({ executablePath: CHROMIUM, args: ["--no-sandbox"] });
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 800 });
  const { port } = (await server).address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/ui/invitations/gallery.html?rows=10000`;
  await page.goto(url);
  await page.waitForSelector(".row");
  await print(page);
  await browser.close();
} finally {
  (await server).close();
  rmSync(folder, { recursive: true, force: true });
}

async function serve(): Promise<Server> {
  const made = createServer(({ url }, response) => {
    const path = join(folder, new URL(url ?? "", "http://localhost").pathname);
    try {
      const bytes = readFileSync(path);
      response.setHeader("Content-Type", TYPES[extname(path)] ?? "application/octet-stream");
      response.end(bytes);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise<void>((resolve) => {
    made.listen(0, "127.0.0.1", resolve);
  });
  return made;
}

/** Each step's least time, of passes with the same steps. */
function least(passes: readonly (readonly number[])[]): readonly number[] {
  return (passes[0] ?? []).map((_, step) => Math.min(...passes.map((pass) => pass[step] ?? NaN)));
}

async function print(page: Page): Promise<void> {
  const scrolls = [];
  const filters = [];
  for (let pass = 0; pass < PASSES; pass += 1) {
    scrolls.push(await page.evaluate(measureScroll));
    filters.push(await page.evaluate(measureFilters, TEXTS));
  }
  const line = (what: string, value: string): void => {
    console.log(`${what.padEnd(48)}${value}`);
  };
  const frames = [...least(scrolls.map(({ times }) => times))].sort((a, b) => a - b);
  line("rows listed", "10000");
  line("lines in the page, at most", String(Math.max(...scrolls.map(({ lines }) => lines))));
  line("frames while scrolling from end to end", String(frames.length));
  line("work of a frame, median", `${(frames[frames.length / 2] ?? NaN).toFixed(1)} ms`);
  line("work of a frame, longest", `${(frames.at(-1) ?? NaN).toFixed(1)} ms`);
  least(filters).forEach((time, index) => {
    line(`filter "${TEXTS[index] ?? ""}" until laid out`, `${time.toFixed(1)} ms`);
  });
}

/**
 * Runs in the page: scrolls through all of it, sometimes far at once. What counts is the work from
 * the event to the laid-out lines, without the wait for the next picture.
 */
function measureScroll(): { lines: number; times: number[] } {
  const list = document.querySelector<HTMLElement>(".list");
  const times: number[] = [];
  let lines = 0;
  const FRAMES = 400;
  const draws: FrameRequestCallback[] = [];
  const later = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (draw) => draws.push(draw);
  for (let frame = 0; list !== null && frame < FRAMES; frame += 1) {
    const isJump = frame % 20 === 0;
    const begin = performance.now();
    list.scrollTop = isJump ? (frame * 104729) % list.scrollHeight : list.scrollTop + 240;
    list.dispatchEvent(new Event("scroll"));
    draws.splice(0).forEach((draw) => {
      draw(begin);
    });
    document.body.getBoundingClientRect();
    times.push(performance.now() - begin);
    lines = Math.max(lines, document.querySelectorAll(".line").length);
  }
  window.requestAnimationFrame = later;
  return { lines, times };
}

/** Runs in the page: types into the search field, and lays out what is left. */
function measureFilters(texts: readonly string[]): number[] {
  const field = document.querySelector<HTMLInputElement>("[data-field='search']");
  return field === null
    ? []
    : texts.map((text) => {
        const begin = performance.now();
        field.value = text;
        field.dispatchEvent(new Event("input"));
        document.body.getBoundingClientRect();
        return performance.now() - begin;
      });
}
