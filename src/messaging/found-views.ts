import browser from "webextension-polyfill";
import type { MessageView } from "../app/card.ts";

/*
 * What was found when a tab displayed its message: the popup shows it while the message is
 * inspected anew, which takes a dozen questions to Thunderbird and its disk. Two places hold it,
 * and neither is the disk. The window of the event page, which lives in the process of the popup
 * and is read without a wait, so that the panel opens with the card in it; and storage.session,
 * which outlives the event page.
 */

type Found = Map<number, MessageView>;

declare global {
  /** In the event page alone. */
  var foundViews: Found | undefined;
}

const KEY = "found-";

/** In the event page: what a tab's message was found to be; null while it is being inspected. */
export function keepView(tabId: number, view: MessageView | null): void {
  const found = (globalThis.foundViews ??= new Map());
  const key = `${KEY}${tabId}`;
  if (view === null) {
    found.delete(tabId);
    settle(browser.storage.session.remove(key));
  } else {
    found.set(tabId, view);
    settle(browser.storage.session.set({ [key]: view }));
  }
}

/** In the event page: after a click nothing is as it was. */
export function forgetViews(): void {
  globalThis.foundViews?.clear();
  settle(
    browser.storage.session.get().then(async (all) => {
      const keys = Object.keys(all).filter((key) => key.startsWith(KEY));
      await browser.storage.session.remove(keys);
    }),
  );
}

/** In the popup, at once; null where the event page has not seen the tab in this life. */
export function viewAtHand(tabId: number): MessageView | null {
  const page = browser.extension.getBackgroundPage() as { foundViews?: Found } | null;
  return page?.foundViews?.get(tabId) ?? null;
}

/** In the popup: what an earlier life of the event page has found. */
export async function keptView(tabId: number): Promise<MessageView | null> {
  const key = `${KEY}${tabId}`;
  try {
    const kept = await browser.storage.session.get(key);
    return (kept[key] as MessageView | undefined) ?? null;
  } catch (error) {
    console.warn(error);
    return null;
  }
}

/** The popup is a little slower without it. */
function settle(storing: Promise<void>): void {
  storing.catch((error: unknown) => {
    console.warn(error);
  });
}
