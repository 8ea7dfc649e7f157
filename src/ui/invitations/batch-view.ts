import type { ListedInvitation } from "../../app/listed-invitation.ts";
import { translateCount } from "../../core/words/translate.ts";
import { button, element } from "../element.ts";
import { batchPreview } from "./batch-preview.ts";
import type { InvitationsScene } from "./invitations-desk.ts";
import { BATCH_ACTIONS, MAX_BATCH, planOf, type BatchAction } from "./plan-batch.ts";

/** The invitations that are chosen to be answered together. */
export interface Batch {
  readonly root: HTMLElement;
  has(key: string): boolean;
  toggle(row: ListedInvitation): void;
  chooseAll(rows: readonly ListedInvitation[]): void;
  /** Other rows: what is no longer among them is not chosen either. */
  take(rows: readonly ListedInvitation[]): void;
}

interface State {
  readonly scene: InvitationsScene;
  readonly chosen: Map<string, ListedInvitation>;
  readonly root: HTMLElement;
  /** Tells the list which rows look different now. */
  readonly changed: (keys: readonly string[]) => void;
  /** The preview stands there, then what became of the answers: the list may not take it away. */
  isAnswering: boolean;
}

export function batchView(
  scene: InvitationsScene,
  changed: (keys: readonly string[]) => void,
): Batch {
  const label = scene.reader.translate("invitations_batch");
  const root = element("section", { class: "batch", attributes: { "aria-label": label } });
  const state: State = { scene, chosen: new Map(), root, changed, isAnswering: false };
  draw(state);
  return {
    root,
    has: (key) => state.chosen.has(key),
    toggle(row) {
      if (row.canAnswer) {
        choose(state.chosen.has(row.key) ? [] : [row], [row], state);
      }
    },
    chooseAll(rows) {
      const able = rows.filter(({ canAnswer }) => canAnswer);
      const all = able.every(({ key }) => state.chosen.has(key));
      choose(all ? [] : able, able, state);
    },
    take(rows) {
      const able = new Map(rows.filter(({ canAnswer }) => canAnswer).map((row) => [row.key, row]));
      const chosen = [...state.chosen.keys()].flatMap((key) => able.get(key) ?? []);
      state.chosen.clear();
      chosen.forEach((row) => state.chosen.set(row.key, row));
      if (!state.isAnswering) {
        draw(state);
      }
    },
  };
}

/** Of `among`, these and no others; up to the limit. */
function choose(
  rows: readonly ListedInvitation[],
  among: readonly ListedInvitation[],
  state: State,
): void {
  const { chosen, scene, changed } = state;
  among.forEach(({ key }) => chosen.delete(key));
  const room = MAX_BATCH - chosen.size;
  rows.slice(0, room).forEach((row) => chosen.set(row.key, row));
  if (rows.length > room) {
    scene.desk.tell(translateCount("invitations_batch_limit", MAX_BATCH, scene.reader));
  }
  changed(among.map(({ key }) => key));
  draw(state);
}

function draw(state: State): void {
  const { root, chosen, scene } = state;
  const { reader } = scene;
  root.hidden = chosen.size === 0;
  const answers = BATCH_ACTIONS.map((action) => {
    const made = button("batch", reader.translate(`action_${action}`), () => {
      void preview(action, state);
    });
    made.dataset["batch"] = action;
    return made;
  });
  const none = button("choose-none", reader.translate("invitations_batch_none"), () => {
    choose([], [...chosen.values()], state);
  });
  root.replaceChildren(
    element("p", {
      class: "batch-count",
      text: translateCount("invitations_batch_count", chosen.size, reader),
      attributes: { role: "status" },
    }),
    element("div", { class: "buttons" }, [...answers, none]),
  );
}

/** Reads every message again: what is shown is what would leave now. */
async function preview(action: BatchAction, state: State): Promise<void> {
  const { root, chosen, scene } = state;
  root.setAttribute("aria-busy", "true");
  state.isAnswering = true;
  const rows = [...chosen.values()];
  const plans = await Promise.all(
    rows.map(async (row) => planOf(row, await inspect(row, scene), action)),
  );
  root.removeAttribute("aria-busy");
  const view = batchPreview({ plans, action }, scene, () => {
    state.isAnswering = false;
    choose([], rows, state);
  });
  root.replaceChildren(view);
  view.querySelector("h2")?.focus();
}

async function inspect(
  { source }: ListedInvitation,
  { desk }: InvitationsScene,
): ReturnType<InvitationsScene["desk"]["inspect"]> {
  try {
    return await desk.inspect(source);
  } catch (error) {
    console.error(error);
    return { kind: "no-message" };
  }
}
