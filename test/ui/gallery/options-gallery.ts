import messages from "../../../_locales/en/messages.json";
import { translateFrom } from "../../../src/core/words/messages.ts";
import type { Reader } from "../../../src/core/words/translate.ts";
import { localize } from "../../../src/ui/localize.ts";
import type { OptionsDesk } from "../../../src/ui/options/options-desk.ts";
import { optionsView } from "../../../src/ui/options/options-view.ts";
import { NOW } from "../cards.ts";
import { firstDay, optionsScenes, running, scanAccounts } from "./options-scenes.ts";

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

const options = optionsScenes[query.get("scene") ?? "first-day"] ?? firstDay;

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
  scanAccounts: () => Promise.resolve(scanAccounts),
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
