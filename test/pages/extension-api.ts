import { translateFrom, type Message } from "../../src/core/words/messages.ts";

/*
 * What a page of ours finds of the WebExtension APIs in an ordinary browser: the texts, and a road
 * to the use cases, which run beside the browser. Bundled and put into each page before its scripts.
 */

export interface Surroundings {
  readonly messages: Readonly<Record<string, Message>>;
  readonly locale: string;
  readonly direction: "ltr" | "rtl";
  /** Milliseconds since 1970; the clock stands still. */
  readonly now: number;
}

declare global {
  var surroundings: Surroundings;
  /** Put here by the driver of the browser. */
  var askBackground: (message: unknown) => Promise<unknown>;
}

const { messages, locale, direction, now } = globalThis.surroundings;
const translate = translateFrom(messages);
const predefined: Readonly<Record<string, string>> = {
  "@@bidi_dir": direction,
  "@@ui_locale": locale.replaceAll("-", "_"),
};

const silentEvent = { addListener: () => undefined, removeListener: () => undefined };

const browser = {
  runtime: {
    id: "convene@example.org",
    getURL: (path: string) => new URL(path, location.origin).href,
    getManifest: () => ({ version: "0.1.0", homepage_url: "" }),
    sendMessage: (message: unknown) => globalThis.askBackground(message),
    onMessage: silentEvent,
  },
  i18n: {
    getMessage: (key: string, substitutions: string | readonly string[] = []) =>
      predefined[key] ?? translate(key, [substitutions].flat()),
    getUILanguage: () => locale,
  },
  extension: { getBackgroundPage: () => null },
  storage: { session: { get: () => Promise.resolve({}) } },
  tabs: { query: () => Promise.resolve([{ id: 1 }]) },
  permissions: {
    contains: () => Promise.resolve(false),
    request: () => Promise.resolve(false),
    onAdded: silentEvent,
    onRemoved: silentEvent,
  },
};

// The polyfill looks at both names.
Object.assign(globalThis, { browser, chrome: browser });
Date.now = () => now;
