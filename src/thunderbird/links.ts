import { messenger } from "./messenger.ts";

/** Schemes that may leave for the browser; everything else a message names stays text. */
const OPENED: readonly string[] = ["https:", "http:"];

/** Opens a link in the user's browser; only ever after a click on it. */
export async function openLink(url: string): Promise<void> {
  if (URL.canParse(url) && OPENED.includes(new URL(url).protocol)) {
    await messenger.windows.openDefaultBrowser(url);
  }
}

/** A page of the add-on's own, in a tab. */
export async function openPage(path: string): Promise<void> {
  await messenger.tabs.create({ url: messenger.runtime.getURL(path) });
}
