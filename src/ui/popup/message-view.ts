import type { MessageView } from "../../app/card.ts";
import { translateCount, type Reader } from "../../core/words/translate.ts";
import { cardView } from "../card/card-view.ts";
import type { Desk } from "../card/desk.ts";
import { noticesView, problemsView } from "../card/findings-view.ts";
import { element } from "../element.ts";
import { reasonOf } from "../reason-of.ts";
import { batchViews } from "./batch-view.ts";

type Inspected = Extract<MessageView, { kind: "inspected" }>;

export interface Surroundings {
  readonly reader: Reader;
  readonly desk: Desk;
  readonly tryAgain: (messageId: number) => void;
}

/** What stands beside a message: its cards, or why there are none. */
export function messageView(message: MessageView, around: Surroundings): readonly HTMLElement[] {
  switch (message.kind) {
    case "inspected":
      return inspectedView(message, around);
    case "none":
      return [noticeView("none", around.reader.translate("popup_none_text"), around.reader)];
    case "no-message":
      return [
        noticeView("no_message", around.reader.translate("popup_no_message_text"), around.reader),
      ];
    case "resting":
      return [noticeView("resting", around.reader.translate("popup_resting_text"), around.reader)];
    case "unreadable":
      return [unreadableView(message, around)];
  }
}

/** The add-on itself failed: said with its own words, never passed over in silence. */
export function errorView(error: unknown, reader: Reader): HTMLElement {
  return noticeView("error", reader.translate("popup_error_text", [reasonOf(error)]), reader);
}

function inspectedView(
  { cards, findings, place }: Inspected,
  { reader, desk }: Surroundings,
): readonly HTMLElement[] {
  const found = { findings, reader, desk };
  const drawn = cards.map((card) => {
    const scene = { card, reader, desk };
    return { scene, article: cardView(scene) };
  });
  const about = [
    place === null
      ? null
      : element("p", {
          class: "place",
          text: reader.translate(`popup_place_${place.replaceAll("-", "_")}`),
        }),
    cards.length > 1
      ? element("p", { class: "muted", text: translateCount("popup_cards", cards.length, reader) })
      : null,
    ...batchViews(drawn),
    problemsView(found),
    noticesView(found),
  ].filter((part) => part !== null);
  const label = reader.translate("popup_message_findings");
  const head = element("section", { class: "about", attributes: { "aria-label": label } }, about);
  return [...(about.length === 0 ? [] : [head]), ...drawn.map(({ article }) => article)];
}

function unreadableView(
  { messageId, because }: Extract<MessageView, { kind: "unreadable" }>,
  { reader, tryAgain }: Surroundings,
): HTMLElement {
  const { translate } = reader;
  const text = translate(`popup_unreadable_${because.replaceAll("-", "_")}`);
  const view = noticeView("unreadable", text, reader);
  const again = element("button", {
    text: translate("popup_try_again"),
    attributes: { type: "button" },
    data: { action: "try-again" },
  });
  again.addEventListener("click", () => {
    again.disabled = true;
    tryAgain(messageId);
  });
  view.append(element("div", { class: "buttons" }, [again]));
  return view;
}

function noticeView(
  kind: "none" | "no_message" | "resting" | "unreadable" | "error",
  text: string,
  { translate }: Reader,
): HTMLElement {
  return element("section", { class: `notice notice-${kind}`, data: { notice: kind } }, [
    element("h2", { text: translate(`popup_${kind}_title`), attributes: { tabindex: "-1" } }),
    element("p", { text }),
  ]);
}
