import { calendars, capabilities, hideBuiltInBar, signatures, transports, twin } from "#edition";
import { tellOfAnswer, type TellWorld } from "../app/notices/tell.ts";
import type { OptionsWorld } from "../app/options.ts";
import type { SettingsStore, World } from "../app/ports.ts";
import { makeScanner } from "../app/scan/scanner.ts";
import { chooseCalendar, readSettings } from "../app/settings.ts";
import { noticeWords } from "../core/words/notice-words.ts";
import { invitationIndex } from "../ledger/invitation-index.ts";
import { archive, intents, looks, memories, scans } from "../ledger/record.ts";
import { tellListNews } from "../messaging/news.ts";
import { alarms } from "../thunderbird/alarms.ts";
import { clock } from "../thunderbird/clock.ts";
import { composer } from "../thunderbird/composer.ts";
import { folders } from "../thunderbird/folders.ts";
import { identities } from "../thunderbird/identities.ts";
import { inboxes } from "../thunderbird/inboxes.ts";
import { closedMailbox, mailbox } from "../thunderbird/mailbox.ts";
import { marks } from "../thunderbird/marks.ts";
import { notifications } from "../thunderbird/notifications.ts";
import { granted } from "../thunderbird/permissions.ts";
import { reader, readerIn } from "../thunderbird/reader.ts";
import { sentMessages } from "../thunderbird/sent-messages.ts";
import { settingsStore } from "../thunderbird/settings.ts";
import { uncheckedSignatures } from "../thunderbird/signatures-unchecked.ts";
import { claimNotice } from "../thunderbird/told-notices.ts";
import { announcedIndex } from "./announced-index.ts";
import { Foreground } from "./foreground.ts";
import { toldIntents } from "./told-intents.ts";

/* What each use case is given: who gives what to whom. Nothing is decided here. */

export const world: World = {
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

export const telling: TellWorld = {
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

export const options: OptionsWorld = {
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

export const foreground = new Foreground();

/** Nobody opened its card: what is encrypted stays so, or a PIN would be asked for. */
export const unasked: World = { ...world, mailbox: closedMailbox };

/** Nobody looks at the message: nothing is done that could go to the network either. */
const unattended: World = { ...unasked, signatures: uncheckedSignatures };

export const background = {
  world: unattended,
  folders,
  looks,
  turn: (): Promise<void> => foreground.over(),
};

const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1000));

export const scanner = makeScanner({ ...background, scans, rest });

/** As the settings say, whenever they change. */
export async function applyBuiltInBar(): Promise<void> {
  await hideBuiltInBar((await readSettings(settingsStore)).hideBuiltInBar);
}
