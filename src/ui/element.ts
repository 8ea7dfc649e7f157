import { visibleText } from "../core/words/visible-text.ts";
import { DRAWINGS, type Drawing } from "./drawings.ts";

const SVG = "http://www.w3.org/2000/svg";

type Tag = keyof HTMLElementTagNameMap;

/** What an element is made of; texts enter as text nodes only, never as markup. */
export interface Make {
  readonly class?: string;
  readonly text?: string;
  /** Attributes; null leaves one out. */
  readonly attributes?: Readonly<Record<string, string | null>>;
  readonly data?: Readonly<Record<string, string>>;
}

export type Child = Node | string | null;

/** Makes an element; null children are left out, so that a view can say "nothing here". */
export function element<T extends Tag>(
  tag: T,
  make: Make = {},
  children: readonly Child[] = [],
): HTMLElementTagNameMap[T] {
  const made = document.createElement(tag);
  if (make.class !== undefined) {
    made.className = make.class;
  }
  for (const [name, value] of Object.entries(make.attributes ?? {})) {
    if (value !== null) {
      made.setAttribute(name, value);
    }
  }
  Object.assign(made.dataset, make.data);
  const inside = [...(make.text === undefined ? [] : [make.text]), ...children];
  made.append(...inside.filter((child) => child !== null).map(shown));
  return made;
}

/** Whatever is said may hold a stranger's words. */
function shown(child: Node | string): Node | string {
  return typeof child === "string" ? visibleText(child) : child;
}

/** A stranger's words: kept apart from the direction of the text around them. */
export function mailText(text: string, make: Make = {}): HTMLElement {
  return element("bdi", { ...make, text });
}

/** A drawing that says nothing which words beside it do not say. */
export function icon(drawing: Drawing): SVGElement {
  const image = document.createElementNS(SVG, "svg");
  const lines = document.createElementNS(SVG, "path");
  lines.setAttribute("d", DRAWINGS[drawing]);
  image.setAttribute("viewBox", "0 0 16 16");
  image.setAttribute("class", `icon icon-${drawing}`);
  image.setAttribute("aria-hidden", "true");
  image.append(lines);
  return image;
}

/** A button that does something; `action` is its hook. */
export function button(
  action: string,
  label: string,
  press: (event: MouseEvent) => void,
): HTMLButtonElement {
  const made = element("button", { text: label, attributes: { type: "button" }, data: { action } });
  made.addEventListener("click", press);
  return made;
}
