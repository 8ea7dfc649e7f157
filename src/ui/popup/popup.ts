import browser from "webextension-polyfill";
import type { MessageView } from "../../app/card.ts";
import { request } from "../../messaging/client.ts";
import { backgroundDesk } from "../card/background-desk.ts";
import { element } from "../element.ts";
import { localize } from "../localize.ts";
import { readerNow } from "../reader.ts";
import { errorView, messageView } from "./message-view.ts";

const main = document.querySelector("main") ?? document.body.appendChild(element("main"));

const desk = backgroundDesk(showDisplayed);

async function displayedTab(): Promise<number | null> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab?.id ?? null;
}

function showDisplayed(): void {
  const tab = displayedTab();
  const views: Views = {
    known: async () => {
      const tabId = await tab;
      return tabId === null ? null : request("lastInspected", tabId);
    },
    inspect: async () => {
      const tabId = await tab;
      return tabId === null ? { kind: "no-message" } : request("inspectDisplayed", tabId);
    },
  };
  void show(views);
}

interface Views {
  /** What can be seen at once, and may be outdated. */
  readonly known: () => Promise<MessageView | null>;
  /** What holds. */
  readonly inspect: () => Promise<MessageView>;
}

/** The card stands there at once; it can be used when it is known to hold. */
async function show({ known, inspect }: Views): Promise<void> {
  const reader = readerNow();
  let drawn = "";
  const draw = (view: MessageView): void => {
    const words = JSON.stringify(view);
    if (words !== drawn) {
      drawn = words;
      main.replaceChildren(...messageView(view, { reader, desk, tryAgain }));
      markPainted();
    }
  };
  main.setAttribute("aria-busy", "true");
  main.inert = true;
  try {
    void drawEarly(known, (view) => {
      if (drawn === "") {
        draw(view);
      }
    });
    draw(await inspect());
  } catch (error) {
    console.error(error);
    drawn = "error";
    main.replaceChildren(errorView(error, reader));
  }
  main.inert = false;
  main.removeAttribute("aria-busy");
}

async function drawEarly(known: Views["known"], draw: (view: MessageView) => void): Promise<void> {
  try {
    const view = await known();
    if (view !== null) {
      draw(view);
    }
  } catch (error) {
    // It would only have been the sooner.
    console.warn(error);
  }
}

/** For `npm run bench:popup`: what follows a frame's callbacks comes after its painting. */
function markPainted(): void {
  requestAnimationFrame(() => {
    setTimeout(() => {
      performance.mark("card-painted");
    });
  });
}

function tryAgain(messageId: number): void {
  void show({
    known: () => Promise.resolve(null),
    inspect: () => request("inspectAgain", messageId),
  });
}

localize(document, readerNow());
showDisplayed();
