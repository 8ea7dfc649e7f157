import type { MessageView } from "../../app/card.ts";
import type { ListedInvitation } from "../../app/listed-invitation.ts";
import { button, element } from "../element.ts";
import { errorView, messageView } from "../popup/message-view.ts";
import type { InvitationsScene } from "./invitations-desk.ts";

export interface Detail {
  readonly root: HTMLElement;
  /** Shows the cards of the row's message; null: nothing is chosen. */
  show(row: ListedInvitation | null): Promise<void>;
}

interface State {
  readonly scene: InvitationsScene;
  readonly root: HTMLElement;
  readonly close: () => void;
  shown: ListedInvitation | null;
}

/** The card of the row that was opened, with everything that the popup has. */
export function detailView(scene: InvitationsScene, close: () => void): Detail {
  const { translate } = scene.reader;
  const label = translate("invitations_detail");
  const root = element("section", { class: "detail", attributes: { "aria-label": label } });
  const state: State = { scene, root, close, shown: null };
  const empty = element("p", { class: "empty muted", text: translate("invitations_detail_empty") });
  root.append(empty);
  root.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !event.defaultPrevented) {
      close();
    }
  });
  return {
    root,
    async show(row) {
      state.shown = row;
      root.classList.toggle("open", row !== null);
      if (row === null) {
        root.replaceChildren(empty);
        return;
      }
      root.setAttribute("aria-busy", "true");
      await fill(row, () => scene.desk.inspect(row.source), state);
    },
  };
}

async function fill(
  row: ListedInvitation,
  inspect: () => Promise<MessageView>,
  state: State,
): Promise<void> {
  const { scene, root } = state;
  const { desk } = scene;
  const content = await contentOf(inspect, scene, {
    again: (messageId) => void fill(row, () => desk.inspectAgain(messageId), state),
    refresh: () => void fill(row, () => desk.inspect(row.source), state),
  });
  // Another row may have been opened meanwhile.
  if (state.shown === row) {
    root.replaceChildren(headOf(row, state), ...content);
    root.removeAttribute("aria-busy");
  }
}

function headOf(row: ListedInvitation, { scene, close }: State): HTMLElement {
  const { translate } = scene.reader;
  return element("div", { class: "detail-head" }, [
    button("close", translate("invitations_back"), close),
    button("open-message", translate("invitations_open_message"), () => {
      void openMessage(row, scene);
    }),
  ]);
}

interface Again {
  readonly again: (messageId: number) => void;
  readonly refresh: () => void;
}

async function contentOf(
  inspect: () => Promise<MessageView>,
  { reader, desk }: InvitationsScene,
  { again, refresh }: Again,
): Promise<readonly HTMLElement[]> {
  try {
    const view = await inspect();
    if (view.kind === "no-message") {
      const text = reader.translate("invitations_gone");
      return [element("p", { class: "empty", text, attributes: { role: "alert" } })];
    }
    const around = {
      reader: { ...reader, now: Date.now() },
      desk: desk.forCard(refresh),
      tryAgain: again,
    };
    return messageView(view, around);
  } catch (error) {
    console.error(error);
    return [errorView(error, reader)];
  }
}

async function openMessage(
  row: ListedInvitation,
  { reader, desk }: InvitationsScene,
): Promise<void> {
  if (!(await desk.openMessage(row.source))) {
    desk.tell(reader.translate("invitations_gone"));
  }
}
