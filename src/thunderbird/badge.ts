import { messenger } from "./messenger.ts";

/** How the button in the message header looks in one tab. */
export interface BadgeLook {
  /** "" for none. */
  readonly text: string;
  readonly title: string;
  readonly background: string;
  readonly color: string;
  /** Path inside the add-on. */
  readonly icon: string;
}

export const badge = {
  async show(tabId: number, look: BadgeLook): Promise<void> {
    const action = messenger.messageDisplayAction;
    await Promise.all([
      action.setBadgeText({ tabId, text: look.text }),
      action.setBadgeBackgroundColor({ tabId, color: look.background }),
      action.setBadgeTextColor({ tabId, color: look.color }),
      action.setTitle({ tabId, title: look.title }),
      action.setIcon({ tabId, path: look.icon }),
      action.setPopup({ tabId, popup: popupOf(tabId) }),
      action.enable(tabId),
    ]);
  },

  /** As the manifest says; off where the popup would have nothing to tell of the message. */
  async clear(tabId: number, isEnabled: boolean): Promise<void> {
    const action = messenger.messageDisplayAction;
    await Promise.all([
      action.setBadgeText({ tabId, text: null }),
      action.setBadgeBackgroundColor({ tabId, color: null }),
      action.setBadgeTextColor({ tabId, color: null }),
      action.setTitle({ tabId, title: null }),
      action.setIcon({ tabId }),
      action.setPopup({ tabId, popup: popupOf(tabId) }),
      isEnabled ? action.enable(tabId) : action.disable(tabId),
    ]);
  },

  async openPopup(windowId: number | null): Promise<void> {
    await messenger.messageDisplayAction.openPopup(windowId === null ? {} : { windowId });
  },
};

/** The popup knows its tab before it has asked. */
function popupOf(tabId: number): string {
  return `/ui/popup/popup.html?tab=${tabId}`;
}
