import { element } from "../element.ts";
import { attempt, type OptionsScene } from "./options-desk.ts";
import { isLocked, settingView } from "./setting-view.ts";

/** Whether the answer is attached once more as application/ics. */
export function copyView(scene: OptionsScene): HTMLElement {
  const { options, reader } = scene;
  const { translate } = reader;
  const text = element("p", { class: "muted", text: translate("options_copy_text") });
  text.id = "copy-text";
  const box = element("input", {
    attributes: { type: "checkbox", "aria-describedby": text.id },
    data: { field: "attach-copy" },
  });
  box.checked = options.settings.attachCopy;
  box.disabled = isLocked("attachCopy", scene);
  box.addEventListener("change", () => {
    void attempt(scene, box, () => save(box, scene));
  });
  return settingView({ name: "copy", setting: "attachCopy" }, scene, [
    element("label", { class: "check" }, [
      box,
      element("span", { text: translate("options_copy_label") }),
    ]),
    text,
  ]);
}

/** The box shows what holds, also where it was not saved. */
async function save(box: HTMLInputElement, { desk, reader }: OptionsScene): Promise<void> {
  const on = box.checked;
  box.checked = !on;
  const result = await desk.change({ setting: "attachCopy", on });
  if (result.kind === "refused") {
    desk.tell(reader.translate("options_locked"));
    return;
  }
  box.checked = result.options.settings.attachCopy;
  desk.tell(reader.translate(box.checked ? "options_copy_on" : "options_copy_off"));
}
