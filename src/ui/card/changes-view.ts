import { changeRows } from "../../core/words/change-words.ts";
import { element, mailText, type Child } from "../element.ts";
import type { Scene } from "./scene.ts";

/** Old and new side by side, a row for each thing that changed. */
export function changesView({ card, reader }: Scene): HTMLElement | null {
  const { translate } = reader;
  if (card.changes.length === 0) {
    return null;
  }
  const head = ["card_changes_before", "card_changes_after"].map((key) =>
    element("th", { text: translate(key), attributes: { scope: "col" } }),
  );
  const rows = changeRows(card.changes, reader).map(({ field, before, after }) =>
    element("tr", {}, [
      element("th", { text: field, attributes: { scope: "row" } }),
      element("td", { class: "before" }, [valueView(before)]),
      element("td", { class: "after" }, [valueView(after)]),
    ]),
  );
  return element("table", { class: "changes" }, [
    element("caption", { text: translate("card_changes") }),
    element("thead", {}, [element("tr", {}, [element("td"), ...head])]),
    element("tbody", {}, rows),
  ]);
}

function valueView(value: string): Child {
  return mailText(value, { class: "value" });
}
