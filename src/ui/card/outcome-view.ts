import type { OutcomeView } from "../../app/card.ts";
import { outcomeWords } from "../../core/words/outcome-words.ts";
import type { Reader } from "../../core/words/translate.ts";
import { button, element, icon } from "../element.ts";
import { countdown } from "./countdown.ts";

/** A region that screen readers announce when it changes; it is there before it has words. */
export function outcomeRegion(): HTMLElement {
  return element("div", {
    class: "outcome-region",
    attributes: { role: "status", "aria-live": "polite" },
  });
}

/** What can be done about an outcome. */
export interface Remedies {
  /** While the answer is held back. */
  readonly undoAnswer: () => void;
  /** Where the answer did not leave, or nobody knows. */
  readonly resend: () => void;
  /** Where the calendar could not be changed. */
  readonly applyAgain: () => void;
  /** What was done to a calendar is taken back. */
  readonly undoCalendar: () => void;
}

/** What became of the click. */
export function outcomeView(outcome: OutcomeView, reader: Reader, remedies: Remedies): HTMLElement {
  const { sentence, hint, calendar } = outcomeWords(outcome, reader);
  const { state, leavesAt, canResend } = outcome;
  return element(
    "div",
    {
      class: "outcome",
      data: { outcome: state },
      attributes: { tabindex: "-1" },
    },
    [
      icon(`outcome-${state}`),
      element("div", {}, [
        leavesAt === null
          ? element("p", { class: "outcome-sentence", text: sentence })
          : countdown(leavesAt, reader),
        hint === null ? null : element("p", { class: "muted", text: hint }),
        calendar === null ? null : element("p", { class: "outcome-calendar", text: calendar }),
        leavesAt === null
          ? null
          : button("undo", reader.translate("action_undo_answer"), remedies.undoAnswer),
        canResend ? button("resend", reader.translate("action_resend"), remedies.resend) : null,
        calendarRemedy(outcome, reader, remedies),
      ]),
    ],
  );
}

/** What can be done about the calendar once the answer is on its way. */
function calendarRemedy(
  { state, calendar }: OutcomeView,
  { translate }: Reader,
  { applyAgain, undoCalendar }: Remedies,
): HTMLElement | null {
  if (calendar === null || state === "pending") {
    return null;
  }
  if (calendar.state === "failed") {
    return button("try-again", translate("action_apply_again"), applyAgain);
  }
  return UNDOABLE.includes(calendar.state)
    ? button("undo", translate("action_undo_calendar"), undoCalendar)
    : null;
}

const UNDOABLE: readonly string[] = ["written", "removed", "waiting"];
