import { readdirSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";

import { build } from "esbuild";
import puppeteer, { type Browser, type Page } from "puppeteer-core";

import { translateFrom, type Message } from "../../src/core/words/messages.ts";
import type { Reader } from "../../src/core/words/translate.ts";
import type { Sender } from "../../src/messaging/server.ts";
import { NOW } from "../fixtures/samples.ts";

/** How a page is looked at. */
export interface Look {
  readonly name: string;
  readonly theme: "light" | "dark";
  /** A folder of `_locales`. */
  readonly locale: string;
  readonly direction: "ltr" | "rtl";
  /** 2: everything twice as large in the same window. */
  readonly zoom: number;
  /** The system's own few colours, as high contrast asks for them. */
  readonly isForced: boolean;
}

const plain = {
  theme: "light",
  locale: "en",
  direction: "ltr",
  zoom: 1,
  isForced: false,
} as const;

export const LOOKS: readonly Look[] = [
  { ...plain, name: "light" },
  { ...plain, name: "dark", theme: "dark" },
  { ...plain, name: "rtl", ...rightToLeft() },
  { ...plain, name: "zoomed", zoom: 2 },
];

/** What else a page has to be good in, without a picture of it. */
export const HIGH_CONTRAST: Look = {
  ...plain,
  name: "high contrast",
  theme: "dark",
  isForced: true,
};

/** Arabic where there are texts for it. */
function rightToLeft(): Pick<Look, "locale" | "direction"> {
  return { locale: readdirSync("_locales").includes("ar") ? "ar" : "en", direction: "rtl" };
}

/** Answers a page's requests; the same functions as in the background. */
export type Answers = Readonly<
  Record<string, (sender: Sender, ...args: never[]) => Promise<unknown>>
>;

const ZONE = "Europe/Berlin";
const ADDON = "dist/convene-calendar";
const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css",
  ".js": "text/javascript",
  ".json": "application/json",
  ".svg": "image/svg+xml",
};

/** The built add-on's pages in Debian's Chromium, with the use cases behind them. */
export class PageBrowser {
  readonly #browser: Browser;
  readonly #server: Server;
  readonly #api: string;

  private constructor(browser: Browser, server: Server, api: string) {
    this.#browser = browser;
    this.#server = server;
    this.#api = api;
  }

  static async start(): Promise<PageBrowser> {
    const browser = await puppeteer.launch({
      executablePath: "/usr/bin/chromium",
      args: ["--no-sandbox", "--force-color-profile=srgb", "--font-render-hinting=none"],
    });
    return new PageBrowser(browser, await serveAddon(), await bundleApi());
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  /** A page of the add-on (its path), whose requests are answered; closed by `close()`. */
  async open(path: string, look: Look, answers: Answers): Promise<Page> {
    const page = await this.#prepare(look, answers);
    const { port } = this.#server.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${String(port)}/${path}`);
    await page.waitForSelector("main:not([aria-busy])");
    await page.evaluate((zoom) => {
      document.documentElement.style.setProperty("zoom", String(zoom));
    }, look.zoom);
    return page;
  }

  /**
   * A message with its HTML as the sender wrote it, and the banner's script in it. `isOpen`: what
   * is closed to the mail is open to axe-core.
   */
  async openMessage(
    html: string,
    look: Look,
    { answers, isOpen = false }: { readonly answers: Answers; readonly isOpen?: boolean },
  ): Promise<Page> {
    const page = await this.#prepare(look, answers);
    if (isOpen) {
      await page.evaluateOnNewDocument(openShadowRoots);
    }
    await page.goto(`data:text/html;charset=utf-8,${encodeURIComponent(html)}`);
    await page.addScriptTag({ path: join(ADDON, "ui/banner/banner.js") });
    return page;
  }

  async #prepare(look: Look, answers: Answers): Promise<Page> {
    const page = await this.#browser.newPage();
    await page.setViewport({ width: 800, height: 600 });
    await page.emulateTimezone(ZONE);
    const session = await page.createCDPSession();
    await session.send("Emulation.setEmulatedMedia", {
      features: [
        { name: "prefers-color-scheme", value: look.theme },
        { name: "prefers-reduced-motion", value: "reduce" },
        { name: "forced-colors", value: look.isForced ? "active" : "none" },
        { name: "prefers-contrast", value: look.isForced ? "custom" : "no-preference" },
      ],
    });
    await page.exposeFunction("askBackground", (message: unknown) => answer(message, answers));
    const surroundings = {
      messages: messagesOf(look.locale),
      locale: look.locale.replace("_", "-"),
      direction: look.direction,
      now: NOW,
    };
    await page.evaluateOnNewDocument(
      `globalThis.surroundings = ${JSON.stringify(surroundings)};\n${this.#api}`,
    );
    return page;
  }
}

/** Runs in the page. */
function openShadowRoots(): void {
  const { prototype } = Element;
  const attach = Object.getOwnPropertyDescriptor(prototype, "attachShadow")
    ?.value as Element["attachShadow"];
  prototype.attachShadow = function attachOpenly(init) {
    return attach.call(this, { ...init, mode: "open" });
  };
}

/** The reader that the background writes for. */
export function readerOf({ locale }: Look): Reader {
  return {
    translate: translateFrom(messagesOf(locale)),
    locale: locale.replace("_", "-"),
    zone: ZONE,
    now: NOW,
  };
}

function messagesOf(locale: string): Readonly<Record<string, Message>> {
  const file = `_locales/${locale}/messages.json`;
  return JSON.parse(readFileSync(file, "utf8")) as Record<string, Message>;
}

async function answer(message: unknown, answers: Answers): Promise<unknown> {
  const { request, arguments: args } = message as { request: string; arguments: never[] };
  const run = answers[request];
  if (run === undefined) {
    return { ok: false, message: `nobody answers ${request}` };
  }
  try {
    return { ok: true, value: await run({ tabId: 1, windowId: 1 }, ...args) };
  } catch (error) {
    return { ok: false, message: String(error) };
  }
}

/** With the Content-Security-Policy that Thunderbird gives the pages. */
async function serveAddon(): Promise<Server> {
  const manifest = JSON.parse(readFileSync(join(ADDON, "manifest.json"), "utf8")) as {
    content_security_policy: { extension_pages: string };
  };
  const server = createServer(({ url = "/" }, response) => {
    const { pathname } = new URL(url, "http://localhost");
    try {
      const body = readFileSync(join(ADDON, normalize(pathname)));
      response.setHeader("Content-Type", TYPES[extname(pathname)] ?? "application/octet-stream");
      const policy = manifest.content_security_policy.extension_pages;
      response.setHeader("Content-Security-Policy", policy);
      response.end(body);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return server;
}

async function bundleApi(): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: ["test/pages/extension-api.ts"],
    bundle: true,
    format: "iife",
    write: false,
  });
  return outputFiles[0]?.text ?? "";
}
