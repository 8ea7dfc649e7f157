import messages from "../../../_locales/en/messages.json";
import type { Desk } from "../../../src/ui/card/desk.ts";
import { translateFrom } from "../../../src/core/words/messages.ts";
import type { Reader } from "../../../src/core/words/translate.ts";
import { invitationsView } from "../../../src/ui/invitations/invitations-view.ts";
import { localize } from "../../../src/ui/localize.ts";
import { NOW } from "../cards.ts";
import { manyRows } from "../invitations/rows.ts";
import { scenes } from "./scenes.ts";

/*
 * The page of all invitations with made-up data:
 * gallery.html?rows=10000&section=all&open=1&choose=3&dir=rtl. Made into a page by build.js.
 */

const query = new URLSearchParams(location.search);

const reader: Reader = {
  translate: translateFrom(messages),
  locale: query.get("locale") ?? "en-GB",
  zone: "Europe/Berlin",
  now: NOW,
};

const never = (): Promise<never> => new Promise(() => undefined);

const cardDesk: Desk = {
  answer: never,
  resend: never,
  preview: never,
  surroundings: () => Promise.resolve(null),
  history: () => Promise.resolve([]),
  makeCalendar: never,
  undoAnswer: never,
  undoCalendar: never,
  applyAgain: never,
  occurrences: never,
  outcome: never,
  deleteMessage: never,
  openLink: () => Promise.resolve(),
  openMessage: () => Promise.resolve(false),
  forgetEvent: () => Promise.resolve(),
  refresh: () => undefined,
  rulesUrl: null,
};

const rows = manyRows(Number(query.get("rows") ?? "40"));

localize(document, reader);
document.documentElement.dir = query.get("dir") ?? "ltr";

const scene = scenes[query.get("scene") ?? "new"];
const view = invitationsView({
  reader,
  desk: {
    list: () => Promise.resolve(rows),
    inspect: (source) =>
      Promise.resolve(scene ?? { kind: "unreadable", messageId: source.length, because: "failed" }),
    inspectAgain: never,
    forCard: () => cardDesk,
    openMessage: () => Promise.resolve(true),
    save: () => undefined,
    print: () => undefined,
    tell: () => undefined,
  },
});
document.querySelector("main")?.replaceChildren(view.root);
view.take(rows);
document.querySelector<HTMLElement>(`[data-show="${query.get("section") ?? "all"}"]`)?.click();
if (query.has("open")) {
  document.querySelector<HTMLElement>(".row .row-main")?.click();
}
const boxes = [...document.querySelectorAll<HTMLElement>(".row input")];
for (const { id } of boxes
  .slice(0, Number(query.get("choose") ?? "0"))
  .map((box) => box.closest(".row") ?? box)) {
  document.querySelector<HTMLElement>(`[id="${id}"] input`)?.click();
}
document.querySelector("main")?.removeAttribute("aria-busy");
