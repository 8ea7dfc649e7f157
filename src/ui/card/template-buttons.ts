import { element } from "../element.ts";
import type { Scene } from "./scene.ts";

/** The user's own sentences: a click puts one into the comment, below what stands there already. */
export function templateButtons(
  { card, reader }: Scene,
  comment: HTMLTextAreaElement,
): HTMLElement | null {
  if (card.templates.length === 0) {
    return null;
  }
  const buttons = card.templates.map((text, index) => {
    const made = element("button", {
      text,
      attributes: { type: "button", title: text, dir: "auto" },
      data: { template: String(index) },
    });
    made.addEventListener("click", () => {
      put(text, comment);
    });
    return made;
  });
  const label = reader.translate("answers_templates");
  return element(
    "div",
    { class: "templates", attributes: { role: "group", "aria-label": label } },
    buttons,
  );
}

function put(text: string, comment: HTMLTextAreaElement): void {
  const lines = comment.value.trimEnd();
  if (!lines.split("\n").includes(text)) {
    comment.value = lines === "" ? text : `${lines}\n${text}`;
    comment.dispatchEvent(new Event("input", { bubbles: true }));
  }
  comment.focus();
}
