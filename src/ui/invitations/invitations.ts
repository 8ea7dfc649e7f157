import { request } from "../../messaging/client.ts";
import { onListNews } from "../../messaging/news.ts";
import { backgroundDesk } from "../card/background-desk.ts";
import { element } from "../element.ts";
import { localize } from "../localize.ts";
import { errorView } from "../popup/message-view.ts";
import { backgroundMemory } from "../memory/background-memory.ts";
import { memoryNotice } from "../memory/memory-notice.ts";
import { readerNow } from "../reader.ts";
import { backgroundScan } from "../scan/background-scan.ts";
import { scanPanel } from "../scan/scan-view.ts";
import { saveFile } from "../save-file.ts";
import type { InvitationsDesk } from "./invitations-desk.ts";
import { invitationsView } from "./invitations-view.ts";

const main = document.querySelector("main") ?? document.body.appendChild(element("main"));
const told = document.querySelector(".told") ?? document.body.appendChild(element("div"));

const desk: InvitationsDesk = {
  list: () => request("listInvitations"),
  inspect: (headerMessageId) => request("inspectListed", headerMessageId),
  inspectAgain: (messageId) => request("inspectAgain", messageId),
  forCard: backgroundDesk,
  openMessage: (headerMessageId) => request("openMessage", headerMessageId),
  save: saveFile,
  print() {
    window.print();
  },
  tell(sentence) {
    told.replaceChildren(element("p", { text: sentence }));
  },
};

const scene = { reader: readerNow(), desk };
const scan = scanPanel(backgroundScan, scene.reader, () => {
  void show();
});
const memory = memoryNotice(backgroundMemory, scene.reader);
main.before(memory.root);
const page = invitationsView(scene, scan.root);

async function show(): Promise<void> {
  scene.reader = readerNow();
  try {
    const rows = await desk.list();
    if (!page.root.isConnected) {
      main.replaceChildren(page.root);
    }
    page.take(rows);
    void memory.look();
  } catch (error) {
    console.error(error);
    main.replaceChildren(errorView(error, scene.reader));
  }
  main.removeAttribute("aria-busy");
}

localize(document, scene.reader);
void show().then(() => {
  // The page shown after installation comes with this, to spare the first click.
  if (location.hash === "#first") {
    page.openFirst();
  }
});
void scan.look();

/** Nobody looks: whoever comes back to this tab sees what has happened meanwhile. */
function showIfVisible(): void {
  if (document.visibilityState === "visible") {
    void show();
    void scan.look();
  }
}

document.addEventListener("visibilitychange", showIfVisible);
onListNews(showIfVisible);
