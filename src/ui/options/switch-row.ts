import type { SwitchName } from "../../app/switches.ts";
import { element } from "../element.ts";
import { attempt, type OptionsScene } from "./options-desk.ts";
import { isLocked, lockNote } from "./setting-view.ts";

/** A setting that is on or off; its texts are named after `key`, and so is its hook. */
export function switchRow(setting: SwitchName, key: string, scene: OptionsScene): HTMLElement {
  const { reader, options } = scene;
  const box = element("input", {
    attributes: { type: "checkbox", "aria-describedby": `${key}-text` },
    data: { field: key.replaceAll("_", "-") },
  });
  box.checked = isOn(setting, options);
  box.disabled = isLocked(setting, scene);
  const row: Row = { setting, key, box, asks: element("p", { class: "muted" }) };
  const text = element("div", {}, [explained(key, scene), row.asks]);
  text.id = `${key}-text`;
  sayWhatIsMissing(row, options, scene);
  box.addEventListener("change", () => {
    void attempt(scene, box, () => save(row, scene));
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

/** Not every setting needs more words than its name. */
function explained(key: string, { reader }: OptionsScene): HTMLElement | null {
  const text = reader.translate(`options_${key}_text`);
  return text === "" ? null : element("p", { class: "muted", text });
}

type View = OptionsScene["options"];

/** What is not allowed is not on. */
function isOn(setting: SwitchName, { settings, missing }: View): boolean {
  return settings[setting] && missing[setting] === undefined;
}

function sayWhatIsMissing({ setting, asks }: Row, view: View, { reader }: OptionsScene): void {
  const isMissing = view.missing[setting] !== undefined;
  asks.textContent = isMissing ? reader.translate("options_asks") : "";
}

interface Row {
  readonly setting: SwitchName;
  readonly key: string;
  readonly box: HTMLInputElement;
  readonly asks: HTMLElement;
}

/** The box shows what holds, also where it was not saved. */
async function save(row: Row, scene: OptionsScene): Promise<void> {
  const { setting, key, box } = row;
  const { desk, options, reader } = scene;
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
  sayWhatIsMissing(row, result.options, scene);
  const said = translate(`options_${key}_${box.checked ? "on" : "off"}`);
  desk.tell(said === "" ? translate("options_saved") : said);
}
