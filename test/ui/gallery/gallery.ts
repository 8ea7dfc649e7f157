import messages from "../../../_locales/en/messages.json";
import { translateFrom } from "../../../src/core/words/messages.ts";
import type { Reader } from "../../../src/core/words/translate.ts";
import { bannerView } from "../../../src/ui/banner/banner-view.ts";
import type { Desk } from "../../../src/ui/card/desk.ts";
import { messageView } from "../../../src/ui/popup/message-view.ts";
import { NOW } from "../cards.ts";
import { banners, histories, PREVIEW, scenes, surroundings } from "./scenes.ts";

/*
 * One state of the popup with made-up data: gallery.html?scene=stale&dir=rtl&press=accept. Made
 * into a page by gallery/build.js.
 */

const query = new URLSearchParams(location.search);

const reader: Reader = {
  translate: translateFrom(messages),
  locale: query.get("locale") ?? "en-GB",
  zone: "Europe/Berlin",
  now: NOW,
};

const desk: Desk = {
  answer: () => new Promise(() => undefined),
  resend: () => new Promise(() => undefined),
  preview: () => Promise.resolve(PREVIEW),
  occurrences: () => Promise.resolve({ shown: [], hasMore: false }),
  surroundings: () => Promise.resolve(surroundings[query.get("surroundings") ?? ""] ?? null),
  makeCalendar: () => Promise.resolve(true),
  undoAnswer: () => new Promise(() => undefined),
  undoCalendar: () => new Promise(() => undefined),
  applyAgain: () => new Promise(() => undefined),
  outcome: () => new Promise(() => undefined),
  history: () => Promise.resolve(histories[query.get("history") ?? ""] ?? []),
  deleteMessage: () => new Promise(() => undefined),
  openLink: () => Promise.resolve(),
  openMessage: () => Promise.resolve(false),
  forgetEvent: () => Promise.resolve(),
  refresh: () => undefined,
  rulesUrl: "https://example.org/docs/rules.md",
};

document.documentElement.dir = query.get("dir") ?? "ltr";

const scene = scenes[query.get("scene") ?? "new"];
if (scene !== undefined) {
  const around = { reader, desk, tryAgain: () => undefined };
  document.querySelector("main")?.replaceChildren(...messageView(scene, around));
}

const banner = banners[query.get("banner") ?? ""];
if (banner !== undefined) {
  const view = bannerView(banner, reader, () => undefined);
  document.body.className = "mail";
  document.querySelector("main")?.replaceChildren("Dear all, please find the invitation below.");
  if (view !== null) {
    document.documentElement.append(view.host);
    view.host.popover = "manual";
    view.host.showPopover();
  }
}

for (const selector of query.getAll("press")) {
  document.querySelector<HTMLElement>(selector)?.click();
}
