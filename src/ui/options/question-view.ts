import type { Reader } from "../../core/words/translate.ts";
import { button, element } from "../element.ts";

/** What is asked before something that cannot be taken back. */
export interface Question {
  readonly title: string;
  readonly sentences: readonly string[];
  /** The words of the button that does it. */
  readonly yes: string;
  /** Called with that button. */
  readonly confirm: (yes: HTMLButtonElement) => void;
}

/** Puts a question into its place; whoever cancels is back where he asked. */
export function ask(question: Question, place: HTMLElement, { translate }: Reader): void {
  const asker = document.activeElement;
  const heading = element("h4", { text: question.title, attributes: { tabindex: "-1" } });
  const yes = button("confirm", question.yes, () => {
    question.confirm(yes);
  });
  const cancel = (): void => {
    place.replaceChildren();
    if (asker instanceof HTMLElement) {
      asker.focus();
    }
  };
  const asked = element("section", { class: "question" }, [
    heading,
    ...question.sentences.map((text) => element("p", { text })),
    element("div", { class: "buttons" }, [
      yes,
      button("cancel", translate("options_cancel"), cancel),
    ]),
  ]);
  asked.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      cancel();
    }
  });
  place.replaceChildren(asked);
  heading.focus();
  asked.scrollIntoView({ block: "nearest" });
}
