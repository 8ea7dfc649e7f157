import type { Answer } from "../answer/answer.ts";
import type { Translate } from "./translate.ts";
import { writtenLine, writtenWords } from "./written-words.ts";

/** What the words of an answer are made from. */
export interface AnswerSentence {
  readonly answer: Answer;
  /** Who answers: his display name, else his address. */
  readonly name: string;
  readonly summary: string | null;
  /** The event's time in words; "" where it is not known. */
  readonly when: string;
  readonly comment: string | null;
}

/** The subject, as other mail programs word theirs: "Accepted: Budget". */
export function answerSubject({ answer, summary }: AnswerSentence, translate: Translate): string {
  const title = writtenLine(summary ?? "");
  return writtenWords(translate)(`answer_subject_${keyOf(answer)}`, [
    title === "" ? translate("card_untitled") : title,
  ]);
}

/** The text part: the comment first, then who said what to which event. */
export function answerText(sentence: AnswerSentence, translate: Translate): string {
  const { answer, name, summary, when } = sentence;
  const comment = sentence.comment?.trim() ?? "";
  const said = writtenWords(translate)(`answer_text_${keyOf(answer)}`, [name]);
  const about = [writtenLine(summary ?? ""), when].filter((line) => line !== "");
  return [
    ...(comment === "" ? [] : [comment, ""]),
    said,
    ...(about.length === 0 ? [] : ["", ...about]),
    "",
  ].join("\n");
}

function keyOf(answer: Answer): string {
  return answer.kind === "reply" ? answer.partstat.toLowerCase() : answer.kind;
}
