import { element } from "../element.ts";
import { settingChoice } from "./choice-row.ts";
import type { OptionsScene } from "./options-desk.ts";
import { settingView } from "./setting-view.ts";

/** In which language answers are worded. */
export function languageView(scene: OptionsScene): HTMLElement {
  const choice = { setting: "replyLanguage", key: "language" } as const;
  return settingView({ name: "language", setting: null }, scene, [
    settingChoice(choice, ["user", "invitation"], scene),
    element("p", { class: "muted", text: scene.reader.translate("options_language_text") }),
  ]);
}
