import type { BannerView } from "../../app/card.ts";
import { findingWords } from "../../core/words/finding-words.ts";
import type { Reader } from "../../core/words/translate.ts";
import { element } from "../element.ts";
import { BANNER_CSS } from "./banner-css.ts";

export interface Banner {
  /** To be put into the stranger's document. */
  readonly host: HTMLElement;
  /** What is inside, closed to that document. */
  readonly inside: HTMLElement;
}

/** Set on the host itself and important: a style sheet of the mail cannot override them. */
const HOST_STYLE: readonly (readonly [string, string])[] = [
  ["all", "initial"],
  ["display", "block"],
  ["position", "fixed"],
  ["inset", "0 0 auto 0"],
  ["inline-size", "auto"],
  ["block-size", "auto"],
  ["max-inline-size", "none"],
  ["z-index", "2147483647"],
];

/** States that are a warning whatever the verdict says. */
const WARNING_STATES: readonly string[] = [
  "stale",
  "cancelled",
  "removed",
  "unknown-event",
  "unusable",
];

/** One line of warning; null where there is nothing to warn of: it never says "sound". */
export function bannerView(view: BannerView, reader: Reader, open: () => void): Banner | null {
  const heading = headingOf(view, reader);
  if (heading === null) {
    return null;
  }
  const host = element("div", { data: { state: view.state, verdict: view.verdict } });
  for (const [property, value] of HOST_STYLE) {
    host.style.setProperty(property, value, "important");
  }
  const inside = lineView(view, heading, reader);
  inside.append(
    barButton("open", reader.translate("banner_open"), open),
    barButton("close", reader.translate("banner_close"), () => {
      host.remove();
    }),
  );
  const root = host.attachShadow({ mode: "closed" });
  root.append(element("style", { text: BANNER_CSS }), inside);
  return { host, inside };
}

function headingOf({ state, verdict }: BannerView, { translate }: Reader): string | null {
  if (WARNING_STATES.includes(state)) {
    return translate(`banner_${state.replaceAll("-", "_")}`);
  }
  if (verdict === "danger" || verdict === "unusable") {
    return translate(`banner_${verdict}`);
  }
  return verdict === "caution" ? translate("banner_caution") : null;
}

function lineView(view: BannerView, heading: string, reader: Reader): HTMLElement {
  const { state, verdict, finding } = view;
  return element(
    "div",
    {
      class: "banner",
      data: { state, verdict },
      attributes: {
        role: "status",
        dir: reader.translate("@@bidi_dir") || "ltr",
        lang: reader.locale,
      },
    },
    [
      element("strong", { text: heading }),
      element("span", {
        class: "sentence",
        text: finding === null ? "" : findingWords(finding, reader),
      }),
    ],
  );
}

function barButton(action: string, label: string, press: () => void): HTMLButtonElement {
  const made = element("button", {
    text: label,
    attributes: { type: "button" },
    data: { action },
  });
  made.addEventListener("click", (event) => {
    // A click that the mail's own document made up is none.
    if (event.isTrusted) {
      press();
    }
  });
  return made;
}
