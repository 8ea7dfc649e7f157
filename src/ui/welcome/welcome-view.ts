import type { MessageView } from "../../app/card.ts";
import type { ListedInvitation } from "../../app/listed-invitation.ts";
import { translateCount, type Reader } from "../../core/words/translate.ts";
import type { Desk } from "../card/desk.ts";
import { button, element } from "../element.ts";
import { errorView, messageView } from "../popup/message-view.ts";
import { scanPanel, type ScanDesk, type ScanPanel } from "../scan/scan-view.ts";

/** What the first page can have done for it. */
export interface WelcomeDesk {
  readonly scan: ScanDesk;
  list(): Promise<readonly ListedInvitation[]>;
  sample(): Promise<MessageView>;
  /** For the made-up card: nothing leaves. */
  readonly nowhere: Desk;
  /** Goes to the list, with the card of its first row. */
  showInvitations(): void;
}

export interface WelcomeScene {
  readonly reader: Reader;
  readonly desk: WelcomeDesk;
}

/** What the add-on does, what it never does, and the first step. */
export function welcomeView(scene: WelcomeScene): {
  readonly parts: readonly HTMLElement[];
  readonly scan: ScanPanel;
} {
  const { reader, desk } = scene;
  const open = element("div", { class: "open", attributes: { "aria-live": "polite" } });
  const scan = scanPanel(desk.scan, reader, () => void showOpen(open, scene));
  return {
    parts: [
      listOf("does", ["reads", "explains", "answers"], reader),
      listOf("never", ["network", "unasked", "banner"], reader),
      part("scan", reader, [
        element("p", { text: reader.translate("welcome_scan_text") }),
        scan.root,
        open,
      ]),
      sampleView(scene),
    ],
    scan,
  };
}

/** How many wait for an answer, and the way to them. */
async function showOpen(place: HTMLElement, { reader, desk }: WelcomeScene): Promise<void> {
  const rows = await desk.list();
  const waiting = rows.filter(({ section }) => section === "open" || section === "changed");
  const show = button("show-invitations", reader.translate("welcome_show"), () => {
    desk.showInvitations();
  });
  place.replaceChildren(
    element("p", { text: translateCount("welcome_open", waiting.length, reader) }),
    element("div", { class: "buttons" }, [show]),
  );
}

function listOf(name: string, items: readonly string[], reader: Reader): HTMLElement {
  const entries = items.map((item) =>
    element("li", { text: reader.translate(`welcome_${name}_${item}`) }),
  );
  return part(name, reader, [element("ul", { class: "points" }, entries)]);
}

function part(name: string, { translate }: Reader, children: readonly HTMLElement[]): HTMLElement {
  const heading = element("h2", { text: translate(`welcome_${name}`) });
  heading.id = `welcome-${name}`;
  return element(
    "section",
    { attributes: { "aria-labelledby": heading.id }, data: { welcome: name } },
    [heading, ...children],
  );
}

/** On a click only, and nowhere but on this page. */
function sampleView({ reader, desk }: WelcomeScene): HTMLElement {
  const { translate } = reader;
  const place = element("div", { class: "sample" });
  const show = button("try", translate("welcome_try"), () => {
    show.disabled = true;
    void sample(place, { reader, desk });
  });
  return part("sample", reader, [
    element("p", { text: translate("welcome_sample_text") }),
    element("div", { class: "buttons" }, [show]),
    place,
  ]);
}

async function sample(place: HTMLElement, { reader, desk }: WelcomeScene): Promise<void> {
  try {
    const around = { reader, desk: desk.nowhere, tryAgain: () => undefined };
    place.replaceChildren(...messageView(await desk.sample(), around));
  } catch (error) {
    console.error(error);
    place.replaceChildren(errorView(error, reader));
  }
}
