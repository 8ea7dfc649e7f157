import type { Scene } from "./scene.ts";
import { element } from "../element.ts";

export type FieldName =
  | "calendar"
  | "comment"
  | "identity"
  | "occurrence"
  | "delegate"
  | "counter-start"
  | "counter-end"
  | "record-as"
  | "preview-action";

/** A labelled field; `name` is its hook. */
export function labelled<T extends HTMLElement>(name: FieldName, label: string, control: T): T {
  control.dataset["field"] = name;
  control.setAttribute("aria-label", label);
  return control;
}

/** The same with its label in sight. */
export function labelledRow(label: string, control: HTMLElement): HTMLElement {
  return element("label", { class: "field" }, [element("span", { text: label }), control]);
}

export function commentField({ reader }: Scene): HTMLTextAreaElement {
  const { translate } = reader;
  return labelled(
    "comment",
    translate("answers_comment"),
    element("textarea", {
      class: "comment",
      attributes: { rows: "1", dir: "auto", placeholder: translate("answers_comment_hint") },
    }),
  );
}

/** Shown where there is a choice; the first is preselected. */
export function identityField({ card, reader }: Scene): HTMLSelectElement | null {
  if (card.identities.length < 2) {
    return null;
  }
  const options = card.identities.map(({ id, name, address }) =>
    element("option", {
      text: name === "" ? address : reader.translate("person_named", [name, address]),
      attributes: { value: id },
    }),
  );
  return labelled("identity", reader.translate("answers_identity"), element("select", {}, options));
}

/** What stands in a field of this form; null where it is empty or not there. */
export function fieldValue(form: HTMLElement, name: FieldName): string | null {
  const control = form.querySelector<HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement>(
    `[data-field="${name}"]`,
  );
  const value = control?.value.trim() ?? "";
  return value === "" ? null : value;
}
