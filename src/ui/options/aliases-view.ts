import type { ChangeResult } from "../../app/options.ts";
import { button, element, mailText } from "../element.ts";
import { choiceRow } from "./choice-row.ts";
import { entryView, type Entry } from "./entry-view.ts";
import { attempt, type OptionsScene } from "./options-desk.ts";
import { isLocked, settingView } from "./setting-view.ts";

/** Further addresses that reach the user. */
export function aliasesView(scene: OptionsScene): HTMLElement {
  const { options, reader } = scene;
  const { translate } = reader;
  const label = translate("options_aliases_field");
  const texts = { name: "alias", label, button: translate("options_aliases_add"), hint: null };
  const editor: Editor = { scene, entry: entryView(texts, reader), list: element("div") };
  const { entry, list } = editor;
  const isFixed = isLocked("aliases", scene);
  entry.form.addEventListener("submit", (event) => {
    event.preventDefault();
    void attempt(scene, entry.submit, () => add(editor));
  });
  draw(options, editor);
  return settingView({ name: "aliases", setting: "aliases" }, scene, [
    element("p", { text: translate("options_aliases_text") }),
    element("h4", { text: translate("options_aliases_own") }),
    addressList(
      options.own.map((address) => addressRow(address)),
      translate("options_aliases_own_none"),
    ),
    element("h4", {
      text: translate(isFixed ? "options_aliases_listed_locked" : "options_aliases_listed"),
    }),
    list,
    isFixed ? null : entry.form,
  ]);
}

interface Editor {
  readonly scene: OptionsScene;
  readonly entry: Entry;
  readonly list: HTMLElement;
}

function draw(options: OptionsScene["options"], editor: Editor): void {
  const isFixed = isLocked("aliases", editor.scene);
  const rows = options.settings.aliases.map((alias) =>
    addressRow(alias, [
      options.own.length > 1 ? identityChoice(alias, { ...editor.scene, options }) : null,
      isFixed ? null : removeButton(alias, editor),
    ]),
  );
  const none = editor.scene.reader.translate("options_aliases_listed_none");
  editor.list.replaceChildren(addressList(rows, none));
}

const ANY = "";

/** Which of the user's identities answers the invitations to an alias. */
function identityChoice(alias: string, scene: OptionsScene): HTMLElement {
  const { translate } = scene.reader;
  const { own } = scene.options;
  const choice = {
    field: `identity-of-${alias}`,
    label: translate("options_aliases_from"),
    offered: [
      { value: ANY, text: translate("options_aliases_from_any") },
      ...own.map((address) => ({ value: address, text: address })),
    ],
    isLocked: isLocked("aliasIdentities", scene),
    // An identity that is gone answers nothing any more.
    current: ({ settings }: OptionsScene["options"]): string => {
      const chosen = settings.aliasIdentities[alias] ?? ANY;
      return own.includes(chosen) ? chosen : ANY;
    },
    change: (value: string) =>
      ({ setting: "aliasIdentities", alias, identity: value === ANY ? null : value }) as const,
  };
  return choiceRow(choice, scene);
}

async function add(editor: Editor): Promise<void> {
  const { entry, scene } = editor;
  const address = entry.input.value.trim();
  if (take(await scene.desk.change({ setting: "aliases", add: address }), editor)) {
    entry.input.value = "";
    entry.input.focus();
    scene.desk.tell(scene.reader.translate("options_aliases_added", [address]));
  }
}

function removeButton(alias: string, editor: Editor): HTMLButtonElement {
  const { entry, scene } = editor;
  const { translate } = scene.reader;
  const made = button("remove-alias", translate("options_aliases_remove"), () => {
    void attempt(scene, made, async () => {
      if (take(await scene.desk.change({ setting: "aliases", remove: alias }), editor)) {
        entry.input.focus();
        scene.desk.tell(translate("options_aliases_removed", [alias]));
      }
    });
  });
  made.setAttribute("aria-label", translate("options_aliases_remove_named", [alias]));
  return made;
}

/** True when it was saved. */
function take(result: ChangeResult, editor: Editor): boolean {
  editor.entry.complain(result.kind === "refused" ? result.because : null);
  if (result.kind === "saved") {
    draw(result.options, editor);
  }
  return result.kind === "saved";
}

function addressRow(address: string, controls: readonly (HTMLElement | null)[] = []): HTMLElement {
  return element("li", { data: { address } }, [mailText(address), ...controls]);
}

function addressList(rows: readonly HTMLElement[], none: string): HTMLElement {
  return rows.length === 0
    ? element("p", { class: "muted", text: none })
    : element("ul", { class: "addresses" }, rows);
}
