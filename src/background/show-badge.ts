import type { MessageView } from "../app/card.ts";
import type { StoredMessage, World } from "../app/ports.ts";
import { showMessage, summaryOf } from "../app/show-message.ts";
import { badge } from "../thunderbird/badge.ts";
import { badgeLook } from "./badge-look.ts";

/** The message that each tab displayed last. */
const displayed = new Map<number, StoredMessage | null>();

/** What was found when a tab displayed its message; gone with this life of the event page. */
const views = new Map<number, MessageView>();

/**
 * What a popup can show at once, while the message is inspected anew: that takes a dozen questions
 * to Thunderbird and its disk.
 */
export function viewOf(tabId: number): MessageView | null {
  return views.get(tabId) ?? null;
}

/** After a click nothing is as it was. */
export function forgetViews(): void {
  views.clear();
}

/** Lets the button tell of the message in a tab, unless another one took its place meanwhile. */
export async function showBadge(
  tabId: number,
  message: StoredMessage | null,
  world: World,
): Promise<void> {
  displayed.set(tabId, message);
  views.delete(tabId);
  const view = await showMessage(message, world);
  if (displayed.get(tabId) !== message) {
    return;
  }
  views.set(tabId, view);
  const summary = summaryOf(view);
  await (summary === null
    ? badge.clear(tabId, view.kind === "unreadable")
    : badge.show(tabId, badgeLook(summary, world.reader())));
}
