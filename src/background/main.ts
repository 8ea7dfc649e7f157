import { onCalendarChange, twin } from "#edition";
import { abandonDraft, judgeEdited, sendEdited } from "../app/edited-answer.ts";
import { tellOfMessage, tellOfWaiting } from "../app/notices/tell.ts";
import { exportLedger } from "../app/options.ts";
import { clearOutbox, endWithThunderbird, recover } from "../app/settle.ts";
import { leave } from "../app/undo-window.ts";
import { wantsWelcome } from "../app/welcome.ts";
import { places } from "../ledger/record.ts";
import { forgetViews } from "../messaging/found-views.ts";
import { tellListNews } from "../messaging/news.ts";
import { serve } from "../messaging/server.ts";
import { onAlarm } from "../thunderbird/alarms.ts";
import { onCommand } from "../thunderbird/commands.ts";
import { composer } from "../thunderbird/composer.ts";
import { onDisplay, onInstall, onStartup, onTabClosed } from "../thunderbird/events.ts";
import { invitationsSpace } from "../thunderbird/invitations-space.ts";
import { openPage } from "../thunderbird/links.ts";
import { mailbox } from "../thunderbird/mailbox.ts";
import { notifications } from "../thunderbird/notifications.ts";
import { settingsStore } from "../thunderbird/settings.ts";
import { followMailbox } from "./follow-mailbox.ts";
import { handlers } from "./handlers.ts";
import { isResting } from "./resting.ts";
import { forgetTab, showBadge, showRest } from "./show-badge.ts";
import {
  applyBuiltInBar,
  background,
  foreground,
  options,
  scanner,
  telling,
  unasked,
  world,
} from "./worlds.ts";

/* What happens when something happens: listeners, at the top level, wake the event page. */

serve(handlers, (act) => foreground.during(act));

onDisplay((tabId, message) =>
  foreground.during(async () => {
    await ((await isResting()) ? showRest(tabId, world) : showBadge(tabId, message, unasked));
  }),
);

onTabClosed(forgetTab);

followMailbox(background, places, {
  tell: (reading) => tellOfMessage(reading, telling),
  grown: (folderId) => scanner.grown(folderId),
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
    await showBadge(tabId, await mailbox.readDisplayed(tabId), unasked);
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
