import type { StoredMessage, World } from "../app/ports.ts";
import { showMessage, summaryOf } from "../app/show-message.ts";
import { keepView } from "../messaging/found-views.ts";
import { badge } from "../thunderbird/badge.ts";
import { badgeLook, restingLook } from "./badge-look.ts";

/** The message that each tab displayed last. */
const displayed = new Map<number, StoredMessage | null>();

/** Lets the button tell of the message in a tab, unless another one took its place meanwhile. */
export async function showBadge(
  tabId: number,
  message: StoredMessage | null,
  world: World,
): Promise<void> {
  displayed.set(tabId, message);
  keepView(tabId, null);
  const view = await showMessage(message, world);
  if (displayed.get(tabId) !== message) {
    return;
  }
  keepView(tabId, view);
  const summary = summaryOf(view);
  await (summary === null
    ? badge.clear(tabId, view.kind === "unreadable")
    : badge.show(tabId, badgeLook(summary, world.reader())));
}

export function forgetTab(tabId: number): void {
  displayed.delete(tabId);
  keepView(tabId, null);
}

/** Lets the button say that the other edition does the work. */
export async function showRest(tabId: number, { reader }: World): Promise<void> {
  displayed.set(tabId, null);
  keepView(tabId, null);
  await badge.show(tabId, restingLook(reader()));
}
