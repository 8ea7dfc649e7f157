import { request } from "../../messaging/client.ts";
import { element } from "../element.ts";
import { localize } from "../localize.ts";
import { backgroundMemory } from "../memory/background-memory.ts";
import { memoryNotice } from "../memory/memory-notice.ts";
import { readerNow } from "../reader.ts";
import { backgroundScan } from "../scan/background-scan.ts";
import type { OptionsDesk } from "./options-desk.ts";
import { optionsView } from "./options-view.ts";
import { reasonOf } from "../reason-of.ts";
import { saveFile } from "../save-file.ts";
import { askPermission } from "./ask-permission.ts";

const main = document.querySelector("main") ?? document.body.appendChild(element("main"));
const told = document.querySelector(".told") ?? document.body.appendChild(element("div"));

const memory = memoryNotice(backgroundMemory, readerNow());
main.before(memory.root);

const desk: OptionsDesk = {
  change: (change) => request("changeSetting", change),
  allow: askPermission,
  reset: () => request("resetSettings"),
  offerAuthserv: () => request("offerAuthserv"),
  exportLedger: () => request("exportLedger"),
  previewImport: (text) => request("previewImport", text),
  importLedger: (text) => request("importLedger", text),
  takeOver: () => request("takeOver"),
  forget: () => request("forgetEvents"),
  findEvents: (text) => request("findEvents", text),
  forgetEvent: (uid) => request("forgetEvent", uid),
  scan: backgroundScan,
  scanAccounts: () => request("readScanAccounts"),
  save: saveFile,
  tell(sentence) {
    told.replaceChildren(element("p", { text: sentence }));
  },
  async refresh(asker) {
    await show();
    document.querySelector<HTMLElement>(asker)?.focus();
  },
};

async function show(): Promise<void> {
  const reader = readerNow();
  main.setAttribute("aria-busy", "true");
  try {
    const options = await request("readOptions");
    main.replaceChildren(...optionsView({ options, reader, desk }));
    void memory.look();
  } catch (error) {
    console.error(error);
    main.replaceChildren(
      element("p", { text: reader.translate("options_failed", [reasonOf(error)]) }),
    );
  }
  main.removeAttribute("aria-busy");
}

localize(document, readerNow());
void show();
