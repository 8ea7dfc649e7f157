import { matchLocale } from "../core/words/match-locale.ts";
import { translateFrom, withFallback, type Message } from "../core/words/messages.ts";
import type { Reader, Translate } from "../core/words/translate.ts";
import { messenger } from "./messenger.ts";

/** The folders of `_locales`; the build puts them here. */
declare const PACKAGED_LOCALES: readonly string[];

/** The user's language and zone, for texts that are written into mail. */
export function reader(): Reader {
  return {
    translate: (key, substitutions = []) => messenger.i18n.getMessage(key, [...substitutions]),
    locale: messenger.i18n.getUILanguage(),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    now: Date.now(),
  };
}

/** The same in the first of these languages that the add-on has; else in the user's. */
export async function readerIn(languages: readonly string[]): Promise<Reader> {
  for (const language of languages) {
    const matched = matchLocale(language, PACKAGED_LOCALES);
    if (matched !== null) {
      const { folder, locale } = matched;
      const translate = withFallback(await readTexts(folder), await readTexts(DEFAULT_LOCALE));
      return { ...reader(), translate, locale };
    }
  }
  return reader();
}

/** `default_locale` in manifest.json. */
const DEFAULT_LOCALE = "en";

/** From the package, since i18n.getMessage knows the user's language alone. */
async function readTexts(folder: string): Promise<Translate> {
  const response = await fetch(messenger.runtime.getURL(`_locales/${folder}/messages.json`));
  return translateFrom((await response.json()) as Record<string, Message>);
}
