import type { Refusal } from "../../app/judged-change.ts";
import type { Reader } from "../../core/words/translate.ts";
import { element, type Child } from "../element.ts";

/** A field with its label, its button and what is wrong with its value. */
export interface Entry {
  readonly form: HTMLFormElement;
  readonly input: HTMLInputElement;
  readonly submit: HTMLButtonElement;
  /** Null: nothing is wrong. */
  readonly complain: (because: Refusal | null) => void;
}

export interface EntryTexts {
  /** Its hook, and what its ids begin with. */
  readonly name: string;
  readonly label: string;
  readonly button: string;
  readonly hint: string | null;
}

/** Enter and the button do the same; further buttons stand beside it. */
export function entryView(
  { name, label, button, hint }: EntryTexts,
  reader: Reader,
  more: readonly Child[] = [],
): Entry {
  const problem = element("p", { class: "problem", attributes: { role: "alert" } });
  problem.id = `${name}-problem`;
  const hints = hint === null ? null : element("p", { class: "muted", text: hint });
  const input = element("input", {
    attributes: {
      type: "text",
      autocomplete: "off",
      spellcheck: "false",
      dir: "ltr",
      "aria-describedby": hints === null ? problem.id : `${problem.id} ${name}-hint`,
    },
    data: { field: name },
  });
  input.id = `${name}-field`;
  if (hints !== null) {
    hints.id = `${name}-hint`;
  }
  const submit = element("button", {
    text: button,
    attributes: { type: "submit" },
    data: { action: `save-${name}` },
  });
  const form = element("form", { class: "entry" }, [
    element("label", { class: "label", text: label, attributes: { for: input.id } }),
    element("div", { class: "entry-row" }, [input, submit, ...more]),
    hints,
    problem,
  ]);
  return { form, input, submit, complain: complainer(input, problem, reader) };
}

function complainer(
  input: HTMLInputElement,
  problem: HTMLElement,
  { translate }: Reader,
): Entry["complain"] {
  return (because) => {
    const key =
      because === "locked" ? "options_locked" : `options_refused_${because?.replaceAll("-", "_")}`;
    problem.textContent = because === null ? "" : translate(key);
    input.setAttribute("aria-invalid", String(because !== null));
    if (because !== null) {
      input.focus();
    }
  };
}
