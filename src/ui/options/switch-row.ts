import type { SwitchName } from "../../app/switches.ts";
import { element } from "../element.ts";
import { attempt, type OptionsScene } from "./options-desk.ts";
import { isLocked, lockNote } from "./setting-view.ts";

/** A setting that is on or off; its texts are named after `key`, and so is its hook. */
export interface Switch {
  readonly setting: SwitchName;
  readonly key: string;
  /** It needs more words than its name. */
  readonly isExplained?: boolean;
  /** It says what it does from now on. */
  readonly isTold?: boolean;
}

export function switchRow(made: Switch, scene: OptionsScene): HTMLElement {
  const { setting, key, isExplained = false } = made;
  const { reader, options } = scene;
  const box = element("input", {
    attributes: { type: "checkbox", "aria-describedby": `${key}-text` },
    data: { field: hookOf(key) },
  });
  box.checked = isOn(setting, options);
  box.disabled = isLocked(setting, scene);
  const words = [
    isExplained ? reader.translate(`options_${key}_text`) : null,
    options.missing[setting] === undefined ? null : reader.translate("options_asks"),
  ].filter((sentence) => sentence !== null);
  const text = element(
    "div",
    {},
    words.map((sentence) => element("p", { class: "muted", text: sentence })),
  );
  text.id = `${key}-text`;
  box.addEventListener("change", () => {
    void attempt(scene, box, () => save(box, made, scene));
  });
  return element("div", { class: "row" }, [
    lockNote(setting, scene),
    element("label", { class: "check" }, [
      box,
      element("span", { text: reader.translate(`options_${key}_label`) }),
    ]),
    text,
  ]);
}

type View = OptionsScene["options"];

/** What is not allowed is not on. */
function isOn(setting: SwitchName, { settings, missing }: View): boolean {
  return settings[setting] && missing[setting] === undefined;
}

/** The box shows what holds, also where it was not saved. */
async function save(
  box: HTMLInputElement,
  { setting, key, isTold = false }: Switch,
  { desk, options, reader }: OptionsScene,
): Promise<void> {
  const { translate } = reader;
  const on = box.checked;
  box.checked = !on;
  const missing = on ? options.missing[setting] : undefined;
  // First of all: Thunderbird asks only during the click itself.
  if (missing !== undefined && !(await desk.allow(missing))) {
    desk.tell(translate("options_not_allowed"));
    return;
  }
  const result = await desk.change({ setting, on });
  if (result.kind === "refused") {
    desk.tell(translate("options_locked"));
    return;
  }
  box.checked = isOn(setting, result.options);
  if (missing !== undefined) {
    // What is allowed for one is allowed for others.
    await desk.refresh(`[data-field="${hookOf(key)}"]`);
  }
  desk.tell(translate(isTold ? `options_${key}_${box.checked ? "on" : "off"}` : "options_saved"));
}

function hookOf(key: string): string {
  return key.replaceAll("_", "-");
}
