import type { CardView } from "../../app/card.ts";
import type { Action } from "../../core/itip/actions.ts";
import { doubtsOrganizer } from "../../core/words/state-words.ts";
import { button, element } from "../element.ts";
import { attemptOrSay } from "./attempt-or-say.ts";
import type { Scene } from "./scene.ts";

/** An answer would tell somebody unknown that the address is read: not to answer comes first. */
export function isFromStranger({ findings, actions }: CardView): boolean {
  const doubts = findings.filter(({ severity }) => severity !== "notice");
  return actions.includes("ignore") && doubtsOrganizer(doubts);
}

/** What can be done without telling anybody: ignoring, and deleting where there is a message. */
export function silentWays(
  { card, reader, desk }: Scene,
  press: (action: Action) => void,
): readonly HTMLElement[] {
  if (!card.actions.includes("ignore")) {
    return [];
  }
  const ignore = button("ignore", reader.translate("action_ignore"), () => {
    press("ignore");
  });
  const said = element("span", { class: "delete-failed", attributes: { role: "status" } });
  const remove = button("delete", reader.translate("action_delete"), () => {
    const words = (reason: string): string => reader.translate("card_delete_failed", [reason]);
    void attemptOrSay({ pressed: remove, said, words }, async () => {
      await desk.deleteMessage(card.ref);
      desk.refresh();
    });
  });
  return card.canDelete ? [ignore, remove, said] : [ignore];
}
