import type { ChangeResult } from "../../app/options.ts";
import { button, element, mailText } from "../element.ts";
import { entryView, type Entry } from "./entry-view.ts";
import { attempt, type OptionsScene } from "./options-desk.ts";
import { isLocked, settingView } from "./setting-view.ts";

interface Editor {
  readonly scene: OptionsScene;
  readonly entry: Entry;
  readonly list: HTMLElement;
}

/** The user's own sentences, one click away where a comment is written. */
export function templatesView(scene: OptionsScene): HTMLElement {
  const { options, reader } = scene;
  const { translate } = reader;
  const texts = {
    name: "template",
    label: translate("options_templates_field"),
    button: translate("options_templates_add"),
    hint: null,
  };
  const entry = entryView(texts, reader);
  entry.input.dir = "auto";
  entry.input.spellcheck = true;
  const editor: Editor = { scene, entry, list: element("div") };
  entry.form.addEventListener("submit", (event) => {
    event.preventDefault();
    void attempt(scene, entry.submit, () => add(editor));
  });
  draw(options.settings.templates, editor);
  return settingView({ name: "templates", setting: "templates" }, scene, [
    element("p", { text: translate("options_templates_text") }),
    editor.list,
    isLocked("templates", scene) ? null : entry.form,
  ]);
}

function draw(templates: readonly string[], editor: Editor): void {
  const { scene, list } = editor;
  const isFixed = isLocked("templates", scene);
  const rows = templates.map((text) =>
    element("li", { data: { template: text } }, [
      mailText(text),
      isFixed ? null : removeButton(text, editor),
    ]),
  );
  const none = scene.reader.translate("options_templates_none");
  list.replaceChildren(
    rows.length === 0
      ? element("p", { class: "muted", text: none })
      : element("ul", { class: "addresses" }, rows),
  );
}

async function add(editor: Editor): Promise<void> {
  const { entry, scene } = editor;
  if (take(await scene.desk.change({ setting: "templates", add: entry.input.value }), editor)) {
    entry.input.value = "";
    entry.input.focus();
    scene.desk.tell(scene.reader.translate("options_templates_added"));
  }
}

function removeButton(text: string, editor: Editor): HTMLButtonElement {
  const { entry, scene } = editor;
  const { translate } = scene.reader;
  const made = button("remove-template", translate("options_templates_remove"), () => {
    void attempt(scene, made, async () => {
      if (take(await scene.desk.change({ setting: "templates", remove: text }), editor)) {
        entry.input.focus();
        scene.desk.tell(translate("options_templates_removed"));
      }
    });
  });
  made.setAttribute("aria-label", translate("options_templates_remove_named", [text]));
  return made;
}

/** True when it was saved. */
function take(result: ChangeResult, { entry, ...editor }: Editor): boolean {
  entry.complain(result.kind === "refused" ? result.because : null);
  if (result.kind === "saved") {
    draw(result.options.settings.templates, { entry, ...editor });
  }
  return result.kind === "saved";
}
