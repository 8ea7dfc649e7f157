import { readFileSync } from "node:fs";
import { translateFrom, type Message } from "../../../src/core/words/messages.ts";
import type { Reader } from "../../../src/core/words/translate.ts";

const messages = JSON.parse(readFileSync("_locales/en/messages.json", "utf8")) as Record<
  string,
  Message
>;

/** Monday, November 30, 2026, 09:00 in Berlin. */
export const NOW = Date.parse("2026-11-30T08:00:00Z");

/** Somebody in Berlin who reads British English; each case changes what it is about. */
export function reader(changes: Partial<Reader> = {}): Reader {
  return {
    translate: translateFrom(messages),
    locale: "en-GB",
    zone: "Europe/Berlin",
    now: NOW,
    ...changes,
  };
}
