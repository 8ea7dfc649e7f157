import type { OccurrenceView } from "../../app/card.ts";
import { partstatWords } from "../../core/words/people-words.ts";
import type { Reader } from "../../core/words/translate.ts";
import { timeWords } from "../../core/words/when-words.ts";
import { button, element } from "../element.ts";
import { attemptOrSay } from "./attempt-or-say.ts";
import { labelled, labelledRow } from "./field.ts";
import type { Scene } from "./scene.ts";

/** Whether all of a series is answered or one of its occurrences; null for what is no series. */
export function occurrenceField(scene: Scene): HTMLElement | null {
  const { card, reader } = scene;
  const { shown, hasMore } = card.occurrences;
  if (shown.length === 0) {
    return null;
  }
  const label = reader.translate("answers_occurrence");
  const whole = element("option", {
    text: reader.translate("answers_occurrence_all"),
    attributes: { value: "" },
  });
  const options = shown.map((occurrence) => optionOf(occurrence, reader));
  const select = labelled("occurrence", label, element("select", {}, [whole, ...options]));
  return element("div", { class: "row" }, [
    labelledRow(label, select),
    ...(hasMore ? moreDates(select, scene) : []),
  ]);
}

function optionOf({ key, start, answered }: OccurrenceView, reader: Reader): HTMLOptionElement {
  const when = timeWords(start, reader);
  const text =
    answered === null
      ? when
      : reader.translate("answers_occurrence_answered", [
          when,
          partstatWords(answered.partstat, reader.translate),
        ]);
  return element("option", { text, attributes: { value: key } });
}

/** Later dates are added to the list. */
function moreDates(
  select: HTMLSelectElement,
  { card, reader, desk }: Scene,
): readonly HTMLElement[] {
  const said = element("span", { class: "more-dates-failed", attributes: { role: "status" } });
  const words = (reason: string): string => reader.translate("popup_error_text", [reason]);
  const more = button("more-dates", reader.translate("answers_occurrence_more"), () => {
    const last = [...select.options].at(-1)?.value ?? "";
    void attemptOrSay({ pressed: more, said, words }, async () => {
      const { shown, hasMore } = await desk.occurrences(card.ref, last);
      select.append(...shown.map((occurrence) => optionOf(occurrence, reader)));
      more.disabled = false;
      more.hidden = !hasMore;
      select.focus();
    });
  });
  return [more, said];
}
