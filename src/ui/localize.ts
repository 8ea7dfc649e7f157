import type { Reader } from "../core/words/translate.ts";

/** Fills in the texts of a page's own HTML, with its language and direction. */
export function localize(page: Document, { translate, locale }: Reader): void {
  page.documentElement.lang = locale;
  page.documentElement.dir = translate("@@bidi_dir") || "ltr";
  for (const place of page.querySelectorAll<HTMLElement>("[data-i18n]")) {
    place.textContent = translate(place.dataset["i18n"] ?? "");
  }
}
