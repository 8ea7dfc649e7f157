import type { LetterView, PersonView } from "../../app/card.ts";
import { personWords } from "../../core/words/people-words.ts";
import { exactText } from "../../core/words/visible-text.ts";
import { translateCount } from "../../core/words/translate.ts";
import { element, mailText } from "../element.ts";
import type { Scene } from "./scene.ts";

/** One message as it would leave; the object for machines is folded away. */
export function letterView(letter: LetterView, { card, reader }: Scene): HTMLElement {
  const { translate } = reader;
  const { from, to, subject, text, method, lines, hasCopy } = letter;
  const person = ({ name, address }: PersonView): HTMLElement => {
    const exact = { name: name && exactText(name), address: address && exactText(address) };
    return mailText(personWords(exact, translate));
  };
  return element("section", { class: "letter", data: { method } }, [
    element("dl", { class: "letter-fields" }, [
      ...fieldRow(translate("preview_from"), person(from)),
      ...fieldRow(translate("preview_to"), person(to)),
      ...fieldRow(translate("preview_subject"), mailText(subject)),
    ]),
    isElsewhere(letter, card.sender)
      ? element("p", {
          class: "match",
          text: translate("preview_elsewhere", [to.address ?? "", card.sender?.address ?? ""]),
        })
      : null,
    element("p", { class: "letter-text", text, attributes: { dir: "auto" } }),
    hasCopy ? element("p", { class: "muted", text: translate("preview_copy") }) : null,
    element("details", { class: "letter-object" }, [
      element("summary", { text: translateCount("preview_object", lines.length, reader) }),
      element("pre", { text: exactText(lines.join("\n")), attributes: { dir: "ltr" } }),
    ]),
  ]);
}

function fieldRow(label: string, value: HTMLElement): readonly HTMLElement[] {
  return [element("dt", { text: label }), element("dd", {}, [value])];
}

/** The answer goes to the organizer, who need not be the one who wrote. */
function isElsewhere({ method, to }: LetterView, sender: PersonView | null): boolean {
  const [addressee, writer] = [to.address, sender?.address ?? null].map((address) =>
    address?.toLowerCase(),
  );
  return method !== "REQUEST" && writer !== undefined && addressee !== writer;
}
