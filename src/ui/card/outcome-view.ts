import type { OutcomeView } from "../../app/card.ts";
import { outcomeWords } from "../../core/words/outcome-words.ts";
import type { Reader } from "../../core/words/translate.ts";
import { button, element, icon } from "../element.ts";

/** A region that screen readers announce when it changes; it is there before it has words. */
export function outcomeRegion(): HTMLElement {
  return element("div", {
    class: "outcome-region",
    attributes: { role: "status", "aria-live": "polite" },
  });
}

/** What became of the click; `resend` is offered where it did not leave or nobody knows. */
export function outcomeView(outcome: OutcomeView, reader: Reader, resend: () => void): HTMLElement {
  const { sentence, hint } = outcomeWords(outcome, reader);
  const canResend = outcome.state === "failed" || outcome.state === "unknown";
  return element(
    "div",
    {
      class: "outcome",
      data: { outcome: outcome.state },
      attributes: { tabindex: "-1" },
    },
    [
      icon(`outcome-${outcome.state}`),
      element("div", {}, [
        element("p", { class: "outcome-sentence", text: sentence }),
        hint === null ? null : element("p", { class: "muted", text: hint }),
        canResend ? button("resend", reader.translate("action_resend"), resend) : null,
      ]),
    ],
  );
}
