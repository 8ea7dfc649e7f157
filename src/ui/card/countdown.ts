import { leavingWords } from "../../core/words/outcome-words.ts";
import type { Reader } from "../../core/words/translate.ts";
import { element } from "../element.ts";

/** How often the seconds are looked at; an answer may leave within one. */
const INTERVAL = 250;

/** Counts down in sight; a screen reader is told once, and not every second. */
export function countdown(leavesAt: number, reader: Reader): HTMLElement {
  const words = leavingWords(leavesAt, reader);
  const seen = element("span", { text: words, attributes: { "aria-hidden": "true" } });
  const tick = (): void => {
    seen.textContent = leavingWords(leavesAt, { ...reader, now: Date.now() });
    if (seen.isConnected && Date.now() < leavesAt) {
      setTimeout(tick, INTERVAL);
    }
  };
  setTimeout(tick, INTERVAL);
  return element("p", { class: "outcome-sentence" }, [
    element("span", { class: "unseen", text: words }),
    seen,
  ]);
}
