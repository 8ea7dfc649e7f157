import {
  existsSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from "node:fs";

import type { Circumstances } from "../core/circumstances.ts";
import { calendarEntries } from "../core/itip/calendar-entries.ts";
import type { Entry } from "../core/itip/invitation.ts";
import { parseLedger, printLedger, recallFrom, type Ledger } from "../core/itip/ledger.ts";
import { matchLocale } from "../core/words/match-locale.ts";
import { translateFrom, withFallback, type Message } from "../core/words/messages.ts";
import type { Reader, Translate } from "../core/words/translate.ts";
import { UsageError, type Options } from "./options.ts";

/** What a message is read in: the clock, the user's addresses, ledger and calendars. */
export function circumstancesOf(options: Options, ledger: Ledger): Circumstances {
  const calendar = readCalendars(options.calendar);
  return {
    now: options.now ?? Date.now(),
    addresses: { identities: options.me, aliases: options.alias },
    authserv: options.authserv,
    folder: "ordinary",
    verifySignature: () => Promise.resolve({ kind: "unchecked" }),
    recall: (uid) =>
      Promise.resolve({ memory: recallFrom(ledger, uid), calendar: calendar.get(uid) ?? [] }),
  };
}

/** A file of the user, or "-" for standard input. */
export function readInput(file: string): Uint8Array {
  return readFileSync(file === "-" ? 0 : file);
}

/** One that does not exist is empty; one that is no ledger is never overwritten. */
export function readLedger(file: string | null): Ledger {
  if (file === null || !existsSync(file)) {
    return new Map();
  }
  const read = parseLedger(readText(file));
  if (read.kind === "unreadable") {
    throw new UsageError(`--ledger: ${file} is no ledger (${read.because})`);
  }
  return read.ledger;
}

export function writeLedger(file: string, ledger: Ledger): void {
  try {
    writeWhole(file, printLedger(ledger));
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** Beside it first: a call that dies in between leaves the old file whole. */
function writeWhole(file: string, text: string): void {
  // What is no file, such as /dev/null, must stay what it is.
  if (existsSync(file) && !statSync(file).isFile()) {
    writeFileSync(file, text);
    return;
  }
  const target = existsSync(file) ? realpathSync(file) : file;
  const beside = `${target}.${String(process.pid)}.part`;
  writeFileSync(beside, text);
  renameSync(beside, target);
}

function readCalendars(file: string | null): ReadonlyMap<string, readonly Entry[]> {
  const byUid = new Map<string, Entry[]>();
  for (const entry of file === null ? [] : calendarEntries(readOctets(file))) {
    const uid = entry.uid ?? "";
    byUid.set(uid, byUid.get(uid) ?? []);
    byUid.get(uid)?.push(entry);
  }
  return byUid;
}

function readText(file: string): string {
  return new TextDecoder().decode(readOctets(file));
}

function readOctets(file: string): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

/** The user of the command line; sentences that a language lacks are English. */
export function readerOf({ locale, now }: Options): Reader {
  const [tag = "en"] = supportedLocale(locale);
  const matched = matchLocale(tag, readdirSync(LOCALES));
  const english = messagesOf("en");
  return {
    translate: matched === null ? english : withFallback(messagesOf(matched.folder), english),
    locale: tag,
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    now: now ?? Date.now(),
  };
}

function supportedLocale(locale: string): readonly string[] {
  try {
    return Intl.getCanonicalLocales(locale);
  } catch {
    throw new UsageError(`--locale: "${locale}" is no language tag`);
  }
}

/** The build lays it beside the command. */
const LOCALES = new URL("_locales/", import.meta.url);

function messagesOf(folder: string): Translate {
  const file = new URL(`${folder}/messages.json`, LOCALES);
  return translateFrom(JSON.parse(readFileSync(file, "utf8")) as Record<string, Message>);
}
