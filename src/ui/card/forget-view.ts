import { element } from "../element.ts";
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
    place.replaceChildren(question, yes, no);
    yes.focus();
  });
  const question = element("p", { text: translate("card_forget_text") });
  const yes = plainButton("confirm", translate("card_forget_confirm"), () => {
    yes.disabled = true;
    void desk.forgetEvent(uid).then(() => {
      const said = element("p", {
        text: translate("card_forgotten"),
        attributes: { tabindex: "-1" },
      });
      place.replaceChildren(said);
      said.focus();
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
