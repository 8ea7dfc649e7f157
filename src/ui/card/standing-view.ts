import type { CardView } from "../../app/card.ts";
import { doubtsOrganizer, stateWords, verdictWords } from "../../core/words/state-words.ts";
import { button, element, icon, mailText } from "../element.ts";
import { attemptOrSay } from "./attempt-or-say.ts";
import type { Scene } from "./scene.ts";

/** The first line of a card: what the message is, and whether it can be believed. */
export function standingView(scene: Scene): HTMLElement {
  const { card, reader } = scene;
  const { title, sentence } = stateWords(standingOf(card), reader);
  const isDoubtful = card.verdict === "danger" || card.verdict === "caution";
  return element("header", { class: "standing" }, [
    icon(`verdict-${isUnwelcome(card) ? "caution" : card.verdict}`),
    element("div", {}, [
      element("p", { class: "standing-words" }, [
        element("strong", { class: "standing-title", text: title }),
        " ",
        element("span", { text: sentence }),
      ]),
      isDoubtful
        ? element("p", { class: "verdict", text: verdictWords(card.verdict, reader) })
        : null,
      newerView(scene),
    ]),
  ]);
}

function standingOf(card: CardView): Parameters<typeof stateWords>[0] {
  const { state, role, sequence, knownVersion, author } = card;
  return {
    state,
    role,
    sequence,
    knownVersion,
    isOccurrence: card.occurrence !== null,
    isDoubted: doubtsOrganizer(card.findings),
    author: author?.name ?? author?.address ?? null,
    partstat: author?.partstat ?? null,
  };
}

/** Sound, yet nothing to look forward to. */
function isUnwelcome({ state, verdict }: CardView): boolean {
  return verdict === "ok" && UNWELCOME_STATES.includes(state);
}

const UNWELCOME_STATES: readonly string[] = ["stale", "cancelled", "removed", "unknown-event"];

function newerView({ card, reader, desk }: Scene): HTMLElement | null {
  const headerMessageId = card.knownVersion?.headerMessageId ?? null;
  if (card.state !== "stale" || headerMessageId === null) {
    return null;
  }
  const { translate } = reader;
  const said = element("span", { attributes: { role: "status" } });
  const words = (reason: string): string => translate("popup_error_text", [reason]);
  const open = button("open-newer", translate("card_open_newer"), () => {
    void attemptOrSay({ pressed: open, said, words }, async () => {
      const isFound = await desk.openMessage(headerMessageId);
      said.textContent = isFound ? "" : translate("card_not_found");
      open.disabled = false;
    });
  });
  return element("p", { class: "newer" }, [open, " ", said]);
}

/** SUMMARY, the card's heading. */
export function titleView({ card, reader }: Scene): HTMLElement {
  const { summary, state } = card;
  // A broken object has no title to speak of; the card still has a name.
  const isSilent = summary === null && state === "unusable";
  return element("h2", { class: isSilent ? "unseen" : "title" }, [
    summary === null || summary.trim() === ""
      ? element("span", { class: "muted", text: reader.translate("card_untitled") })
      : mailText(summary),
  ]);
}
