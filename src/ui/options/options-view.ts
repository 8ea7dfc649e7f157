import { element } from "../element.ts";
import { aliasesView } from "./aliases-view.ts";
import { authservView } from "./authserv-view.ts";
import { calendarsView } from "./calendars-view.ts";
import { languageView } from "./language-view.ts";
import { mailboxView } from "./mailbox-view.ts";
import type { OptionsScene } from "./options-desk.ts";
import { recordView } from "./record-view.ts";
import { retentionView } from "./retention-view.ts";
import { sendingView } from "./sending-view.ts";
import { settingView } from "./setting-view.ts";
import { switchRow } from "./switch-row.ts";
import { templatesView } from "./templates-view.ts";
import { undoView } from "./undo-view.ts";

/** Everything that can be chosen, with what it means, and the way to each part. */
export function optionsView(scene: OptionsScene): readonly HTMLElement[] {
  const groups = groupsOf(scene).filter(({ parts }) => parts.length > 0);
  const resting = scene.options.twin === "at-work" ? [restingView(scene)] : [];
  return [wayTo(groups, scene), ...resting, ...groups.map((group) => groupView(group, scene))];
}

/** Nothing here has an effect while the other edition does the work. */
function restingView({ reader: { translate } }: OptionsScene): HTMLElement {
  return element("section", { class: "risk", data: { twin: "at-work" } }, [
    element("h2", { text: translate("popup_resting_title") }),
    element("p", { text: translate("popup_resting_text") }),
  ]);
}

interface Group {
  readonly name: "people" | "answers" | "calendar" | "notices" | "memory";
  readonly parts: readonly HTMLElement[];
}

function groupsOf(scene: OptionsScene): readonly Group[] {
  return [
    { name: "people", parts: [aliasesView(scene), authservView(scene)] },
    {
      name: "answers",
      parts: [
        templatesView(scene),
        languageView(scene),
        undoView(scene),
        sendingView(scene),
        copyView(scene),
        afterView(scene),
      ],
    },
    { name: "calendar", parts: calendarParts(scene) },
    { name: "notices", parts: [notifyView(scene)] },
    { name: "memory", parts: [mailboxView(scene), recordView(scene), retentionView(scene)] },
  ];
}

/** Whether the answer is attached once more as application/ics. */
function copyView(scene: OptionsScene): HTMLElement {
  return settingView({ name: "copy", setting: null }, scene, [
    switchRow({ setting: "attachCopy", key: "copy", isExplained: true, isTold: true }, scene),
  ]);
}

/** What becomes of the message that was answered. */
function afterView(scene: OptionsScene): HTMLElement {
  return settingView({ name: "after", setting: null }, scene, [
    switchRow({ setting: "markRead", key: "read" }, scene),
    switchRow({ setting: "tagAnswered", key: "tag" }, scene),
    switchRow({ setting: "trashAnswered", key: "trash", isExplained: true }, scene),
  ]);
}

/** What is told while no card is looked at. */
function notifyView(scene: OptionsScene): HTMLElement {
  return settingView({ name: "notify", setting: null }, scene, [
    switchRow({ setting: "notifyNotLeft", key: "notify_not_left", isExplained: true }, scene),
    switchRow({ setting: "notifyCancelled", key: "notify_cancelled" }, scene),
    switchRow({ setting: "notifyChanged", key: "notify_changed" }, scene),
  ]);
}

function calendarParts(scene: OptionsScene): readonly HTMLElement[] {
  const { calendars, hidesBuiltInBar } = scene.options;
  return [
    ...(calendars === null ? [] : [calendarsView(calendars, scene)]),
    ...(hidesBuiltInBar ? [barView(scene)] : []),
  ];
}

/** Whether Thunderbird's own bar stands above invitations, too. */
function barView(scene: OptionsScene): HTMLElement {
  return settingView({ name: "bar", setting: null }, scene, [
    switchRow({ setting: "hideBuiltInBar", key: "bar", isExplained: true, isTold: true }, scene),
  ]);
}

function groupView({ name, parts }: Group, { reader }: OptionsScene): HTMLElement {
  const heading = element("h2", {
    text: reader.translate(`options_group_${name}`),
    attributes: { tabindex: "-1" },
  });
  heading.id = `group-${name}`;
  const attributes = { "aria-labelledby": heading.id };
  return element("section", { class: "group", attributes, data: { group: name } }, [
    heading,
    ...parts,
  ]);
}

function wayTo(groups: readonly Group[], { reader: { translate } }: OptionsScene): HTMLElement {
  const links = groups.map(({ name }) => {
    const attributes = { href: `#group-${name}` };
    return element("li", {}, [
      element("a", { text: translate(`options_group_${name}`), attributes }),
    ]);
  });
  const attributes = { "aria-label": translate("options_groups") };
  return element("nav", { attributes }, [element("ul", {}, links)]);
}
