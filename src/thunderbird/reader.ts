import type { Reader } from "../core/words/translate.ts";
import { messenger } from "./messenger.ts";

/** The user's language and zone, for texts that are written into mail. */
export function reader(): Reader {
  return {
    translate: (key, substitutions = []) => messenger.i18n.getMessage(key, [...substitutions]),
    locale: messenger.i18n.getUILanguage(),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    now: Date.now(),
  };
}
