import browser from "webextension-polyfill";
import type { Reader, Translate } from "../core/words/translate.ts";

/** Formatting characters that turn the direction of what follows, and controls. */
// eslint-disable-next-line no-control-regex -- they are what is taken out
const UNSEEN = /[\u0000-\u0008\u000b-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

const FIRST_STRONG_ISOLATE = "\u2068";
const POP_DIRECTIONAL_ISOLATE = "\u2069";

/** A stranger's words cannot turn the sentence around them (Unicode TR9 §6.2). */
function isolate(text: string): string {
  return `${FIRST_STRONG_ISOLATE}${text.replace(UNSEEN, "")}${POP_DIRECTIONAL_ISOLATE}`;
}

const translate: Translate = (key, substitutions = []) =>
  browser.i18n.getMessage(key, substitutions.map(isolate));

/** The one who sits before this screen, now. */
export function readerNow(): Reader {
  return {
    translate,
    locale: browser.i18n.getUILanguage(),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    now: Date.now(),
  };
}
