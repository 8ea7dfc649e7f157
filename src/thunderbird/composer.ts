import type { Edited } from "../app/edited-answer.ts";
import type { Composer } from "../app/ports.ts";
import { messenger } from "./messenger.ts";

/** What the window opens with. */
type Draft = Parameters<Composer["open"]>[0];
type Details = messenger.compose.ComposeDetails;
type Tab = messenger.tabs.Tab;

/** Close the window, since the answer is on its way; or keep it, and say why. */
export type Verdict = { readonly kind: "close" } | { readonly kind: "keep"; readonly page: string };

/** storage.session outlives the event page, and ends with the windows. */
const keyOf = (tabId: number): string => `composer-${tabId}`;

export const composer = {
  /** Opens Thunderbird's own window for writing. */
  async open({ messageId, identityId, to, subject, text, reference }: Draft): Promise<void> {
    const details: Details = { identityId, to, subject, isPlainText: true, plainTextBody: text };
    const tab = await messenger.compose.beginReply(messageId, "replyToSender", details);
    await messenger.storage.session.set({ [keyOf(tab.id ?? 0)]: reference });
  },

  /** To be called when the event page starts: `judge` is asked when the user presses Send. */
  onSend(judge: (edited: Edited) => Promise<Verdict>): void {
    const listener = async (tab: Tab, details: Details): Promise<{ cancel?: boolean }> => {
      const tabId = tab.id ?? 0;
      const stored = await messenger.storage.session.get(keyOf(tabId));
      const reference: unknown = stored[keyOf(tabId)];
      if (typeof reference !== "string") {
        return {};
      }
      const verdict = await judge(await readEdited(tabId, details, reference));
      // The window can only be closed once it knows that its own sending is cancelled.
      setTimeout(() => {
        void (verdict.kind === "close" ? close(tabId) : explain(verdict.page));
      });
      return { cancel: true };
    };
    // The types know synchronous listeners only.
    messenger.compose.onBeforeSend.addListener(listener as never);
  },

  /** To be called when the event page starts: a window of ours was closed, sent or not. */
  onClosed(take: (reference: string) => Promise<void>): void {
    messenger.tabs.onRemoved.addListener((tabId) => {
      void forget(tabId, take);
    });
  },
};

async function forget(tabId: number, take: (reference: string) => Promise<void>): Promise<void> {
  const stored = await messenger.storage.session.get(keyOf(tabId));
  const reference: unknown = stored[keyOf(tabId)];
  if (typeof reference === "string") {
    await messenger.storage.session.remove(keyOf(tabId));
    await take(reference);
  }
}

async function readEdited(tabId: number, details: Details, reference: string): Promise<Edited> {
  const attachments = await messenger.compose.listAttachments(tabId);
  const recipients = [details.to, details.cc, details.bcc, details.newsgroups].flat();
  return {
    reference,
    identityId: details.identityId ?? "",
    recipients: recipients.filter((recipient) => typeof recipient === "string"),
    subject: details.subject ?? "",
    text: details.plainTextBody ?? "",
    attachmentCount: attachments.length,
  };
}

/** Without the question whether to save a draft. */
async function close(tabId: number): Promise<void> {
  await messenger.compose.setComposeDetails(tabId, { isModified: false });
  await messenger.tabs.remove(tabId);
  await messenger.storage.session.remove(keyOf(tabId));
}

async function explain(page: string): Promise<void> {
  await messenger.windows.create({ type: "popup", url: page, width: 480, height: 240 });
}
