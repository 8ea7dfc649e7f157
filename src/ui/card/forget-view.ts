import { element } from "../element.ts";
import { attemptOrSay } from "./attempt-or-say.ts";
import type { Scene } from "./scene.ts";

/** Forgets the event of a card, after a question; null where nothing can be known of it. */
export function forgetView({ card, desk, reader }: Scene): HTMLElement | null {
  const { uid } = card.ref;
  if (uid === null) {
    return null;
  }
  const { translate } = reader;
  const place = element("div", { class: "buttons" });
  const ask = plainButton("ask", translate("card_forget"), () => {
    said.replaceChildren();
    place.replaceChildren(question, yes, no, said);
    yes.focus();
  });
  const question = element("p", { text: translate("card_forget_text") });
  const done = element("p", {
    text: translate("card_forgotten"),
    attributes: { tabindex: "-1" },
  });
  const said = element("span", { attributes: { role: "status" } });
  const yes = plainButton("confirm", translate("card_forget_confirm"), () => {
    const words = (reason: string): string => translate("card_forget_failed", [reason]);
    void attemptOrSay({ pressed: yes, said, words }, async () => {
      await desk.forgetEvent(uid);
      place.replaceChildren(done);
      done.focus();
    });
  });
  const no = plainButton("cancel", translate("card_forget_cancel"), () => {
    place.replaceChildren(ask);
    ask.focus();
  });
  place.append(ask);
  return place;
}

/** It is about the record, not an action on the invitation: its hook is one of its own. */
function plainButton(forget: string, text: string, press: () => void): HTMLButtonElement {
  const made = element("button", { text, attributes: { type: "button" }, data: { forget } });
  made.addEventListener("click", press);
  return made;
}
