import browser from "webextension-polyfill";
import type { MessageView } from "../../app/card.ts";
import { request } from "../../messaging/client.ts";
import { keptView, viewAtHand } from "../../messaging/found-views.ts";
import { backgroundDesk } from "../card/background-desk.ts";
import type { Desk } from "../card/desk.ts";
import { element } from "../element.ts";
import { localize } from "../localize.ts";
import { backgroundMemory } from "../memory/background-memory.ts";
import { memoryNotice } from "../memory/memory-notice.ts";
import { readerNow } from "../reader.ts";
import { errorView, messageView } from "./message-view.ts";

const main = document.querySelector("main") ?? document.body.appendChild(element("main"));

const reader = readerNow();

const memory = memoryNotice(backgroundMemory, reader);
main.before(memory.root);

const desk: Desk = {
  ...backgroundDesk(() => {
    void show();
  }),
  async answer(answer) {
    const result = await request("answer", answer);
    void memory.look();
    return result;
  },
};

/** Of the address, as the badge gave it; null in a popup that was opened before there was one. */
const namedTab = readTab(new URLSearchParams(location.search).get("tab"));

function readTab(text: string | null): number | null {
  return text === null ? null : Number(text);
}

/** The card stands there at once; it can be used when it is known to hold. */
async function open(): Promise<void> {
  const found = namedTab === null ? null : (viewAtHand(namedTab) ?? (await keptView(namedTab)));
  if (found !== null) {
    draw(found);
    await painted();
  }
  await show(inspectDisplayed, found);
}

async function inspectDisplayed(): Promise<MessageView> {
  const tabId = namedTab ?? (await activeTab());
  return tabId === null ? { kind: "no-message" } : request("inspectDisplayed", tabId);
}

async function activeTab(): Promise<number | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? null;
}

/** What already stands there is not drawn again. */
async function show(
  inspect: () => Promise<MessageView> = inspectDisplayed,
  found: MessageView | null = null,
): Promise<void> {
  setBusy(true);
  try {
    const view = await inspect();
    if (JSON.stringify(view) !== JSON.stringify(found)) {
      draw(view);
    }
  } catch (error) {
    console.error(error);
    main.replaceChildren(errorView(error, reader));
  }
  setBusy(false);
  performance.mark("card-usable");
  if (found === null) {
    await painted();
  }
  void memory.look();
}

function setBusy(isBusy: boolean): void {
  main.inert = isBusy;
  if (isBusy) {
    main.setAttribute("aria-busy", "true");
  } else {
    main.removeAttribute("aria-busy");
  }
}

function draw(view: MessageView): void {
  main.replaceChildren(...messageView(view, { reader, desk, tryAgain }));
}

/** A panel that is not open yet is not painted. */
const PATIENCE_MS = 100;

/** What follows a frame's callbacks comes after its painting; `npm run bench:popup` reads the mark. */
async function painted(): Promise<void> {
  await Promise.race([
    new Promise(requestAnimationFrame),
    new Promise((resolve) => setTimeout(resolve, PATIENCE_MS)),
  ]);
  await new Promise((resolve) => setTimeout(resolve));
  performance.mark("card-painted");
}

function tryAgain(messageId: number): void {
  void show(() => request("inspectAgain", messageId));
}

setBusy(true);
localize(document, reader);
void open();
