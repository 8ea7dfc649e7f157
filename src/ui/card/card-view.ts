import { element } from "../element.ts";
import { answerPanel } from "./answer-panel.ts";
import { changesView } from "./changes-view.ts";
import { noticesView, problemsView } from "./findings-view.ts";
import { historyView } from "./history-view.ts";
import { peopleView } from "./people-view.ts";
import { placeView } from "./place-view.ts";
import type { Scene } from "./scene.ts";
import { standingView, titleView } from "./standing-view.ts";
import { surroundingsView } from "./surroundings-view.ts";
import { whenView } from "./when-view.ts";

/** One invitation: what it is, whether it can be believed, and the answers to it. */
export function cardView(scene: Scene): HTMLElement {
  const { card, reader, desk } = scene;
  const found = { findings: card.findings, reader, desk };
  const title = titleView(scene);
  const history = historyView(scene);
  const people = peopleView(scene);
  title.id = `title-${card.ref.index}`;
  return element(
    "article",
    { class: "card", attributes: { "aria-labelledby": title.id }, data: hooks(scene) },
    [
      element("div", { class: "card-body" }, [
        standingView(scene),
        title,
        problemsView(found),
        card.state === "unusable" ? null : element("dl", { class: "facts" }, whenView(scene)),
        changesView(scene),
        element("dl", { class: "facts" }, [...placeView(scene), ...people.rows]),
        surroundingsView(scene),
        descriptionView(scene),
        history.root,
        noticesView(found),
      ]),
      answerPanel(scene, { changed: history.update, say: people.say }),
    ],
  );
}

function hooks({ card }: Scene): Record<string, string> {
  return {
    invitation: card.ref.uid ?? "",
    recurrenceId: card.ref.recurrenceId ?? "",
    part: card.part ?? "",
    state: card.state,
    verdict: card.verdict,
    role: card.role,
  };
}

function descriptionView({ card, reader }: Scene): HTMLElement | null {
  const description = card.description?.trim() ?? "";
  return description === ""
    ? null
    : element("details", { class: "description" }, [
        element("summary", { text: reader.translate("card_description") }),
        element("p", {
          class: "description-text",
          text: description,
          attributes: { dir: "auto", tabindex: "0" },
        }),
      ]);
}
