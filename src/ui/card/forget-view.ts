import { button, element } from "../element.ts";
import type { Scene } from "./scene.ts";

/** Forgets the event of a card, after a question; null where nothing can be known of it. */
export function forgetView({ card, desk, reader }: Scene): HTMLElement | null {
  const { uid } = card.ref;
  if (uid === null) {
    return null;
  }
  const { translate } = reader;
  const place = element("div", { class: "buttons" });
  const ask = button("forget-event", translate("card_forget"), () => {
    place.replaceChildren(question, yes, no);
    yes.focus();
  });
  const question = element("p", { text: translate("card_forget_text") });
  const yes = button("confirm-forget", translate("card_forget_confirm"), () => {
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
  const no = button("cancel-forget", translate("card_forget_cancel"), () => {
    place.replaceChildren(ask);
    ask.focus();
  });
  place.append(ask);
  return place;
}
