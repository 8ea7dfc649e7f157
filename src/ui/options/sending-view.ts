import { element } from "../element.ts";
import type { OptionsScene } from "./options-desk.ts";
import { settingView } from "./setting-view.ts";

/**
 * How an answer leaves from here. Nothing can be chosen, but it should be known: no API reads or
 * sets the preference with which Thunderbird empties the Outbox by itself.
 */
export function sendingView(scene: OptionsScene): HTMLElement {
  const { translate } = scene.reader;
  return settingView(
    { name: "sending", setting: null },
    scene,
    scene.options.sendsAtOnce
      ? [element("p", { text: translate("options_sending_at_once") })]
      : [
          element("p", { text: translate("options_sending_outbox") }),
          element("p", { text: translate("options_sending_background") }),
          element("ol", { class: "steps" }, [
            element("li", { text: translate("options_sending_step_editor") }),
            element("li", { text: translate("options_sending_step_value") }),
            element("li", { text: translate("options_sending_step_restart") }),
          ]),
          element("p", { class: "muted", text: translate("options_sending_everything") }),
        ],
  );
}
