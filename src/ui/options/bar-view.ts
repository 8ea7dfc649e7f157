import { element } from "../element.ts";
import { attempt, type OptionsScene } from "./options-desk.ts";
import { isLocked, settingView } from "./setting-view.ts";

/** Whether Thunderbird's own bar stands above invitations, too. */
export function barView(scene: OptionsScene): HTMLElement {
  const { options, reader } = scene;
  const { translate } = reader;
  const text = element("p", { class: "muted", text: translate("options_bar_text") });
  text.id = "bar-text";
  const box = element("input", {
    attributes: { type: "checkbox", "aria-describedby": text.id },
    data: { field: "hide-built-in-bar" },
  });
  box.checked = options.settings.hideBuiltInBar;
  box.disabled = isLocked("hideBuiltInBar", scene);
  box.addEventListener("change", () => {
    void attempt(scene, box, () => save(box, scene));
  });
  return settingView({ name: "bar", setting: "hideBuiltInBar" }, scene, [
    element("label", { class: "check" }, [
      box,
      element("span", { text: translate("options_bar_label") }),
    ]),
    text,
  ]);
}

/** The box shows what holds, also where it was not saved. */
async function save(box: HTMLInputElement, { desk, reader }: OptionsScene): Promise<void> {
  const on = box.checked;
  box.checked = !on;
  const result = await desk.change({ setting: "hideBuiltInBar", on });
  if (result.kind === "refused") {
    desk.tell(reader.translate("options_locked"));
    return;
  }
  box.checked = result.options.settings.hideBuiltInBar;
  desk.tell(reader.translate(box.checked ? "options_bar_on" : "options_bar_off"));
}
