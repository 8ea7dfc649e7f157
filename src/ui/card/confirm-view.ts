import type { AnswerRequest } from "../../app/card.ts";
import type { ConfirmReason } from "../../core/answer/second-click.ts";
import type { Action } from "../../core/itip/actions.ts";
import { button, element } from "../element.ts";
import { letterPreview } from "./preview-view.ts";
import type { Scene } from "./scene.ts";

export interface Question {
  readonly request: AnswerRequest;
  readonly reasons: readonly ConfirmReason[];
  readonly confirm: () => void;
  readonly cancel: () => void;
}

/** The second, informed click: says what speaks against answering, in words. */
export function confirmView(question: Question, scene: Scene): HTMLElement {
  const { translate } = scene.reader;
  const { action } = question.request;
  const isAsked = question.reasons.includes("ask");
  const against = question.reasons.filter((reason) => reason !== "ask");
  const isSound = against.length === 0;
  const heading = element("h3", {
    text: translate(isSound ? "confirm_ask_title" : "confirm_title"),
    attributes: { tabindex: "-1" },
  });
  const preview = letterPreview(scene, () => question.request);
  if (isAsked) {
    preview.root.open = true;
    preview.update();
  }
  return element("section", { class: "question" }, [
    heading,
    isSound ? null : reasonsView(against, question.request, scene),
    preview.root,
    element("div", { class: "buttons" }, [
      button(
        "confirm",
        isSound ? translate("action_send") : anyway(action, scene),
        question.confirm,
      ),
      button("cancel", translate("action_cancel"), question.cancel),
    ]),
  ]);
}

function reasonsView(
  reasons: readonly ConfirmReason[],
  { identity }: AnswerRequest,
  { card, reader }: Scene,
): HTMLElement {
  const from = card.identities.find(({ id }) => id === identity) ?? card.identities[0];
  const rows = reasons.map((reason) => {
    const key = `confirm_${reason.replaceAll("-", "_")}`;
    return element("li", { text: reader.translate(key, [from?.address ?? ""]) });
  });
  return element("ul", {}, rows);
}

function anyway(action: Action, { reader: { translate } }: Scene): string {
  return translate(`action_confirm_${action}`) || translate("action_confirm");
}
