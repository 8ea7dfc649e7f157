import { element, mailText, type Child } from "../element.ts";
import { factRow } from "./fact-row.ts";
import type { Scene } from "./scene.ts";

/** Rows that say where it is and how to join; a link is opened by a click alone. */
export function placeView({ card, reader, desk }: Scene): readonly Child[] {
  const { translate } = reader;
  const { joinLink } = card;
  const location = card.location?.trim() ?? "";
  const isJoinLink = location === joinLink?.url;
  return [
    location === "" || isJoinLink
      ? null
      : factRow("where", translate("card_where"), [
          element("p", { class: "location" }, [mailText(location)]),
        ]),
    joinLink === null
      ? null
      : factRow("join", translate("card_where"), [
          linkButton(translate("card_join", [joinLink.host]), () => desk.openLink(joinLink.url)),
        ]),
  ];
}

/** Looks like a link and is none: nothing in a page may lead out of it by itself. */
export function linkButton(label: string, open: () => Promise<void>): HTMLButtonElement {
  const made = element("button", { class: "link", text: label, attributes: { type: "button" } });
  made.addEventListener("click", () => void open());
  return made;
}
