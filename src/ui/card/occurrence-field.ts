import type { OccurrenceView } from "../../app/card.ts";
import { partstatWords } from "../../core/words/people-words.ts";
import type { Reader } from "../../core/words/translate.ts";
import { timeWords } from "../../core/words/when-words.ts";
import { button, element } from "../element.ts";
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
    hasMore ? moreButton(select, scene) : null,
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
function moreButton(select: HTMLSelectElement, { card, reader, desk }: Scene): HTMLButtonElement {
  const made = button("more-dates", reader.translate("answers_occurrence_more"), () => {
    const last = [...select.options].at(-1)?.value ?? "";
    made.disabled = true;
    void desk.occurrences(card.ref, last).then(
      ({ shown, hasMore }) => {
        select.append(...shown.map((occurrence) => optionOf(occurrence, reader)));
        made.disabled = false;
        made.hidden = !hasMore;
        select.focus();
      },
      (error: unknown) => {
        console.error(error);
        made.disabled = false;
      },
    );
  });
  return made;
}
