import { isAddrSpec, sameAddress } from "../core/mail/address.ts";
import { isAuthservId } from "../core/people/authserv-id.ts";
import { readAliasIdentities, withIdentity, type IdentityOfAlias } from "./alias-identities.ts";
import {
  judgeMailboxChange,
  readLeftOut,
  readMonths,
  type MailboxChange,
} from "./mailbox-settings.ts";
import { readCalendars, withCalendar, type CalendarOfIdentity } from "./calendar-settings.ts";
import type { JudgedChange } from "./judged-change.ts";
import type { Settings, SettingsStore } from "./ports.ts";
import { readUndoSeconds, withUndoSeconds } from "./sending-settings.ts";
import { readOneOf, readSwitch, type ChoiceChange, type SwitchChange } from "./switches.ts";
import { readTemplates, withoutTemplate, withTemplate } from "./templates.ts";

/** What holds where nothing was chosen (docs/settings.md). */
export const DEFAULTS: Settings = {
  aliases: [],
  aliasIdentities: {},
  authserv: null,
  undoSeconds: 5,
  askBeforeSending: false,
  alwaysEdit: false,
  attachCopy: false,
  transport: "now",
  sentCopies: "identity",
  markRead: true,
  tagAnswered: false,
  trashAnswered: false,
  notifyCancelled: false,
  notifyChanged: false,
  notifyNotLeft: true,
  templates: [],
  replyLanguage: "user",
  scanMonths: 12,
  scanLeftOut: [],
  retentionMonths: 12,
  calendars: {},
  declinedEvents: "keep",
  cancelledEvents: "mark",
  hideBuiltInBar: false,
};

export type SettingName = keyof Settings;

/** Addresses of one person: more are a directory, and every guest is compared with every one. */
export const MAX_ALIASES = 100;

/** What a stored value means; undefined where it means nothing, so that the default holds. */
type ReadValue<Name extends SettingName> = (value: unknown) => Settings[Name] | undefined;

const READERS: { readonly [Name in SettingName]: ReadValue<Name> } = {
  aliases: readAliases,
  aliasIdentities: readAliasIdentities,
  authserv: (value) =>
    value === null || (typeof value === "string" && isAuthservId(value)) ? value : undefined,
  undoSeconds: readUndoSeconds,
  askBeforeSending: readSwitch,
  alwaysEdit: readSwitch,
  attachCopy: readSwitch,
  transport: readOneOf("now", "outbox"),
  sentCopies: readOneOf("identity", "never"),
  markRead: readSwitch,
  tagAnswered: readSwitch,
  trashAnswered: readSwitch,
  notifyCancelled: readSwitch,
  notifyChanged: readSwitch,
  notifyNotLeft: readSwitch,
  templates: readTemplates,
  replyLanguage: readOneOf("user", "invitation"),
  scanMonths: readMonths,
  scanLeftOut: readLeftOut,
  retentionMonths: readMonths,
  calendars: readCalendars,
  declinedEvents: readOneOf("keep", "remove"),
  cancelledEvents: readOneOf("mark", "remove"),
  hideBuiltInBar: readSwitch,
};

export const SETTING_NAMES = Object.keys(READERS) as readonly SettingName[];

export interface ResolvedSettings {
  readonly settings: Settings;
  /** Those that an administrator set. */
  readonly locked: readonly SettingName[];
}

/** What holds: what an administrator set, else what the user chose, else the default. */
export function resolveSettings({ stored, managed }: StoredSettings): ResolvedSettings {
  return {
    settings: { ...DEFAULTS, ...readAll(stored), ...readAll(managed) },
    locked: Object.keys(readAll(managed)) as readonly SettingName[],
  };
}

type StoredSettings = Awaited<ReturnType<SettingsStore["read"]>>;

/** The values that can be used; a text or list that cannot is as if it were not there. */
function readAll(values: Readonly<Record<string, unknown>>): Partial<Settings> {
  const read = SETTING_NAMES.map((name) => [name, READERS[name](values[name])] as const);
  return Object.fromEntries(read.filter(([, value]) => value !== undefined));
}

function readAliases(value: unknown): readonly string[] | undefined {
  if (!Array.isArray(value)) {
    return undefined;
  }
  const addresses = value.filter((entry) => typeof entry === "string" && isAddrSpec(entry));
  return onlyOnce(addresses as readonly string[]).slice(0, MAX_ALIASES);
}

/** Remembers which calendar the invitations of an identity go into. */
export async function chooseCalendar(
  identityId: string,
  calendarId: string,
  store: SettingsStore,
): Promise<void> {
  const { calendars } = await readSettings(store);
  const chosen = { identity: identityId, calendar: calendarId };
  await store.write({ calendars: withCalendar(chosen, calendars) });
}

function onlyOnce(addresses: readonly string[]): readonly string[] {
  return addresses.filter(
    (address, index) => addresses.findIndex((other) => sameAddress(other, address)) === index,
  );
}

export async function readSettings(store: SettingsStore): Promise<Settings> {
  return resolveSettings(await store.read()).settings;
}

/** One step of the user's. */
export type SettingsChange =
  | { readonly setting: "aliases"; readonly add: string }
  | { readonly setting: "aliases"; readonly remove: string }
  /** "" for nobody's. */
  | { readonly setting: "authserv"; readonly id: string }
  | { readonly setting: "undoSeconds"; readonly seconds: number }
  | { readonly setting: "templates"; readonly add: string }
  | { readonly setting: "templates"; readonly remove: string }
  | SwitchChange
  | ChoiceChange
  | MailboxChange
  | CalendarOfIdentity
  | IdentityOfAlias;

/** What is to be stored for a change; `own` are the addresses of the user's identities. */
export function judgeChange(
  change: SettingsChange,
  { settings, locked }: ResolvedSettings,
  own: readonly string[],
): JudgedChange {
  if (locked.includes(change.setting)) {
    return { kind: "refused", because: "locked" };
  }
  if (isPlain(change)) {
    return { kind: "values", values: plainValues(change, settings) };
  }
  switch (change.setting) {
    case "aliases":
      return "add" in change
        ? withAlias(change.add.trim(), settings.aliases, own)
        : without(change.remove, settings);
    case "authserv":
      return withAuthserv(change.id.trim());
    case "templates":
      return changedTemplates(change, settings);
    default:
      return "seconds" in change
        ? withUndoSeconds(change.seconds)
        : judgeMailboxChange(change, settings);
  }
}

/** Changes that nothing can be wrong with. */
type PlainChange = SwitchChange | ChoiceChange | CalendarOfIdentity | IdentityOfAlias;

function isPlain(change: SettingsChange): change is PlainChange {
  return "on" in change || "to" in change || "identity" in change;
}

function plainValues(
  change: PlainChange,
  { calendars, aliasIdentities }: Settings,
): Partial<Settings> {
  switch (change.setting) {
    case "calendars":
      return { calendars: withCalendar(change, calendars) };
    case "aliasIdentities":
      return { aliasIdentities: withIdentity(change, aliasIdentities) };
    default:
      return { [change.setting]: "on" in change ? change.on : change.to };
  }
}

function changedTemplates(
  change: Extract<SettingsChange, { setting: "templates" }>,
  { templates }: Settings,
): JudgedChange {
  return "add" in change
    ? withTemplate(change.add, templates)
    : withoutTemplate(change.remove, templates);
}

function withAlias(
  address: string,
  aliases: readonly string[],
  own: readonly string[],
): JudgedChange {
  if (!isAddrSpec(address)) {
    return { kind: "refused", because: "not-an-address" };
  }
  if ([...own, ...aliases].some((known) => sameAddress(known, address))) {
    return { kind: "refused", because: "already-yours" };
  }
  return aliases.length >= MAX_ALIASES
    ? { kind: "refused", because: "too-many" }
    : { kind: "values", values: { aliases: [...aliases, address] } };
}

function without(
  address: string,
  { aliases, aliasIdentities }: Pick<Settings, "aliases" | "aliasIdentities">,
): JudgedChange {
  const values = {
    aliases: aliases.filter((alias) => alias !== address),
    aliasIdentities: withIdentity({ alias: address, identity: null }, aliasIdentities),
  };
  return { kind: "values", values };
}

function withAuthserv(id: string): JudgedChange {
  if (id === "") {
    return { kind: "values", values: { authserv: null } };
  }
  return isAuthservId(id)
    ? { kind: "values", values: { authserv: id } }
    : { kind: "refused", because: "not-a-server" };
}
