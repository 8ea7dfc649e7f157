import { readHistory } from "../app/answer-history.ts";
import {
  answerInvitation,
  applyAgain,
  readOutcome,
  resend,
  undoAnswer,
  undoCalendar,
} from "../app/answer-invitation.ts";
import { deleteMessage } from "../app/delete-message.ts";
import { readInvitations, showListed } from "../app/invitations.ts";
import { mendMemory } from "../app/mend-memory.ts";
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
} from "../app/options.ts";
import { moreOccurrences, previewAnswer } from "../app/preview-answer.ts";
import { showSample } from "../app/sample-invitation.ts";
import { showMessage, summaryOf } from "../app/show-message.ts";
import { makeCalendar, readSurroundings } from "../app/surroundings.ts";
import { archive, keeping } from "../ledger/record.ts";
import { forgetViews } from "../messaging/found-views.ts";
import { tellListNews } from "../messaging/news.ts";
import type { Handlers } from "../messaging/server.ts";
import { badge } from "../thunderbird/badge.ts";
import { openLink } from "../thunderbird/links.ts";
import { mailbox } from "../thunderbird/mailbox.ts";
import { isResting } from "./resting.ts";
import { options, scanner, unasked, world } from "./worlds.ts";

/** Which use case answers which request of a page. */
export const handlers: Handlers = {
  inspectDisplayed: async (_, tabId) =>
    (await isResting())
      ? { kind: "resting" }
      : showMessage(await mailbox.readDisplayed(tabId), world),
  async inspectAgain(_, messageId) {
    const [message, isDisplayed] = await Promise.all([
      mailbox.read(messageId),
      mailbox.isDisplayed(messageId),
    ]);
    return showMessage(message, isDisplayed ? world : unasked);
  },
  answer(_, request) {
    forgetViews();
    return answerInvitation(request, world);
  },
  preview: (_, request) => previewAnswer(request, world),
  occurrences: (_, card, after) => moreOccurrences(card, after, world),
  outcome: (_, card) => readOutcome(card, world),
  history: (_, card) => readHistory(card, world),
  resend: (_, card) => resend(card, world),
  listInvitations: () => readInvitations(world, archive),
  inspectListed: (_, headerMessageId) => showListed(headerMessageId, unasked),
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
      : summaryOf(await showMessage(await mailbox.readDisplayed(tabId), unasked)),
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
