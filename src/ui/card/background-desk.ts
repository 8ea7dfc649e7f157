import browser from "webextension-polyfill";
import { request } from "../../messaging/client.ts";
import type { Desk } from "./desk.ts";

/** What a card asks for is done by the background; `refresh` shows its message anew. */
export function backgroundDesk(refresh: () => void): Desk {
  return {
    answer: (answer) => request("answer", answer),
    resend: (card) => request("resend", card),
    preview: (answer) => request("preview", answer),
    occurrences: (card, after) => request("occurrences", card, after),
    surroundings: (card) => request("surroundings", card),
    makeCalendar: (name) => request("makeCalendar", name),
    undoAnswer: (card) => request("undoAnswer", card),
    undoCalendar: (card) => request("undoCalendar", card),
    applyAgain: (card) => request("applyAgain", card),
    outcome: (card) => request("outcome", card),
    history: (card) => request("history", card),
    deleteMessage: (card) => request("deleteMessage", card),
    openLink: (url) => request("openLink", url),
    openMessage: (headerMessageId) => request("openMessage", headerMessageId),
    forgetEvent: (uid) => request("forgetEvent", uid),
    refresh,
    rulesUrl: rulesUrl(),
  };
}

/** The catalogue stands beside the sources. */
function rulesUrl(): string | null {
  // Thunderbird gives null for a key that the manifest lacks; the types know undefined only.
  const { homepage_url: home } = browser.runtime.getManifest();
  return !home ? null : `${home.replace(/\/$/, "")}/blob/main/docs/rules.md`;
}
