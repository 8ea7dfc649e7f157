import type { PastAnswerView } from "../../app/past-answer.ts";
import {
  fateWords,
  proposedWords,
  saidWords,
  versionWords,
} from "../../core/words/history-words.ts";
import type { Reader } from "../../core/words/translate.ts";
import { momentWords } from "../../core/words/when-words.ts";
import { element, mailText } from "../element.ts";
import type { Scene } from "./scene.ts";

export interface HistoryView {
  readonly root: HTMLElement;
  /** Asks what is known now; call it at first, and whenever something was answered. */
  readonly update: () => void;
}

/** What the user said to the event so far, folded; hidden as long as that is nothing. */
export function historyView({ card, reader, desk }: Scene): HistoryView {
  const list = element("ol", { class: "past-answers" });
  const root = element("details", { class: "history" }, [
    element("summary", { text: reader.translate("history_title") }),
    list,
  ]);
  root.hidden = true;
  let asked = 0;
  const fill = async (): Promise<void> => {
    asked += 1;
    const question = asked;
    try {
      const answers = await desk.history(card.ref);
      // Of two questions the later one counts, whichever is answered first.
      if (question === asked) {
        list.replaceChildren(...answers.map((past) => answerView(past, reader)));
        root.hidden = answers.length === 0;
      }
    } catch (error) {
      // The card is true without it.
      console.warn(error);
    }
  };
  const update = (): void => {
    if (card.ref.uid !== null) {
      void fill();
    }
  };
  return { root, update };
}

function answerView(past: PastAnswerView, reader: Reader): HTMLElement {
  const { comment, state, at } = past;
  const proposed = proposedWords(past, reader);
  const details = [...versionWords(past, reader), ...fateWords(past, reader)];
  return element("li", { class: "past-answer", data: { past: state } }, [
    element("p", {}, [
      element("strong", { text: saidWords(past, reader) }),
      " ",
      element("span", { class: "muted", text: momentWords(at, reader) }),
    ]),
    proposed === null ? null : element("p", { text: proposed }),
    comment === null || comment.trim() === ""
      ? null
      : element("p", { class: "past-comment" }, [mailText(comment)]),
    element("p", { class: "muted", text: details.join(" ") }),
  ]);
}
