import { request } from "../../messaging/client.ts";
import { element } from "../element.ts";
import { localize } from "../localize.ts";
import { readerNow } from "../reader.ts";
import { backgroundScan } from "../scan/background-scan.ts";
import { nowhereDesk } from "./nowhere-desk.ts";
import { welcomeView } from "./welcome-view.ts";

const main = document.querySelector("main") ?? document.body.appendChild(element("main"));
const told = document.querySelector(".told") ?? document.body.appendChild(element("div"));

const reader = readerNow();

const { parts, scan } = welcomeView({
  reader,
  desk: {
    scan: backgroundScan,
    list: () => request("listInvitations"),
    sample: () => request("inspectSample"),
    nowhere: nowhereDesk(() => {
      told.replaceChildren(element("p", { text: reader.translate("welcome_sample_answered") }));
    }),
    showInvitations() {
      location.href = "../invitations/invitations.html#first";
    },
  },
});

localize(document, reader);
main.replaceChildren(...parts);
void scan.look();
