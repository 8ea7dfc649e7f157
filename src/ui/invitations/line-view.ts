import type { Reader } from "../../core/words/translate.ts";
import { element } from "../element.ts";
import type { Group, Line } from "./arrange.ts";
import { headingView, rowView, type RowLook } from "./row-view.ts";

export interface LineLook {
  /** How the row with this key looks. */
  readonly look: (key: string) => RowLook;
  readonly by: Group;
  readonly reader: Reader;
}

/** One line of the list, whatever stands in it; its id names its place. */
export function lineView(
  index: number,
  line: Line | undefined,
  { look, by, reader }: LineLook,
): HTMLElement {
  if (line === undefined) {
    return element("div", { class: "line" });
  }
  const drawn =
    line.kind === "heading"
      ? headingView(line.group, line.count, { by, reader })
      : rowView(line.row, look(line.row.key), reader);
  drawn.id = idOf(index);
  return drawn;
}

const PREFIX = "line-";

export function idOf(index: number): string {
  return `${PREFIX}${index}`;
}

/** The place of the line that something stands in; -1 outside of all lines. */
export function indexOf(target: EventTarget | null): number {
  const line = target instanceof Element ? target.closest(".line") : null;
  return line === null ? -1 : Number(line.id.slice(PREFIX.length));
}
