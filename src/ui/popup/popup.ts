import browser from "webextension-polyfill";
import type { MessageView } from "../../app/card.ts";
import { request } from "../../messaging/client.ts";
import type { Desk } from "../card/desk.ts";
import { element } from "../element.ts";
import { localize } from "../localize.ts";
import { readerNow } from "../reader.ts";
import { errorView, messageView } from "./message-view.ts";

const main = document.querySelector("main") ?? document.body.appendChild(element("main"));

const desk: Desk = {
  answer: (answer) => request("answer", answer),
  resend: (card) => request("resend", card),
  preview: (answer) => request("preview", answer),
  occurrences: (card, after) => request("occurrences", card, after),
  outcome: (card) => request("outcome", card),
  openLink: (url) => request("openLink", url),
  openMessage: (headerMessageId) => request("openMessage", headerMessageId),
  refresh: () => {
    void show(inspectDisplayed);
  },
  rulesUrl: rulesUrl(),
};

/** The catalogue stands beside the sources. */
function rulesUrl(): string | null {
  // Thunderbird gives null for a key that the manifest lacks; the types know undefined only.
  const { homepage_url: home } = browser.runtime.getManifest();
  return !home ? null : `${home.replace(/\/$/, "")}/blob/main/docs/rules.md`;
}

async function inspectDisplayed(): Promise<MessageView> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id === undefined ? { kind: "no-message" } : request("inspectDisplayed", tab.id);
}

async function show(inspect: () => Promise<MessageView>): Promise<void> {
  const reader = readerNow();
  main.setAttribute("aria-busy", "true");
  try {
    const around = { reader, desk, tryAgain };
    main.replaceChildren(...messageView(await inspect(), around));
  } catch (error) {
    console.error(error);
    main.replaceChildren(errorView(error, reader));
  }
  main.removeAttribute("aria-busy");
  markPainted();
}

/** For `npm run bench:popup`: a frame that begins after another one finds that one on the screen. */
function markPainted(): void {
  requestAnimationFrame(() => {
    requestAnimationFrame(() => {
      performance.mark("card-painted");
    });
  });
}

function tryAgain(messageId: number): void {
  void show(() => request("inspectAgain", messageId));
}

localize(document, readerNow());
void show(inspectDisplayed);
