import type { ScanAccount } from "../../app/scan/scan.ts";
import { numberFormat } from "../../core/words/formats.ts";
import { translateCount } from "../../core/words/translate.ts";
import { element, mailText } from "../element.ts";
import { scanPanel } from "../scan/scan-view.ts";
import { attempt, sayFailure, type OptionsScene } from "./options-desk.ts";
import { monthsView } from "./months-view.ts";
import { isLocked, settingView } from "./setting-view.ts";

/** The mail that is already there: how much of it is read, and how far that has come. */
export function mailboxView(scene: OptionsScene): HTMLElement {
  const { desk, reader } = scene;
  const { translate } = reader;
  const panel = scanPanel(desk.scan, reader, () => undefined);
  void panel.look();
  return settingView({ name: "mailbox", setting: "scanLeftOut" }, scene, [
    element("p", { text: translate("options_mailbox_text") }),
    element("p", { class: "muted", text: translate("options_mailbox_consent") }),
    monthsView("scanMonths", [3, 6, 12, 24, 60, 0], scene),
    foldersView(scene),
    panel.root,
  ]);
}

/** Folded: the folders are asked for when somebody wants to see them. */
function foldersView(scene: OptionsScene): HTMLElement {
  const { desk, reader } = scene;
  const place = element("div", { class: "scan-folders" });
  const details = element("details", {}, [
    element("summary", { text: reader.translate("options_mailbox_folders") }),
    place,
  ]);
  details.addEventListener("toggle", () => {
    if (details.open && place.childElementCount === 0) {
      void desk.scanAccounts().then(
        (accounts) => {
          place.replaceChildren(...accounts.map((account) => accountView(account, scene)));
        },
        (error: unknown) => {
          sayFailure(error, scene);
        },
      );
    }
  });
  return details;
}

function accountView({ id, name, folders }: ScanAccount, scene: OptionsScene): HTMLElement {
  const format = numberFormat(scene.reader.locale);
  const rows = folders.map((folder) =>
    element("li", {}, [
      choice(folder.id, mailText(folder.path), scene),
      " ",
      element("span", {
        class: "muted",
        text: translateCount("options_mailbox_messages", folder.messages, scene.reader),
        attributes: { title: format.format(folder.messages) },
      }),
    ]),
  );
  return element("section", { class: "scan-account", data: { account: id } }, [
    choice(id, mailText(name), scene),
    element("ul", {}, rows),
  ]);
}

/** Ticked: it is read. */
function choice(id: string, name: HTMLElement, scene: OptionsScene): HTMLElement {
  const { options, desk, reader } = scene;
  const box = element("input", { attributes: { type: "checkbox" }, data: { scanned: id } });
  box.checked = !options.settings.scanLeftOut.includes(id);
  box.disabled = isLocked("scanLeftOut", scene);
  box.addEventListener("change", () => {
    void attempt(scene, box, async () => {
      const isLeftOut = !box.checked;
      const result = await desk.change({ setting: "scanLeftOut", id, isLeftOut });
      box.checked = result.kind === "saved" ? !isLeftOut : isLeftOut;
      if (result.kind === "refused") {
        desk.tell(reader.translate("options_locked"));
      }
    });
  });
  return element("label", { class: "check" }, [box, name]);
}
