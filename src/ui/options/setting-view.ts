import type { SettingName } from "../../app/settings.ts";
import { element, type Child } from "../element.ts";
import type { OptionsScene } from "./options-desk.ts";

/** What a part of the page is about. */
export interface Topic {
  /** The prefix of its texts, and its hook. */
  readonly name:
    | "aliases"
    | "authserv"
    | "templates"
    | "language"
    | "undo"
    | "copy"
    | "after"
    | "notify"
    | "calendars"
    | "bar"
    | "sending"
    | "mailbox"
    | "retention"
    | "record";
  /** The setting that an administrator may have locked; null for none. */
  readonly setting: SettingName | null;
}

/** One part of the page: its heading, and whether it can be changed. */
export function settingView(
  { name, setting }: Topic,
  scene: OptionsScene,
  children: readonly Child[],
): HTMLElement {
  const { translate } = scene.reader;
  const heading = element("h3", {
    text: translate(`options_${name}_title`),
    attributes: { tabindex: "-1" },
  });
  heading.id = `${name}-title`;
  const lock = setting === null ? null : lockNote(setting, scene);
  return element(
    "section",
    { class: "setting", attributes: { "aria-labelledby": heading.id }, data: { setting: name } },
    [heading, lock, ...children],
  );
}

/** Says that an administrator set it; null where nobody did. */
export function lockNote(setting: SettingName, scene: OptionsScene): HTMLElement | null {
  return isLocked(setting, scene)
    ? element("p", { class: "locked", text: scene.reader.translate("options_locked") })
    : null;
}

export function isLocked(setting: SettingName, { options }: OptionsScene): boolean {
  return options.locked.includes(setting);
}
