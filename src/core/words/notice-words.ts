import type { Reader } from "./translate.ts";
import { visibleText } from "./visible-text.ts";
import { momentWords, whenWords, type Span } from "./when-words.ts";

/** What is told outside of all windows: of an event, or of an answer. */
export type Told =
  | {
      readonly kind: "cancelled" | "said-cancelled" | "changed";
      readonly title: string | null;
      readonly span: Span;
    }
  | { readonly kind: "not-left" | "not-known" | "waiting"; readonly at: number };

export interface NoticeWords {
  readonly title: string;
  readonly text: string;
}

/** Characters of a stranger's title: a desktop shows no more, and it is no place for his letters. */
const MAX_TITLE = 80;

export function noticeWords(told: Told, reader: Reader): NoticeWords {
  const { translate } = reader;
  const key = `notice_${told.kind.replaceAll("-", "_")}`;
  if ("at" in told) {
    return {
      title: translate(`${key}_title`),
      text: translate(`${key}_text`, [momentWords(told.at, reader)]),
    };
  }
  const title = boundedTitle(told.title) || translate("notice_untitled");
  return {
    title: translate(`${key}_title`, [title]),
    text: translate(`${key}_text`, [whenWords(told.span, reader).headline]),
  };
}

/** One line, nothing hidden in it. */
function boundedTitle(title: string | null): string {
  const line = visibleText((title ?? "").replace(/\s+/gu, " ").trim());
  // A character of two halves is left out whole.
  const start = line.slice(0, MAX_TITLE).replace(/[\uD800-\uDBFF]$/, "");
  return line.length > MAX_TITLE ? `${start}…` : line;
}
