import type { ScanView } from "../../app/scan/scan.ts";
import { durationWords } from "../../core/words/duration-words.ts";
import { translateCount, type Reader } from "../../core/words/translate.ts";
import { button, element } from "../element.ts";
import { reasonOf } from "../reason-of.ts";

/** What the reading of the mail that is already there can be told. */
export interface ScanDesk {
  read(): Promise<ScanView>;
  start(): Promise<ScanView>;
  pause(): Promise<ScanView>;
  resume(): Promise<ScanView>;
  cancel(): Promise<ScanView>;
}

export interface ScanPanel {
  readonly root: HTMLElement;
  /** Looks how far it is, and goes on looking while it runs. */
  look(): Promise<void>;
}

/** Between two looks while it runs: often enough to be seen moving. */
const INTERVAL = 500;

interface State {
  readonly desk: ScanDesk;
  readonly reader: Reader;
  readonly root: HTMLElement;
  readonly ended: () => void;
  isLooking: boolean;
}

/** Starting, watching and stopping a look through the mail; `ended` hears of its end. */
export function scanPanel(desk: ScanDesk, reader: Reader, ended: () => void): ScanPanel {
  const label = reader.translate("scan_title");
  const root = element("section", { class: "scan", attributes: { "aria-label": label } });
  const state: State = { desk, reader, root, ended, isLooking: false };
  return { root, look: () => follow(() => desk.read(), state) };
}

async function follow(act: () => Promise<ScanView>, state: State): Promise<void> {
  let view = await attempt(act, state);
  if (state.isLooking) {
    return;
  }
  state.isLooking = true;
  const ran = view?.state === "running";
  while (view?.state === "running") {
    await new Promise((resolve) => setTimeout(resolve, INTERVAL));
    view = state.root.isConnected ? await attempt(() => state.desk.read(), state) : null;
  }
  state.isLooking = false;
  if (ran) {
    state.ended();
  }
}

/** Null where the background does not answer. */
async function attempt(act: () => Promise<ScanView>, state: State): Promise<ScanView | null> {
  try {
    const view = await act();
    draw(view, state);
    return view;
  } catch (error) {
    console.error(error);
    const text = state.reader.translate("popup_error_text", [reasonOf(error)]);
    state.root.replaceChildren(element("p", { text, attributes: { role: "alert" } }));
    return null;
  }
}

/** The focus stays on the button that was pressed, where it is still there. */
function draw(view: ScanView, state: State): void {
  const { root, reader } = state;
  const { activeElement } = document;
  const focused =
    activeElement instanceof HTMLElement && root.contains(activeElement)
      ? activeElement.dataset["action"]
      : undefined;
  root.dataset["scan"] = view.state;
  root.replaceChildren(
    ...[progressView(view, reader), ...wordsOf(view, reader)].filter((part) => part !== null),
    element("div", { class: "buttons" }, buttonsOf(view, state)),
  );
  if (focused !== undefined) {
    const again = root.querySelector<HTMLElement>(`[data-action="${focused}"]`);
    (again ?? root.querySelector("button"))?.focus();
  }
}

function progressView({ state, done, total }: ScanView, { translate }: Reader): HTMLElement | null {
  return state === "running" || state === "paused"
    ? element("progress", {
        attributes: {
          max: String(Math.max(1, total)),
          value: String(done),
          "aria-label": translate("scan_title"),
        },
      })
    : null;
}

function wordsOf(view: ScanView, reader: Reader): readonly HTMLElement[] {
  const { translate } = reader;
  const { state, done, total, counts, remainingMs, problem } = view;
  const found = translateCount("scan_found", counts.found, reader);
  const isUnderWay = state === "running" || state === "paused";
  const sentences = [
    isUnderWay ? translate("scan_progress", [String(done), String(total)]) : null,
    state === "never" ? null : found,
    remainingMs === null ? null : translate("scan_remaining", [durationWords(remainingMs, reader)]),
    counts.unreadable > 0 ? translateCount("scan_unreadable", counts.unreadable, reader) : null,
    problem === null ? null : translate("scan_problem", [problem]),
  ];
  return sentences
    .filter((text) => text !== null)
    .map((text) => element("p", { class: "muted", text }));
}

const BUTTONS: Readonly<Record<ScanView["state"], readonly (keyof ScanDesk)[]>> = {
  never: ["start"],
  running: ["pause", "cancel"],
  paused: ["resume", "cancel"],
  finished: ["start"],
  cancelled: ["start"],
};

function buttonsOf(view: ScanView, state: State): readonly HTMLElement[] {
  const { translate } = state.reader;
  return BUTTONS[view.state].map((act) => {
    const isAgain = act === "start" && view.state !== "never";
    const key = isAgain ? "scan_start_again" : `scan_${act}`;
    return button(`scan-${act}`, translate(key), () => {
      void follow(() => state.desk[act](), state);
    });
  });
}
