import type { Action } from "../../core/itip/actions.ts";
import type { Reader } from "../../core/words/translate.ts";
import { button, element } from "../element.ts";
import { fieldValue, labelled, labelledRow } from "./field.ts";
import { forgetView } from "./forget-view.ts";
import { localWall } from "./local-wall.ts";
import { isAnswer } from "./read-request.ts";
import type { Scene } from "./scene.ts";
import { isFromStranger, silentWays } from "./silent-ways.ts";

type Press = (action: Action) => void;

/** What can be done besides answering, folded; "Edit before sending" changes what the answers do. */
export function moreView(
  scene: Scene,
  form: HTMLElement,
  press: Press,
): { readonly opener: HTMLButtonElement; readonly panel: HTMLElement } | null {
  const { card, reader } = scene;
  const panel = element("div", { class: "more" });
  panel.id = `more-${card.ref.index}`;
  panel.hidden = true;
  const opener = openerOf(panel, reader);
  panel.append(
    ...[
      plainButtons(scene, form, press),
      recordView(scene, press),
      counterView(scene, form, press),
      delegateView(scene, form, press),
      forgetView(scene),
    ].filter((row) => row !== null),
  );
  return panel.childElementCount === 0 ? null : { opener, panel };
}

function openerOf(panel: HTMLElement, { translate }: Reader): HTMLButtonElement {
  const opener = element("button", {
    class: "opener",
    text: translate("answers_more"),
    attributes: { type: "button", "aria-expanded": "false", "aria-controls": panel.id },
  });
  const open = (isOpen: boolean): void => {
    panel.hidden = !isOpen;
    opener.setAttribute("aria-expanded", String(isOpen));
  };
  opener.addEventListener("click", () => {
    open(panel.hidden !== false);
  });
  panel.addEventListener("keydown", (event) => {
    if (event.key === "Escape") {
      // The popup itself closes on Escape: here only the panel does.
      event.preventDefault();
      event.stopPropagation();
      open(false);
      opener.focus();
    }
  });
  return opener;
}

function plainButtons(scene: Scene, form: HTMLElement, press: Press): HTMLElement | null {
  const { card, reader } = scene;
  const refresh = button("refresh", reader.translate("action_refresh"), () => {
    press("refresh");
  });
  const all = [
    ...(card.canEdit ? [editToggle(scene, form)] : []),
    ...(card.actions.includes("refresh") ? [refresh] : []),
    ...(isFromStranger(card) ? [] : silentWays(scene, press)),
  ];
  return all.length === 0 ? null : element("div", { class: "buttons" }, all);
}

/** Pressed: Accept, Tentative and Decline open the composer instead of sending at once. */
function editToggle({ card, reader }: Scene, form: HTMLElement): HTMLButtonElement {
  const { translate } = reader;
  const set = (isOn: boolean): void => {
    form.dataset["edit"] = String(isOn);
    toggle.setAttribute("aria-pressed", String(isOn));
    for (const answer of form.querySelectorAll<HTMLButtonElement>("button[data-action]")) {
      const action = answer.dataset["action"] as Action;
      if (isAnswer(action)) {
        answer.textContent = translate(isOn ? `action_${action}_edit` : `action_${action}`);
      }
    }
  };
  const toggle = button("edit", translate("action_edit"), () => {
    set(form.dataset["edit"] !== "true");
    const [first] = form.querySelectorAll<HTMLElement>("button[data-action]");
    first?.focus();
  });
  set(card.editFirst);
  return toggle;
}

function recordView({ card, reader }: Scene, press: Press): HTMLElement | null {
  if (!card.actions.includes("record")) {
    return null;
  }
  const { translate } = reader;
  const options = ["needs_action", "accepted", "tentative", "declined"].map((key) =>
    element("option", {
      text: translate(`partstat_${key}`),
      attributes: { value: key === "needs_action" ? "" : key.toUpperCase() },
    }),
  );
  const label = translate("answers_record_as");
  const record = button("record", translate("action_record"), () => {
    press("record");
  });
  return element("div", { class: "row" }, [
    labelledRow(label, labelled("record-as", label, element("select", {}, options))),
    record,
  ]);
}

function delegateView(
  { card, reader }: Scene,
  form: HTMLElement,
  press: Press,
): HTMLElement | null {
  if (!card.actions.includes("delegate")) {
    return null;
  }
  const { translate } = reader;
  const label = translate("answers_delegate_field");
  const input = element("input", { attributes: { type: "email", autocomplete: "off" } });
  const delegate = button("delegate", translate("action_delegate"), () => {
    if (fieldValue(form, "delegate") === null || !input.reportValidity()) {
      input.focus();
      return;
    }
    press("delegate");
  });
  return element("div", { class: "row" }, [
    labelledRow(label, labelled("delegate", label, input)),
    delegate,
  ]);
}

function counterView({ card, reader }: Scene, form: HTMLElement, press: Press): HTMLElement | null {
  if (!card.actions.includes("counter")) {
    return null;
  }
  const { translate } = reader;
  const field = (name: "counter-start" | "counter-end", value: string): HTMLInputElement =>
    labelled(
      name,
      translate(`answers_${name.replaceAll("-", "_")}`),
      element("input", { attributes: { type: "datetime-local", value } }),
    );
  const start = field("counter-start", localWall(card.start));
  const end = field("counter-end", localWall(card.end));
  const counter = button("counter", translate("action_counter"), () => {
    const isInOrder = start.value !== "" && start.value < end.value;
    end.setCustomValidity(isInOrder ? "" : translate("answers_counter_order"));
    if (end.reportValidity() && form.contains(start)) {
      press("counter");
    }
  });
  return element("div", { class: "row" }, [
    labelledRow(translate("answers_counter_start"), start),
    labelledRow(translate("answers_counter_end"), end),
    counter,
  ]);
}
