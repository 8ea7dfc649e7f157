import type { SettingsChange } from "../../app/settings.ts";
import type { ChoiceName } from "../../app/switches.ts";
import { element } from "../element.ts";
import { attempt, type OptionsScene } from "./options-desk.ts";
import { isLocked, lockNote } from "./setting-view.ts";

/** What a list offers, and what it is called. */
export interface Choice {
  /** Its hook. */
  readonly field: string;
  readonly label: string;
  readonly offered: readonly { readonly value: string; readonly text: string }[];
  readonly isLocked: boolean;
  /** What is chosen. */
  readonly current: (options: OptionsScene["options"]) => string;
  readonly change: (value: string) => SettingsChange;
  /** Called once something else holds. */
  readonly saved?: (options: OptionsScene["options"]) => void;
}

/** Chooses one of a few values. The list shows what holds, also where it was not saved. */
export function choiceRow(choice: Choice, scene: OptionsScene): HTMLElement {
  const select = element(
    "select",
    { data: { field: choice.field } },
    choice.offered.map(({ value, text }) => element("option", { text, attributes: { value } })),
  );
  let held = choice.current(scene.options);
  select.id = `${choice.field}-choice`;
  select.value = held;
  select.disabled = choice.isLocked;
  select.addEventListener("change", () => {
    const wanted = select.value;
    select.value = held;
    void attempt(scene, select, async () => {
      held = (await save(wanted, choice, scene)) ?? held;
      select.value = held;
    });
  });
  return element("p", { class: "entry-row" }, [
    element("label", { class: "label", text: choice.label, attributes: { for: select.id } }),
    select,
  ]);
}

/** Gives what holds now; null where nothing was saved. */
async function save(
  wanted: string,
  { current, change, saved }: Choice,
  { desk, reader }: OptionsScene,
): Promise<string | null> {
  const result = await desk.change(change(wanted));
  desk.tell(reader.translate(result.kind === "saved" ? "options_saved" : "options_locked"));
  if (result.kind === "refused") {
    return null;
  }
  saved?.(result.options);
  return current(result.options);
}

interface Named<Name extends ChoiceName> extends Pick<Choice, "saved"> {
  readonly setting: Name;
  readonly key: string;
}

/** The same for a setting whose texts are named after `key`. */
export function settingChoice<Name extends ChoiceName>(
  { setting, key, saved }: Named<Name>,
  values: readonly OptionsScene["options"]["settings"][Name][],
  scene: OptionsScene,
): HTMLElement {
  const { translate } = scene.reader;
  const choice: Choice = {
    field: key.replaceAll("_", "-"),
    label: translate(`options_${key}_label`),
    offered: values.map((value) => ({ value, text: translate(`options_${key}_${value}`) })),
    isLocked: isLocked(setting, scene),
    current: ({ settings }) => settings[setting],
    change: (to) => ({ setting, to }) as SettingsChange,
    ...(saved && { saved }),
  };
  return element("div", { class: "row" }, [lockNote(setting, scene), choiceRow(choice, scene)]);
}
