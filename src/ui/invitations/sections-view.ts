import type { Section } from "../../app/listed-invitation.ts";
import type { Reader } from "../../core/words/translate.ts";
import { numberFormat } from "../../core/words/formats.ts";
import { element } from "../element.ts";

export const SECTIONS: readonly (Section | "all")[] = [
  "open",
  "changed",
  "unsent",
  "suspicious",
  "cancelled",
  "own",
  "other",
  "all",
];

export interface Sections {
  readonly root: HTMLElement;
  show(chosen: Section | "all", counts: ReadonlyMap<Section | "all", number>): void;
}

/** The headings at the side, with how many there are. */
export function sectionsView(reader: Reader, choose: (section: Section | "all") => void): Sections {
  const { translate, locale } = reader;
  const entries = SECTIONS.map((section) => {
    const count = element("span", { class: "count" });
    const entry = element(
      "button",
      { class: "section", attributes: { type: "button" }, data: { show: section } },
      [element("span", { text: translate(`invitations_section_${section}`) }), count],
    );
    entry.addEventListener("click", () => {
      choose(section);
    });
    return { section, entry, count };
  });
  const label = translate("invitations_sections");
  const root = element("nav", { class: "sections", attributes: { "aria-label": label } }, [
    element(
      "ul",
      {},
      entries.map(({ entry }) => element("li", {}, [entry])),
    ),
  ]);
  return {
    root,
    show(chosen, counts) {
      for (const { section, entry, count } of entries) {
        count.textContent = numberFormat(locale).format(counts.get(section) ?? 0);
        entry.toggleAttribute("data-empty", (counts.get(section) ?? 0) === 0);
        if (section === chosen) {
          entry.setAttribute("aria-current", "true");
        } else {
          entry.removeAttribute("aria-current");
        }
      }
    },
  };
}
