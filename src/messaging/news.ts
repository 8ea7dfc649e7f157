import browser from "webextension-polyfill";

/*
 * The one thing that pages hear without asking: the list of invitations is another one now. What it
 * is like has to be asked for.
 */
const NEWS = "list-changed";

/** Tells every page that is open. */
export function tellListNews(): void {
  browser.runtime.sendMessage({ news: NEWS }).catch(() => {
    // Nobody is there to hear it.
  });
}

/** While mail is read in the background, the list changes many times a second. */
const CALM = 1000;

/** Calls `hear` after news; of many in a row, once. */
export function onListNews(hear: () => void): void {
  let waiting: ReturnType<typeof setTimeout> | null = null;
  browser.runtime.onMessage.addListener((message: unknown) => {
    const isNews = typeof message === "object" && message !== null && "news" in message;
    if (isNews && message.news === NEWS) {
      waiting ??= setTimeout(() => {
        waiting = null;
        hear();
      }, CALM);
    }
    return undefined;
  });
}
