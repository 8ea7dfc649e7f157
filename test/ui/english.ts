import { readFileSync } from "node:fs";
import { translateFrom, type Message } from "../../src/core/words/messages.ts";
import type { Reader } from "../../src/core/words/translate.ts";
import { NOW } from "./cards.ts";

const messages = JSON.parse(readFileSync("_locales/en/messages.json", "utf8")) as Record<
  string,
  Message
>;

/** Somebody in Berlin who reads British English, on the morning of November 30, 2026. */
export const READER: Reader = {
  translate: translateFrom(messages),
  locale: "en-GB",
  zone: "Europe/Berlin",
  now: NOW,
};
