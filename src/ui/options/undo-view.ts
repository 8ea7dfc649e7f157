import { translateCount } from "../../core/words/translate.ts";
import { element } from "../element.ts";
import { choiceRow } from "./choice-row.ts";
import type { OptionsScene } from "./options-desk.ts";
import { isLocked, settingView } from "./setting-view.ts";
import { switchRow } from "./switch-row.ts";

/** Seconds that are offered; another number may be kept. */
const OFFERED: readonly number[] = [0, 3, 5, 10, 20, 30, 60];

/** What happens between a click and the mail that leaves. */
export function undoView(scene: OptionsScene): HTMLElement {
  const { translate } = scene.reader;
  return settingView({ name: "undo", setting: "undoSeconds" }, scene, [
    secondsRow(scene),
    element("p", { class: "muted", text: translate("options_undo_text") }),
    switchRow({ setting: "askBeforeSending", key: "ask", isExplained: true }, scene),
    switchRow({ setting: "alwaysEdit", key: "edit", isExplained: true }, scene),
  ]);
}

function secondsRow(scene: OptionsScene): HTMLElement {
  const { options, reader } = scene;
  const offered = [...new Set([...OFFERED, options.settings.undoSeconds])].sort((a, b) => a - b);
  return choiceRow(
    {
      field: "undo-seconds",
      label: reader.translate("options_undo_label"),
      offered: offered.map((seconds) => ({
        value: String(seconds),
        text:
          seconds === 0
            ? reader.translate("options_undo_none")
            : translateCount("options_seconds", seconds, reader),
      })),
      isLocked: isLocked("undoSeconds", scene),
      current: ({ settings }) => String(settings.undoSeconds),
      change: (value) => ({ setting: "undoSeconds", seconds: Number(value) }),
    },
    scene,
  );
}
