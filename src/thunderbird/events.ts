import { describe, type StoredMessage } from "./mailbox.ts";
import { messenger } from "./messenger.ts";
import { pagesOf } from "./pages-of.ts";

/*
 * Listeners of an event page have to be there when it starts: call these at the top level.
 */

/** A message is displayed in a tab; null where several or none are. */
export function onDisplay(
  show: (tabId: number, message: StoredMessage | null) => Promise<void>,
): void {
  messenger.messageDisplay.onMessagesDisplayed.addListener(((
    tab: messenger.tabs.Tab,
    list: messenger.messages.MessageList,
  ) => {
    const [message, second] = list.messages;
    const only = message !== undefined && second === undefined ? describe(message) : null;
    return show(tab.id ?? 0, only);
    // The types know Manifest V2 only, where the list is an array.
  }) as never);
}

/** A tab is gone, and its number with it. */
export function onTabClosed(forget: (tabId: number) => void): void {
  messenger.tabs.onRemoved.addListener((tabId) => {
    forget(tabId);
  });
}

/** New mail, message by message. */
export function onArrival(take: (message: StoredMessage) => Promise<void>): void {
  messenger.messages.onNewMailReceived.addListener((_folder, list) => {
    void takeAll(list, take);
  });
}

async function takeAll(
  list: messenger.messages.MessageList,
  take: (message: StoredMessage) => Promise<void>,
): Promise<void> {
  for await (const page of pagesOf(list)) {
    for (const message of page) {
      await take(describe(message));
    }
  }
}

/** Thunderbird was started (not: the event page woke up). */
export function onStartup(run: () => Promise<void>): void {
  messenger.runtime.onStartup.addListener(() => {
    void run();
  });
}

/** The add-on was just installed (not: updated). */
export function onInstall(run: () => Promise<void>): void {
  messenger.runtime.onInstalled.addListener(({ reason }) => {
    if (reason === "install") {
      void run();
    }
  });
}
