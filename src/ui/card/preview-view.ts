import type { AnswerRequest, PreviewView } from "../../app/card.ts";
import type { Action } from "../../core/itip/actions.ts";
import { element } from "../element.ts";
import { fieldValue, labelled, labelledRow } from "./field.ts";
import { letterView } from "./letter-view.ts";
import { readRequest } from "./read-request.ts";
import type { Scene } from "./scene.ts";

/** Actions that send something, in the order of a card. */
const SENDING: readonly Action[] = [
  "accept",
  "tentative",
  "decline",
  "delegate",
  "counter",
  "refresh",
];

/** What each answer of a form would send, as the fields stand now; null where nothing is sent. */
export function formPreview(scene: Scene, form: HTMLElement): HTMLElement | null {
  const { card, reader } = scene;
  const { translate } = reader;
  const sending = SENDING.filter((action) => card.actions.includes(action));
  if (sending.length === 0) {
    return null;
  }
  const options = sending.map((action) =>
    element("option", { text: translate(`action_${action}`), attributes: { value: action } }),
  );
  const label = translate("preview_action");
  const select = labelled("preview-action", label, element("select", {}, options));
  const chosen = (): AnswerRequest =>
    readRequest(form, (fieldValue(form, "preview-action") ?? "accept") as Action, scene);
  const { root, update } = letterPreview(scene, chosen, [labelledRow(label, select)]);
  for (const event of ["input", "change"]) {
    form.addEventListener(event, update);
  }
  return root;
}

/** A fold that shows what a request would send; `update` shows it anew while it is open. */
export function letterPreview(
  scene: Scene,
  request: () => AnswerRequest,
  before: readonly HTMLElement[] = [],
): { readonly root: HTMLDetailsElement; readonly update: () => void } {
  const { reader } = scene;
  const label = reader.translate("preview_title");
  const letters = element("div", {
    class: "letters",
    attributes: { tabindex: "0", role: "group", "aria-label": label },
  });
  const root = element("details", { class: "preview" }, [
    element("summary", { text: label }),
    ...before,
    letters,
  ]);
  const update = latestOnly(async () => {
    if (root.open) {
      await draw(letters, request(), scene);
    }
  });
  root.addEventListener("toggle", update);
  return { root, update };
}

/** While one run is under way, any number of calls make one more; so the last word is the newest. */
function latestOnly(run: () => Promise<void>): () => void {
  let isRunning = false;
  let isStale = false;
  const runAll = async (): Promise<void> => {
    isRunning = true;
    do {
      isStale = false;
      await run();
      // `isStale` may have been set during the run.
    } while (isStale as boolean);
    isRunning = false;
  };
  return () => {
    isStale = true;
    if (!isRunning) {
      void runAll();
    }
  };
}

async function draw(letters: HTMLElement, request: AnswerRequest, scene: Scene): Promise<void> {
  const { translate } = scene.reader;
  letters.setAttribute("aria-busy", "true");
  try {
    letters.replaceChildren(...previewWords(await scene.desk.preview(request), request, scene));
  } catch (error) {
    console.error(error);
    letters.replaceChildren(element("p", { text: translate("preview_failed") }));
  }
  letters.removeAttribute("aria-busy");
}

function previewWords(
  preview: PreviewView,
  { action }: AnswerRequest,
  scene: Scene,
): readonly HTMLElement[] {
  const { translate } = scene.reader;
  switch (preview.kind) {
    case "letters":
      return preview.letters.length === 0
        ? [element("p", { text: translate("preview_nothing") })]
        : preview.letters.map((letter) => letterView(letter, scene));
    case "refused":
      return [element("p", { text: translate(MISSING[action] ?? "preview_refused") })];
    case "outdated":
      return [element("p", { text: translate("preview_outdated") })];
  }
}

/** What an answer lacks most likely. */
const MISSING: Partial<Record<Action, string>> = {
  delegate: "preview_missing_delegate",
  counter: "preview_missing_counter",
};
