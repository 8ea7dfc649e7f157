import type { Page } from "puppeteer-core";

import { showSample } from "../../src/app/sample-invitation.ts";
import type { ScanView } from "../../src/app/scan/scan.ts";
import { manyRows } from "../ui/invitations/rows.ts";
import { optionsScenes, running, scanAccounts } from "../ui/gallery/options-scenes.ts";
import { backgroundFor } from "./page-background.ts";
import { readerOf, type Answers, type Look } from "./page-browser.ts";

/** A page beside the popup, in one of its states. */
export interface PageState {
  readonly name: string;
  readonly path: string;
  readonly answers: (look: Look) => Promise<Answers>;
  /** What the user did until the page looked so. */
  readonly act?: (page: Page) => Promise<void>;
}

const NEVER_SCANNED: ScanView = {
  ...running,
  state: "never",
  done: 0,
  total: 0,
  counts: { read: 0, found: 0, tooLarge: 0, unreadable: 0 },
  remainingMs: null,
};

const FINISHED: ScanView = {
  ...running,
  state: "finished",
  done: running.total,
  remainingMs: null,
  endedAt: Date.parse("2026-11-30T07:00:00Z"),
};

const soon =
  <Value>(value: Value) =>
  (): Promise<Value> =>
    Promise.resolve(value);

const INVITATIONS = "ui/invitations/invitations.html";

/** The list, whose rows all open the same card. */
function listOf(rows: number, scan: ScanView = NEVER_SCANNED): PageState["answers"] {
  return async (look) => {
    const { handlers } = await backgroundFor("budget-request", readerOf(look));
    return {
      ...handlers,
      listInvitations: soon(manyRows(rows)),
      inspectListed: handlers.inspectDisplayed,
      surroundings: soon(null),
      readScan: soon(scan),
    };
  };
}

async function showAll(page: Page): Promise<void> {
  await page.click('[data-show="all"]');
}

async function search(page: Page, text: string): Promise<void> {
  await showAll(page);
  await page.type('[data-field="search"]', text);
}

/** Found and clicked in one go: rows may be drawn anew at any time. */
async function clickRow(page: Page, selector: string): Promise<void> {
  await page.waitForSelector(selector);
  await page.evaluate((wanted) => {
    document.querySelector<HTMLElement>(wanted)?.click();
  }, selector);
}

async function openFirst(page: Page): Promise<void> {
  await clickRow(page, ".row .row-main");
  await page.waitForSelector(".detail [data-invitation]");
}

async function previewBatch(page: Page): Promise<void> {
  await clickRow(page, ".row input:not(:checked)");
  await clickRow(page, ".row input:not(:checked)");
  await page.click('[data-batch="accept"]');
  await page.waitForSelector(".preview-lines");
}

/** The same page, where storage fails. */
function forgetful(answers: PageState["answers"]): PageState["answers"] {
  return async (look) => ({ ...(await answers(look)), readMemory: soon("damaged") });
}

async function waitForMemory(page: Page): Promise<void> {
  await page.waitForSelector("[data-memory]");
}

const INVITATIONS_STATES: readonly PageState[] = [
  { name: "no invitations", path: INVITATIONS, answers: listOf(0) },
  { name: "all invitations", path: INVITATIONS, answers: listOf(200), act: showAll },
  {
    name: "invitations found",
    path: INVITATIONS,
    answers: listOf(200),
    act: (page) => search(page, "budget"),
  },
  {
    name: "no invitations found",
    path: INVITATIONS,
    answers: listOf(200),
    act: (page) => search(page, "nothing like it"),
  },
  { name: "an invitation of the list", path: INVITATIONS, answers: listOf(200), act: openFirst },
  {
    name: "answers to several, before they leave",
    path: INVITATIONS,
    answers: listOf(200),
    act: previewBatch,
  },
  { name: "invitations while mail is read", path: INVITATIONS, answers: listOf(200, running) },
  {
    name: "invitations while nothing is remembered",
    path: INVITATIONS,
    answers: forgetful(listOf(200)),
    act: waitForMemory,
  },
];

const OPTIONS_STATES: readonly PageState[] = Object.entries(optionsScenes).map(
  ([name, options]) => ({
    name: `options, ${name}`,
    path: "ui/options/options.html",
    answers: soon({
      readOptions: soon(options),
      readScan: soon(name === "first-day" ? NEVER_SCANNED : running),
      readScanAccounts: soon(scanAccounts),
      offerAuthserv: soon([{ id: "mx.example.org", messages: 18 }]),
    }),
  }),
);

const FORGETFUL_OPTIONS: readonly PageState[] = OPTIONS_STATES.slice(0, 1).map((state) => ({
  ...state,
  name: "options while nothing is remembered",
  answers: forgetful(state.answers),
  act: waitForMemory,
}));

/** The first page, with what the scan says. */
function welcome(scan: ScanView): PageState["answers"] {
  return async (look) => {
    const { world } = await backgroundFor("ordinary", readerOf(look));
    return {
      readScan: soon(scan),
      listInvitations: soon(manyRows(40)),
      inspectSample: () => showSample(world),
    };
  };
}

const WELCOME = "ui/welcome/welcome.html";

const WELCOME_STATES: readonly PageState[] = [
  { name: "the first page", path: WELCOME, answers: welcome(NEVER_SCANNED) },
  { name: "the first page after the scan", path: WELCOME, answers: welcome(FINISHED) },
  {
    name: "the first page with its invitation",
    path: WELCOME,
    answers: welcome(NEVER_SCANNED),
    async act(page) {
      await page.click('[data-action="try"]');
      await page.waitForSelector("[data-invitation]");
    },
  },
];

/** Every page but the popup, in every state. */
export const PAGE_STATES: readonly PageState[] = [
  ...INVITATIONS_STATES,
  ...OPTIONS_STATES,
  ...FORGETFUL_OPTIONS,
  ...WELCOME_STATES,
  {
    name: "the notice beside the composer",
    path: "ui/notice/notice.html?because=recipients",
    answers: soon({}),
  },
];
