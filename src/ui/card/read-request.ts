import type { AnswerRequest } from "../../app/card.ts";
import type { Action } from "../../core/itip/actions.ts";
import { fieldValue } from "./field.ts";
import type { Scene } from "./scene.ts";

const RECORDABLE = ["ACCEPTED", "TENTATIVE", "DECLINED"] as const;

/** What a click on `action` asks for, with the fields as they stand now. */
export function readRequest(form: HTMLElement, action: Action, scene: Scene): AnswerRequest {
  const partstat = form.dataset["silent"] === "true" ? PARTSTATS.get(action) : undefined;
  return partstat === undefined
    ? spokenRequest(form, action, scene)
    : { ...spokenRequest(form, "record", scene), comment: null, partstat };
}

const PARTSTATS = new Map<Action, AnswerRequest["partstat"]>([
  ["accept", "ACCEPTED"],
  ["tentative", "TENTATIVE"],
  ["decline", "DECLINED"],
]);

function spokenRequest(form: HTMLElement, action: Action, scene: Scene): AnswerRequest {
  const { card, reader } = scene;
  const start = fieldValue(form, "counter-start");
  const end = fieldValue(form, "counter-end");
  const recorded = fieldValue(form, "record-as");
  const previewed = form.dataset["previewed"] === "true";
  return {
    card: { ...card.ref, occurrence: fieldValue(form, "occurrence") },
    action,
    comment: fieldValue(form, "comment"),
    identity: fieldValue(form, "identity"),
    confirmed: false,
    previewed,
    edit: !previewed && form.dataset["edit"] === "true" && isAnswer(action),
    calendar: null,
    partstat:
      action === "record" ? (RECORDABLE.find((partstat) => partstat === recorded) ?? null) : null,
    delegate: action === "delegate" ? fieldValue(form, "delegate") : null,
    counter:
      action === "counter" && start !== null && end !== null
        ? { start, end, timeZone: reader.zone }
        : null,
  };
}

/** The three answers of an ordinary invitation. */
export function isAnswer(action: Action): boolean {
  return action === "accept" || action === "tentative" || action === "decline";
}
