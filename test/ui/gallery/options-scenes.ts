import type { OptionsView } from "../../../src/app/options.ts";
import type { ScanAccount, ScanView } from "../../../src/app/scan/scan.ts";
import { DEFAULTS } from "../../../src/app/settings.ts";

/* Made-up data for the options page. */

export const firstDay: OptionsView = {
  settings: DEFAULTS,
  locked: [],
  missing: {},
  twin: null,
  own: ["mia@example.org", "mia.example@work.example.com"],
  identities: [
    { id: "id1", email: "mia@example.org" },
    { id: "id2", email: "mia.example@work.example.com" },
  ],
  calendars: null,
  sendsAtOnce: false,
  hidesBuiltInBar: false,
  events: 0,
};

const chosen = {
  ...DEFAULTS,
  aliases: ["team@example.org", `${"very-long-name-".repeat(9)}@example.org`],
  authserv: "mx.example.org",
  attachCopy: true,
  templates: ["I will be a few minutes late.", "I am on holiday until Monday. ".repeat(9)],
};

/** Every state of the options page, by name. */
export const optionsScenes: Readonly<Record<string, OptionsView>> = {
  "first-day": firstDay,
  chosen: { ...firstDay, settings: chosen, events: 1234 },
  locked: {
    ...firstDay,
    settings: chosen,
    locked: ["aliases", "authserv", "attachCopy", "templates", "replyLanguage"],
  },
  calendars: {
    ...firstDay,
    settings: { ...chosen, calendars: { id1: "work", id2: "gone" }, declinedEvents: "remove" },
    calendars: [
      { id: "home", name: "Home", color: "#3366cc" },
      { id: "work", name: "Größe – 予算", color: "#c03030" },
    ],
    sendsAtOnce: true,
    hidesBuiltInBar: true,
    events: 1234,
  },
  "at-once": { ...firstDay, own: [], sendsAtOnce: true, events: 1 },
};

/** How far the reading of the mail that is already there has come. */
export const running: ScanView = {
  state: "running",
  done: 4_200,
  total: 15_400,
  counts: { read: 4_100, found: 212, tooLarge: 1, unreadable: 12 },
  remainingMs: 200_000,
  endedAt: null,
  problem: null,
};

export const scanAccounts: readonly ScanAccount[] = [
  {
    id: "account1",
    name: "me@example.org",
    folders: [
      { id: "1", path: "Inbox", messages: 12_000, isSent: false },
      { id: "2", path: "Sent", messages: 3_400, isSent: true },
    ],
  },
];
