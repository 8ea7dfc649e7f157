import { element } from "../element.ts";
import { attempt, type OptionsScene } from "./options-desk.ts";
import { isLocked, settingView } from "./setting-view.ts";

/** In which language answers are worded. */
export function languageView(scene: OptionsScene): HTMLElement {
  const { options, reader } = scene;
  const { translate } = reader;
  const text = element("p", { class: "muted", text: translate("options_language_text") });
  text.id = "language-text";
  const box = element("input", {
    attributes: { type: "checkbox", "aria-describedby": text.id },
    data: { field: "reply-language" },
  });
  box.checked = options.settings.replyLanguage === "invitation";
  box.disabled = isLocked("replyLanguage", scene);
  box.addEventListener("change", () => {
    void attempt(scene, box, () => save(box, scene));
  });
  return settingView({ name: "language", setting: "replyLanguage" }, scene, [
    element("label", { class: "check" }, [
      box,
      element("span", { text: translate("options_language_label") }),
    ]),
    text,
  ]);
}

/** The box shows what holds, also where it was not saved. */
async function save(box: HTMLInputElement, { desk, reader }: OptionsScene): Promise<void> {
  const language = box.checked ? "invitation" : "user";
  box.checked = !box.checked;
  const result = await desk.change({ setting: "replyLanguage", language });
  if (result.kind === "refused") {
    desk.tell(reader.translate("options_locked"));
    return;
  }
  box.checked = result.options.settings.replyLanguage === "invitation";
  desk.tell(reader.translate(box.checked ? "options_language_on" : "options_language_off"));
}
