import {
  calendars,
  capabilities,
  hideBuiltInBar,
  onCalendarChange,
  signatures,
  transports,
  twin,
} from "#edition";
import { judgeEdited, sendEdited, abandonDraft } from "../app/edited-answer.ts";
import {
  answerInvitation,
  applyAgain,
  undoAnswer,
  undoCalendar,
  readOutcome,
  resend,
} from "../app/answer-invitation.ts";
import { deleteMessage } from "../app/delete-message.ts";
import { readInvitations, showListed } from "../app/invitations.ts";
import {
  changeSetting,
  exportLedger,
  forgetEvent,
  forgetEvents,
  importLedger,
  MAX_FOUND_EVENTS,
  offerAuthserv,
  previewImport,
  readOptions,
  resetSettings,
  takeOver,
  type OptionsWorld,
} from "../app/options.ts";
import type { SettingsStore, World } from "../app/ports.ts";
import { tellOfAnswer, tellOfMessage, tellOfWaiting, type TellWorld } from "../app/notices/tell.ts";
import { mendMemory } from "../app/mend-memory.ts";
import { moreOccurrences, previewAnswer } from "../app/preview-answer.ts";
import { foldOldEvents } from "../app/retention.ts";
import { makeScanner } from "../app/scan/scanner.ts";
import { chooseCalendar, readSettings } from "../app/settings.ts";
import { showMessage, summaryOf } from "../app/show-message.ts";
import { showSample } from "../app/sample-invitation.ts";
import { wantsWelcome } from "../app/welcome.ts";
import { clearOutbox, endWithThunderbird, recover } from "../app/settle.ts";
import { leave } from "../app/undo-window.ts";
import { noticeWords } from "../core/words/notice-words.ts";
import { uncheckedSignatures } from "../thunderbird/signatures-unchecked.ts";
import { invitationIndex } from "../ledger/invitation-index.ts";
import { forgetViews } from "../messaging/found-views.ts";
import { archive, intents, keeping, looks, memories, places, scans } from "../ledger/record.ts";
import { tellListNews } from "../messaging/news.ts";
import { serve, type Handlers } from "../messaging/server.ts";
import { alarms, onAlarm } from "../thunderbird/alarms.ts";
import { badge } from "../thunderbird/badge.ts";
import { registerBanner, unregisterBanner } from "../thunderbird/banner.ts";
import { clock } from "../thunderbird/clock.ts";
import { onCommand } from "../thunderbird/commands.ts";
import { composer } from "../thunderbird/composer.ts";
import { folders } from "../thunderbird/folders.ts";
import { identities } from "../thunderbird/identities.ts";
import { inboxes } from "../thunderbird/inboxes.ts";
import { invitationsSpace } from "../thunderbird/invitations-space.ts";
import { openLink, openPage } from "../thunderbird/links.ts";
import { mailbox } from "../thunderbird/mailbox.ts";
import { marks } from "../thunderbird/marks.ts";
import { notifications } from "../thunderbird/notifications.ts";
import { granted } from "../thunderbird/permissions.ts";
import { onDisplay, onInstall, onStartup, onTabClosed } from "../thunderbird/events.ts";
import { reader, readerIn } from "../thunderbird/reader.ts";
import { sentMessages } from "../thunderbird/sent-messages.ts";
import { settingsStore } from "../thunderbird/settings.ts";
import { claimNotice } from "../thunderbird/told-notices.ts";
import { makeCalendar, readSurroundings } from "../app/surroundings.ts";
import { announcedIndex } from "./announced-index.ts";
import { followMailbox } from "./follow-mailbox.ts";
import { Foreground } from "./foreground.ts";
import { forgetTab, showBadge, showRest } from "./show-badge.ts";
import { toldIntents } from "./told-intents.ts";

/* The composition root: who gives what to whom. Nothing is decided here. */

const world: World = {
  mailbox,
  marks,
  granted,
  signatures,
  identities,
  memories,
  index: announcedIndex(invitationIndex, tellListNews),
  intents: toldIntents(intents, (intent) => void tellOfAnswer(intent, telling)),
  transports,
  sentMessages,
  composer,
  calendars,
  clock,
  alarms,
  settings: () => readSettings(settingsStore),
  chooseCalendar: (identityId, calendarId) => chooseCalendar(identityId, calendarId, settingsStore),
  reader,
  readerIn,
  newId: () => crypto.randomUUID(),
};

const telling: TellWorld = {
  world,
  claim: claimNotice,
  show(notice) {
    const opens = notice.source;
    return notifications.show({ ...noticeWords(notice, reader()), opens });
  },
};

/** What is changed there holds at once. */
const appliedSettings: SettingsStore = {
  ...settingsStore,
  async write(values) {
    await settingsStore.write(values);
    await applyBuiltInBar();
  },
  async remove(names) {
    await settingsStore.remove(names);
    await applyBuiltInBar();
  },
};

const options: OptionsWorld = {
  store: appliedSettings,
  identities,
  archive,
  index: invitationIndex,
  inboxes,
  mailbox,
  calendars,
  granted,
  twin,
  ...capabilities,
};

/** Null: not yet asked in this life of the event page. */
let wasResting: boolean | null = null;

const foreground = new Foreground();

/** Nobody looks at the message: nothing is done that could go to the network. */
const unattended: World = { ...world, signatures: uncheckedSignatures };

const background = { world: unattended, folders, looks, turn: () => foreground.over() };

const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1000));

const scanner = makeScanner({ ...background, scans, rest });

const handlers: Handlers = {
  inspectDisplayed: async (_, tabId) =>
    (await isResting())
      ? { kind: "resting" }
      : showMessage(await mailbox.readDisplayed(tabId), world),
  inspectAgain: async (_, messageId) => showMessage(await mailbox.read(messageId), world),
  answer(_, request) {
    forgetViews();
    return answerInvitation(request, world);
  },
  preview: (_, request) => previewAnswer(request, world),
  occurrences: (_, card, after) => moreOccurrences(card, after, world),
  outcome: (_, card) => readOutcome(card, world),
  resend: (_, card) => resend(card, world),
  listInvitations: () => readInvitations(world, archive),
  inspectListed: (_, headerMessageId) => showListed(headerMessageId, world),
  surroundings: (_, card) => readSurroundings(card, world),
  makeCalendar: (_, name) => makeCalendar(name, world),
  async undoAnswer(_, card) {
    const outcome = await undoAnswer(card, world);
    forgetViews();
    tellListNews();
    return outcome;
  },
  undoCalendar: (_, card) => undoCalendar(card, world),
  applyAgain: (_, card) => applyAgain(card, world),
  deleteMessage: (_, card) => deleteMessage(card, world),
  inspectSample: () => showSample(world),
  openLink: (_, url) => openLink(url),
  openMessage: (_, headerMessageId) => mailbox.open(headerMessageId),
  banner: async ({ tabId }) =>
    tabId === null || (await isResting())
      ? null
      : summaryOf(await showMessage(await mailbox.readDisplayed(tabId), world)),
  openCard: ({ windowId }) => badge.openPopup(windowId),
  readOptions: () => readOptions(options),
  changeSetting: (_, change) => changeSetting(change, options),
  resetSettings: () => resetSettings(options),
  offerAuthserv: () => offerAuthserv(options),
  exportLedger: () => exportLedger(options),
  previewImport: (_, text) => previewImport(text, options),
  importLedger: (_, text) => importLedger(text, options),
  takeOver: () => takeOver(options),
  forgetEvents: () => forgetEvents(options),
  forgetEvent: (_, uid) => forgetEvent(uid, options),
  findEvents: (_, text) => archive.find(text, MAX_FOUND_EVENTS),
  readMemory: () => keeping.state(),
  mendMemory: () => mendMemory(keeping, scanner),
  readScan: () => scanner.read(),
  readScanAccounts: () => scanner.accounts(),
  startScan: () => scanner.start(),
  pauseScan: () => scanner.pause(),
  resumeScan: () => scanner.resume(),
  cancelScan: () => scanner.cancel(),
};

serve(handlers, (act) => foreground.during(act));

onDisplay((tabId, message) =>
  foreground.during(async () => {
    await ((await isResting()) ? showRest(tabId, world) : showBadge(tabId, message, world));
  }),
);

onTabClosed(forgetTab);

followMailbox(background, places, {
  tell: (reading) => tellOfMessage(reading, telling),
  isResting,
});

twin.listen({
  ledger: () => exportLedger(options),
  async started() {
    await isResting();
  },
});

notifications.onClick((headerMessageId) => mailbox.open(headerMessageId));

onCalendarChange(async () => {
  for (const tabId of await mailbox.tabs()) {
    await showBadge(tabId, await mailbox.readDisplayed(tabId), world);
  }
});

composer.onSend(async (edited) => {
  const verdict = await judgeEdited(edited, world);
  if (verdict.kind === "keep") {
    return { kind: "keep", page: `ui/notice/notice.html?because=${verdict.because}` };
  }
  if (verdict.kind === "send") {
    void sendEdited(verdict.intent, world);
  }
  return { kind: "close" };
});

composer.onClosed((reference) => abandonDraft(reference, world));

onAlarm(async (id) => {
  await leave(id, world);
  forgetViews();
  tellListNews();
});

onStartup(() => endWithThunderbird(world));

onInstall(async () => {
  if (await wantsWelcome(settingsStore)) {
    await openPage("ui/welcome/welcome.html");
  }
});

onCommand("invitations", () => invitationsSpace.open());

void isResting();
void twin.announce();
void applyBuiltInBar();
void recover(world)
  .then(() => clearOutbox(world))
  .then(() => tellOfWaiting(telling));

/** Whether the other edition does the work, asked anew: it can come and go at any time. */
async function isResting(): Promise<boolean> {
  const isAtWork = await twin.isAtWork();
  if (isAtWork !== wasResting) {
    wasResting = isAtWork;
    await (isAtWork ? layDown() : takeUp());
  }
  return isAtWork;
}

async function takeUp(): Promise<void> {
  void scanner.wake();
  void foldOldEvents({ ...background, archive });
  await Promise.all([invitationsSpace.add(), registerBanner()]);
}

async function layDown(): Promise<void> {
  forgetViews();
  await Promise.all([invitationsSpace.remove(), unregisterBanner()]);
}

async function applyBuiltInBar(): Promise<void> {
  await hideBuiltInBar((await readSettings(settingsStore)).hideBuiltInBar);
}
