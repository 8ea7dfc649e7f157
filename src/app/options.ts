import { mergeMemories, parseLedger, printLedger, type LedgerFile } from "../core/itip/ledger.ts";
import { readMail } from "../core/mail/read-mail.ts";
import { authservIdOf } from "../core/people/authserv-id.ts";
import type { CalendarChoice } from "./card.ts";
import { isUsable } from "./choose-calendar.ts";
import type {
  Archive,
  Calendars,
  Granted,
  Identities,
  Identity,
  Inboxes,
  InvitationIndex,
  Mailbox,
  Settings,
  SettingsStore,
} from "./ports.ts";
import { missingPermissions, type MissingPermissions } from "./permissions.ts";
import type { Refusal } from "./judged-change.ts";
import {
  judgeChange,
  resolveSettings,
  SETTING_NAMES,
  type SettingName,
  type SettingsChange,
} from "./settings.ts";

/** The other edition, where both are installed. */
export interface Twin {
  isAtWork(): Promise<boolean>;
  isResting(): Promise<boolean>;
  /** What it knows; null where it cannot be asked. */
  readLedger(): Promise<string | null>;
}

/** What the options page needs of the world. */
export interface OptionsWorld {
  readonly store: SettingsStore;
  readonly identities: Identities;
  readonly archive: Archive;
  readonly index: Pick<InvitationIndex, "keepOnly">;
  readonly inboxes: Inboxes;
  readonly mailbox: Mailbox;
  /** Null where Thunderbird's calendars cannot be reached. */
  readonly calendars: () => Promise<Calendars | null>;
  readonly granted: () => Promise<Granted>;
  readonly twin: Twin;
  /** An answer leaves at once, without a wait in the Outbox. */
  readonly sendsAtOnce: boolean;
  readonly hidesBuiltInBar: boolean;
}

/** What the options page shows. */
export interface OptionsView {
  readonly settings: Settings;
  /** Set by an administrator. */
  readonly locked: readonly SettingName[];
  /** Of the other edition: it does the work, it rests, or (null) it is not there. */
  readonly twin: "at-work" | "resting" | null;
  /** What has to be allowed before a setting does anything. */
  readonly missing: MissingPermissions;
  /** Addresses of the identities that Thunderbird knows, each once. */
  readonly own: readonly string[];
  readonly identities: readonly Pick<Identity, "id" | "email">[];
  /** Those that an event can go into; null where none can be reached. */
  readonly calendars: readonly CalendarChoice[] | null;
  readonly sendsAtOnce: boolean;
  /** Thunderbird's own bar above invitations can be hidden. */
  readonly hidesBuiltInBar: boolean;
  /** How many events are remembered. */
  readonly events: number;
}

export type ChangeResult =
  | { readonly kind: "saved"; readonly options: OptionsView }
  | { readonly kind: "refused"; readonly because: Refusal };

export async function readOptions(world: OptionsWorld): Promise<OptionsView> {
  const { settings, locked } = resolveSettings(await world.store.read());
  const identities = (await world.identities.list()).map(({ id, email }) => ({ id, email }));
  const { sendsAtOnce, hidesBuiltInBar } = world;
  return {
    settings,
    locked,
    twin: await stateOf(world.twin),
    missing: missingPermissions(await world.granted()),
    own: addressesOf(identities),
    identities,
    calendars: await usableCalendars(world),
    sendsAtOnce,
    hidesBuiltInBar,
    events: await world.archive.count(),
  };
}

async function stateOf(twin: Twin): Promise<OptionsView["twin"]> {
  if (await twin.isAtWork()) {
    return "at-work";
  }
  return (await twin.isResting()) ? "resting" : null;
}

function addressesOf(identities: OptionsView["identities"]): readonly string[] {
  return [...new Set(identities.map(({ email }) => email))];
}

async function usableCalendars(world: OptionsWorld): Promise<OptionsView["calendars"]> {
  const calendars = await world.calendars();
  const all = await calendars?.list();
  return all?.filter(isUsable).map(({ id, name, color }) => ({ id, name, color })) ?? null;
}

export async function changeSetting(
  change: SettingsChange,
  world: OptionsWorld,
): Promise<ChangeResult> {
  const resolved = resolveSettings(await world.store.read());
  const judged = judgeChange(change, resolved, addressesOf(await world.identities.list()));
  if (judged.kind === "refused") {
    return judged;
  }
  await world.store.write(judged.values);
  return { kind: "saved", options: await readOptions(world) };
}

/** Everything as on the first day; the record of events stays. */
export async function resetSettings(world: OptionsWorld): Promise<OptionsView> {
  await world.store.remove(SETTING_NAMES);
  return readOptions(world);
}

/** A server that wrote the topmost Authentication-Results of recent mail. */
export interface AuthservOffer {
  readonly id: string;
  /** Of how many messages. */
  readonly messages: number;
}

/** Messages looked at: enough to tell the user's own server from one that stood in once. */
const RECENT_MESSAGES = 20;

/** The servers that recent mail names, the most frequent first. */
export async function offerAuthserv(world: OptionsWorld): Promise<readonly AuthservOffer[]> {
  const counts = new Map<string, number>();
  for (const messageId of await world.inboxes.newest(RECENT_MESSAGES)) {
    const id = await topmostAuthserv(messageId, world);
    if (id !== null) {
      counts.set(id, (counts.get(id) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([id, messages]) => ({ id, messages }))
    .sort((a, b) => b.messages - a.messages);
}

/** Lower case: that is how ids are compared. */
async function topmostAuthserv(
  messageId: number,
  { mailbox }: OptionsWorld,
): Promise<string | null> {
  try {
    const { envelope } = readMail(await mailbox.readRaw(messageId));
    return authservIdOf(envelope.authenticationResults[0] ?? "")?.toLowerCase() ?? null;
  } catch (error) {
    console.warn("Convene: a message cannot be read.", error);
    return null;
  }
}

/** The record as a file, in the format of the command line's `--ledger`. */
export async function exportLedger({ archive }: OptionsWorld): Promise<string> {
  return printLedger(await archive.all());
}

/** What a file brings. */
export type ImportView =
  | {
      readonly kind: "readable";
      readonly events: number;
      /** Of these, how many nothing was known of. */
      readonly added: number;
      /** Of the others, how many the file tells something new about. */
      readonly completed: number;
    }
  | Extract<LedgerFile, { kind: "unreadable" }>;

/** Tells what an import would do. */
export async function previewImport(text: string, world: OptionsWorld): Promise<ImportView> {
  const file = parseLedger(text);
  if (file.kind === "unreadable") {
    return file;
  }
  const known = await world.archive.all();
  const shared = [...file.ledger].flatMap(([uid, memory]) => {
    const here = known.get(uid);
    return here === undefined ? [] : [{ here, both: mergeMemories(here, memory) }];
  });
  const completed = shared.filter(
    ({ here, both }) =>
      both.facts.length > here.facts.length || both.decisions.length > here.decisions.length,
  );
  const events = file.ledger.size;
  return { kind: "readable", events, added: events - shared.length, completed: completed.length };
}

/** Adds what a file says to what is known; nothing is replaced. */
export async function importLedger(text: string, world: OptionsWorld): Promise<ImportView> {
  const view = await previewImport(text, world);
  const file = parseLedger(text);
  if (file.kind === "ledger") {
    await world.archive.merge(file.ledger);
  }
  return view;
}

/** Adds what the other edition knows; null where it cannot be asked. */
export async function takeOver(world: OptionsWorld): Promise<ImportView | null> {
  const text = await world.twin.readLedger();
  return text === null ? null : importLedger(text, world);
}

/** Forgets all events and answers, except those that are still on their way. */
export async function forgetEvents({ archive, index }: OptionsWorld): Promise<void> {
  await archive.clear();
  await index.keepOnly(new Set());
}

/** Found at once: more would be another word to look for. */
export const MAX_FOUND_EVENTS = 20;

/** Forgets one event, its answers and where its messages are; what is still on its way is kept. */
export async function forgetEvent(uid: string, { archive, index }: OptionsWorld): Promise<void> {
  await archive.forget(uid);
  await index.keepOnly(new Set(await archive.uids()));
}
