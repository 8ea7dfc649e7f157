import messages from "../../../_locales/en/messages.json";
import type { OptionsView } from "../../../src/app/options.ts";
import { DEFAULTS } from "../../../src/app/settings.ts";
import { translateFrom } from "../../../src/core/words/messages.ts";
import type { Reader } from "../../../src/core/words/translate.ts";
import { localize } from "../../../src/ui/localize.ts";
import type { ScanView } from "../../../src/app/scan/scan.ts";
import type { OptionsDesk } from "../../../src/ui/options/options-desk.ts";
import { optionsView } from "../../../src/ui/options/options-view.ts";
import { NOW } from "../cards.ts";

/*
 * One state of the options page with made-up data: gallery.html?scene=locked&dir=rtl&press=button.
 * Made into a page by gallery/build.js.
 */

const query = new URLSearchParams(location.search);

const translate = translateFrom(messages);
const reader: Reader = {
  translate: (key, values) =>
    key === "@@bidi_dir" ? (query.get("dir") ?? "ltr") : translate(key, values),
  locale: query.get("locale") ?? "en-GB",
  zone: "Europe/Berlin",
  now: NOW,
};

const firstDay: OptionsView = {
  settings: DEFAULTS,
  locked: [],
  missing: {},
  twin: null,
  own: ["mia@example.org", "mia.example@work.example.com"],
  identities: [
    { id: "id1", email: "mia@example.org" },
    { id: "id2", email: "mia.example@work.example.com" },
  ],
  calendars: null,
  sendsAtOnce: false,
  hidesBuiltInBar: false,
  events: 0,
};

const chosen = {
  ...DEFAULTS,
  aliases: ["team@example.org", `${"very-long-name-".repeat(9)}@example.org`],
  authserv: "mx.example.org",
  attachCopy: true,
  templates: ["I will be a few minutes late.", "I am on holiday until Monday. ".repeat(9)],
};

const scenes: Readonly<Record<string, OptionsView>> = {
  "first-day": firstDay,
  chosen: { ...firstDay, settings: chosen, events: 1234 },
  locked: {
    ...firstDay,
    settings: chosen,
    locked: ["aliases", "authserv", "attachCopy", "templates", "replyLanguage"],
  },
  calendars: {
    ...firstDay,
    settings: { ...chosen, calendars: { id1: "work", id2: "gone" }, declinedEvents: "remove" },
    calendars: [
      { id: "home", name: "Home", color: "#3366cc" },
      { id: "work", name: "Größe – 予算", color: "#c03030" },
    ],
    sendsAtOnce: true,
    hidesBuiltInBar: true,
    events: 1234,
  },
  "at-once": { ...firstDay, own: [], sendsAtOnce: true, events: 1 },
};

const options = scenes[query.get("scene") ?? "first-day"] ?? firstDay;

const running: ScanView = {
  state: "running",
  done: 4_200,
  total: 15_400,
  counts: { read: 4_100, found: 212, tooLarge: 1, unreadable: 12 },
  remainingMs: 200_000,
  endedAt: null,
  problem: null,
};

const desk: OptionsDesk = {
  change: () => Promise.resolve({ kind: "refused", because: "not-an-address" }),
  allow: () => Promise.resolve(true),
  reset: () => Promise.resolve(firstDay),
  offerAuthserv: () =>
    Promise.resolve([
      { id: "mx.example.org", messages: 18 },
      { id: "relay.example.net", messages: 1 },
    ]),
  exportLedger: () => Promise.resolve("{}"),
  previewImport: () => Promise.resolve({ kind: "unreadable", because: "not-json" }),
  importLedger: () => Promise.resolve({ kind: "unreadable", because: "not-json" }),
  takeOver: () => Promise.resolve(null),
  forget: () => Promise.resolve(),
  findEvents: () =>
    Promise.resolve([
      {
        uid: "1@example.com",
        title: "Budget",
        organizers: ["boss@example.org"],
        start: "2026-12-01",
      },
    ]),
  forgetEvent: () => Promise.resolve(),
  scan: {
    start: () => Promise.resolve(running),
    pause: () => Promise.resolve({ ...running, state: "paused", remainingMs: null }),
    resume: () => Promise.resolve(running),
    cancel: () => Promise.resolve({ ...running, state: "cancelled", remainingMs: null }),
    read: () => Promise.resolve(running),
  },
  scanAccounts: () =>
    Promise.resolve([
      {
        id: "account1",
        name: "me@example.org",
        folders: [
          { id: "1", path: "Inbox", messages: 12_000, isSent: false },
          { id: "2", path: "Sent", messages: 3_400, isSent: true },
        ],
      },
    ]),
  save: () => undefined,
  tell(sentence) {
    const told = document.createElement("p");
    told.textContent = sentence;
    document.querySelector(".told")?.replaceChildren(told);
  },
  refresh: () => Promise.resolve(),
};

localize(document, reader);
const main = document.querySelector("main");
main?.removeAttribute("aria-busy");
main?.replaceChildren(...optionsView({ options, reader, desk }));

for (const selector of query.getAll("press")) {
  document.querySelector<HTMLElement>(selector)?.click();
}
