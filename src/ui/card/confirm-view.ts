import type { AnswerRequest, ConfirmReason } from "../../app/card.ts";
import type { Action } from "../../core/itip/actions.ts";
import { button, element } from "../element.ts";
import { letterPreview } from "./preview-view.ts";
import type { Scene } from "./scene.ts";

/** Reasons that make an action worth a second click. */
export function reasonsFor(action: Action, reasons: readonly ConfirmReason[]): ConfirmReason[] {
  if (HARMLESS.includes(action)) {
    return [];
  }
  return AFTERWARDS.includes(action)
    ? reasons.filter((reason) => reason === "danger")
    : [...reasons];
}

/** They send nothing. */
const HARMLESS: readonly Action[] = ["ignore", "record"];

/** Of use just with an outdated or a past message. */
const AFTERWARDS: readonly Action[] = ["refresh", "apply"];

export interface Question {
  readonly request: AnswerRequest;
  readonly reasons: readonly ConfirmReason[];
  readonly confirm: () => void;
  readonly cancel: () => void;
}

/** The second, informed click: says what speaks against answering, in words. */
export function confirmView(question: Question, scene: Scene): HTMLElement {
  const { card, reader } = scene;
  const { translate } = reader;
  const { action, identity } = question.request;
  const from = card.identities.find(({ id }) => id === identity) ?? card.identities[0];
  const heading = element("h3", {
    text: translate("confirm_title"),
    attributes: { tabindex: "-1" },
  });
  return element("section", { class: "question" }, [
    heading,
    element(
      "ul",
      {},
      question.reasons.map((reason) =>
        element("li", {
          text: translate(`confirm_${reason.replaceAll("-", "_")}`, [from?.address ?? ""]),
        }),
      ),
    ),
    letterPreview(scene, () => question.request).root,
    element("div", { class: "buttons" }, [
      button(
        "confirm",
        translate(`action_confirm_${action}`) || translate("action_confirm"),
        question.confirm,
      ),
      button("cancel", translate("action_cancel"), question.cancel),
    ]),
  ]);
}
