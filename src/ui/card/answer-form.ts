import type { CardView } from "../../app/card.ts";
import type { Action } from "../../core/itip/actions.ts";
import type { State } from "../../core/itip/state.ts";
import { button, element } from "../element.ts";
import { commentField, identityField, labelledRow } from "./field.ts";
import { moreView } from "./more-view.ts";
import { isAnswer } from "./read-request.ts";
import { occurrenceField } from "./occurrence-field.ts";
import { formPreview } from "./preview-view.ts";
import type { Scene } from "./scene.ts";
import { isFromStranger, silentWays } from "./silent-ways.ts";
import { templateButtons } from "./template-buttons.ts";

/** The buttons of a card, with what can be said along; null where nothing can be done. */
export function answerForm(scene: Scene, press: (action: Action) => void): HTMLElement | null {
  const { actions } = scene.card;
  const form = element("div", { class: "answer-form" });
  if (actions.length === 0) {
    return null;
  }
  form.append(
    ...(actions.some(isAnswer) ? answers(scene, form, press) : others(scene, form, press)),
  );
  return form;
}

type Press = (action: Action) => void;

/** An invitation's: the answers in sight, everything else folded. */
function answers(scene: Scene, form: HTMLElement, press: Press): readonly HTMLElement[] {
  const { card, reader } = scene;
  const { translate } = reader;
  const isStranger = isFromStranger(card);
  const more = moreView(scene, form, press);
  return [
    isStranger ? element("p", { text: translate("answers_stranger") }) : null,
    card.replyWanted ? null : silenceView(scene, form),
    ...answerFields(scene),
    element("p", { class: "edit-hint muted", text: translate("answers_edit_hint") }),
    buttonsOf(scene, [
      ...(isStranger ? silentWays(scene, press) : []),
      ...card.actions.filter(isAnswer).map((action) => actionButton(action, scene, press)),
      ...(more === null ? [] : [more.opener]),
    ]),
    more === null ? null : more.panel,
    formPreview(scene, form),
  ].filter((child) => child !== null);
}

/** What can be done with any other message, all of it in sight. */
function others(scene: Scene, form: HTMLElement, press: Press): readonly HTMLElement[] {
  const loud = scene.card.actions.filter((action) => action !== "ignore");
  const preview = formPreview(scene, form);
  return [
    buttonsOf(scene, [
      ...loud.map((action) => actionButton(action, scene, press)),
      ...silentWays(scene, press),
    ]),
    ...(preview === null ? [] : [preview]),
  ];
}

function buttonsOf({ reader }: Scene, buttons: readonly HTMLElement[]): HTMLElement {
  const attributes = { role: "group", "aria-label": reader.translate("answers_group") };
  return element("div", { class: "buttons", attributes }, buttons);
}

/** What can be said along with an answer, and for what. */
function answerFields(scene: Scene): readonly (HTMLElement | null)[] {
  const identity = identityField(scene);
  const comment = commentField(scene);
  return [
    occurrenceField(scene),
    element("div", { class: "said-along" }, [
      identity && labelledRow(scene.reader.translate("answers_identity"), identity),
      comment,
      templateButtons(scene, comment),
    ]),
  ];
}

/** Where the organizer wants no answer, none is sent unless the user says so here. */
function silenceView({ reader: { translate } }: Scene, form: HTMLElement): HTMLElement {
  const box = element("input", { attributes: { type: "checkbox" }, data: { field: "send" } });
  form.dataset["silent"] = "true";
  box.addEventListener("change", () => {
    form.dataset["silent"] = String(!box.checked);
  });
  return element("div", { class: "silence" }, [
    element("p", { text: translate("answers_no_reply") }),
    element("label", { class: "check" }, [
      box,
      element("span", { text: translate("answers_send") }),
    ]),
  ]);
}

/** Nothing invites to answer what should not be trusted, is answered, or was sent to others. */
function isCommended(card: CardView): boolean {
  const { verdict, answerNeeded, role } = card;
  const isTrusted = (verdict === "ok" || verdict === "caution") && !isFromStranger(card);
  return isTrusted && answerNeeded === true && role === "attendee";
}

/** Actions whose label depends on what the message is. Asking for a missing text logs an error. */
const OWN_LABELS: Partial<Record<Action, readonly State[]>> = {
  apply: ["cancelled", "counter", "refresh", "removed", "reply"],
  record: ["published"],
};

function actionButton(
  action: Action,
  { card, reader }: Scene,
  press: (action: Action) => void,
): HTMLButtonElement {
  const hasOwnLabel = OWN_LABELS[action]?.includes(card.state) === true;
  const isEdited = card.editFirst && isAnswer(action);
  const suffix = hasOwnLabel ? `_${card.state}` : isEdited ? "_edit" : "";
  const label = reader.translate(`action_${action}${suffix}`);
  const made = button(action, label, () => {
    press(action);
  });
  if (action === "accept" && isCommended(card)) {
    made.classList.add("commended");
  }
  return made;
}
