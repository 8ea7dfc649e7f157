import type { Drawing } from "../drawings.ts";
import { element, icon, type Child } from "../element.ts";

/** A row with a drawing before it; its label is there for who cannot see the drawing. */
export function factRow(drawing: Drawing, label: string, children: readonly Child[]): HTMLElement {
  return element("div", { class: `fact fact-${drawing}` }, [
    element("dt", {}, [icon(drawing), element("span", { class: "unseen", text: label })]),
    element("dd", {}, children),
  ]);
}
