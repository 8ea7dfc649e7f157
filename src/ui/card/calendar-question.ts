import type { CalendarChoice } from "../../app/card.ts";
import { button, element } from "../element.ts";
import { labelled, labelledRow } from "./field.ts";
import type { Scene } from "./scene.ts";

export interface CalendarQuestion {
  readonly calendars: readonly CalendarChoice[];
  /** Takes the calendar's id, or "none". */
  readonly choose: (calendar: string) => void;
  readonly cancel: () => void;
}

/** Asked once for an identity: which calendar its invitations go into. */
export function calendarQuestion(
  { calendars, choose, cancel }: CalendarQuestion,
  { reader: { translate } }: Scene,
): HTMLElement {
  const options = calendars.map(({ id, name }) =>
    element("option", { text: name, attributes: { value: id } }),
  );
  const without = element("option", {
    text: translate("calendar_none"),
    attributes: { value: "none" },
  });
  const label = translate("calendar_which_label");
  const select = labelled("calendar", label, element("select", {}, [...options, without]));
  return element("section", { class: "question" }, [
    element("h3", { text: translate("calendar_which"), attributes: { tabindex: "-1" } }),
    element("p", { class: "muted", text: translate("calendar_which_hint") }),
    labelledRow(label, select),
    element("div", { class: "buttons" }, [
      button("confirm", translate("action_confirm"), () => {
        choose(select.value);
      }),
      button("cancel", translate("action_cancel"), cancel),
    ]),
  ]);
}
