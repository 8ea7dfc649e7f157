import type { BannerView } from "../app/card.ts";
import { verdictWords } from "../core/words/state-words.ts";
import type { Reader } from "../core/words/translate.ts";
import type { BadgeLook } from "../thunderbird/badge.ts";

type Look = Omit<BadgeLook, "title">;

/** White and these reach a contrast of 4.5 (WCAG 2.2, 1.4.3). */
const LOOKS: Readonly<Record<BannerView["verdict"], Look>> = {
  ok: { text: "✓", background: "#1b6e3c", color: "#ffffff", icon: "icons/convene.svg" },
  caution: { text: "!", background: "#8a5300", color: "#ffffff", icon: "icons/convene.svg" },
  danger: { text: "!!", background: "#b3161b", color: "#ffffff", icon: "icons/convene.svg" },
  unusable: { text: "×", background: "#5b5b66", color: "#ffffff", icon: "icons/convene.svg" },
};

/** The button in the message header, as the inspection came out. */
export function badgeLook({ state, verdict }: BannerView, reader: Reader): BadgeLook {
  const { translate } = reader;
  const title = translate("badge_title", [
    translate(`state_${state.replaceAll("-", "_")}_title`),
    verdictWords(verdict, reader),
  ]);
  return { ...LOOKS[verdict], title };
}

/** The same while the other edition does the work. */
export function restingLook({ translate }: Reader): BadgeLook {
  return { ...LOOKS.unusable, text: "–", title: translate("popup_resting_title") };
}
