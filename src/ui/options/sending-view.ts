import { element } from "../element.ts";
import { settingChoice } from "./choice-row.ts";
import type { OptionsScene } from "./options-desk.ts";
import { settingView } from "./setting-view.ts";

/** How an answer leaves: at once or through the Outbox, where there is a choice. */
export function sendingView(scene: OptionsScene): HTMLElement {
  const { options, reader } = scene;
  const meaning = element("div", { class: "place" }, meaningOf(options, scene));
  const saved = (now: OptionsScene["options"]): void => {
    meaning.replaceChildren(...meaningOf(now, scene));
  };
  const road = { setting: "transport", key: "transport", saved } as const;
  const copies = { setting: "sentCopies", key: "copies" } as const;
  return settingView(
    { name: "sending", setting: null },
    scene,
    options.sendsAtOnce
      ? [
          settingChoice(road, ["now", "outbox"], scene),
          meaning,
          settingChoice(copies, ["identity", "never"], scene),
          element("p", { class: "muted", text: reader.translate("options_copies_text") }),
        ]
      : [meaning],
  );
}

/**
 * No API reads or sets the preference with which Thunderbird empties the Outbox by itself, but it
 * should be known.
 */
function meaningOf(
  { sendsAtOnce, settings }: OptionsScene["options"],
  { reader: { translate } }: OptionsScene,
): readonly HTMLElement[] {
  return sendsAtOnce && settings.transport === "now"
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
      ];
}
