import type { AnswerRequest, CardView, PreviewView } from "../../app/card.ts";
import { personWords } from "../../core/words/people-words.ts";
import { translateCount } from "../../core/words/translate.ts";
import { letterView } from "../card/letter-view.ts";
import { readRequest } from "../card/read-request.ts";
import type { Scene } from "../card/scene.ts";
import { button, element } from "../element.ts";

/** A card in the popup, and what it is drawn from. */
export interface DrawnCard {
  readonly scene: Scene;
  readonly article: HTMLElement;
}

/** No more than this many answers leave in a minute; more invitations are answered one by one. */
const MAX_BATCH = 20;

type BatchAction = "accept" | "decline";

/** For each organizer of two or more invitations that one click answers: a way to answer them all. */
export function batchViews(cards: readonly DrawnCard[]): readonly HTMLElement[] {
  const answerable = cards.filter(isAnswerable);
  const organizers = new Set(answerable.map(({ scene }) => keyOf(scene.card)));
  return [...organizers]
    .map((organizer) => answerable.filter(({ scene }) => keyOf(scene.card) === organizer))
    .filter((group) => group.length > 1 && group.length <= MAX_BATCH)
    .map(batchView);
}

function isAnswerable({ scene: { card } }: DrawnCard): boolean {
  // The preview asks for all of them.
  const isUndoubted = card.confirm.every((reason) => reason === "ask");
  const isWaiting = card.outcome === null && card.answerNeeded === true;
  return (
    isWaiting &&
    isUndoubted &&
    card.replyWanted &&
    card.replyTo !== null &&
    card.actions.includes("accept")
  );
}

function keyOf({ replyTo }: CardView): string {
  return replyTo?.toLowerCase() ?? "";
}

function batchView(group: readonly DrawnCard[]): HTMLElement {
  const [first] = group;
  const view = element("section", { class: "batch" });
  if (first !== undefined) {
    offer(view, group, first.scene);
  }
  return view;
}

function offer(view: HTMLElement, group: readonly DrawnCard[], { card, reader }: Scene): void {
  const { translate } = reader;
  const organizer = personWords(card.organizer ?? { name: null, address: card.replyTo }, translate);
  const open = (action: BatchAction) => () => {
    void ask(view, { group, action });
  };
  view.replaceChildren(
    element("p", { text: translate("batch_text", [organizer]) }),
    element("div", { class: "buttons" }, [
      button("accept-all", translate("batch_accept"), open("accept")),
      button("decline-all", translate("batch_decline"), open("decline")),
    ]),
  );
}

interface Batch {
  readonly group: readonly DrawnCard[];
  readonly action: BatchAction;
}

/** Every answer as it would leave; only confirm and cancel act until one of them is pressed. */
async function ask(view: HTMLElement, batch: Batch): Promise<void> {
  const { group, action } = batch;
  const [first] = group;
  if (first === undefined) {
    return;
  }
  const { translate } = first.scene.reader;
  const heading = element("h3", {
    text: translate(`batch_title_${action}`),
    attributes: { tabindex: "-1" },
  });
  const letters = element("div", {
    class: "letters",
    attributes: { tabindex: "0", role: "group", "aria-label": translate("preview_title") },
  });
  const cancel = button("cancel", translate("action_cancel"), () => {
    setInert(group, false);
    offer(view, group, first.scene);
    view.querySelector<HTMLElement>(`[data-action="${action}-all"]`)?.focus();
  });
  const send = sendButton(view, batch, first.scene);
  setInert(group, true);
  view.replaceChildren(heading, letters, element("div", { class: "buttons" }, [send, cancel]));
  heading.focus();
  letters.replaceChildren(...(await lettersOf(group, action)));
  send.disabled = false;
}

/** Each card sends its own answer, as by a click on its own button; all of them were shown. */
function sendButton(view: HTMLElement, { group, action }: Batch, scene: Scene): HTMLButtonElement {
  const made = button("confirm", translateCount("batch_send", group.length, scene.reader), () => {
    setInert(group, false);
    view.remove();
    group.forEach((card) => {
      press(card, action);
    });
  });
  // Not before everything that would leave has been shown.
  made.disabled = true;
  return made;
}

function press({ article }: DrawnCard, action: BatchAction): void {
  const form = article.querySelector<HTMLElement>(".answer-form");
  if (form !== null) {
    form.dataset["previewed"] = "true";
    form.querySelector<HTMLElement>(`button[data-action="${action}"]`)?.click();
    delete form.dataset["previewed"];
  }
}

function setInert(group: readonly DrawnCard[], isInert: boolean): void {
  for (const { article } of group) {
    article.querySelector(".answers")?.toggleAttribute("inert", isInert);
  }
}

async function lettersOf(
  group: readonly DrawnCard[],
  action: BatchAction,
): Promise<readonly HTMLElement[]> {
  const letters = await Promise.all(
    group.map(async ({ scene, article }) => {
      const preview = await previewOf(scene, requestOf({ scene, article }, action));
      return preview.kind === "letters"
        ? preview.letters.map((letter) => letterView(letter, scene))
        : [element("p", { text: scene.reader.translate("preview_failed") })];
    }),
  );
  return letters.flat();
}

async function previewOf({ desk }: Scene, request: AnswerRequest): Promise<PreviewView> {
  try {
    return await desk.preview(request);
  } catch (error) {
    console.error(error);
    return { kind: "refused", reason: String(error) };
  }
}

function requestOf({ scene, article }: DrawnCard, action: BatchAction): AnswerRequest {
  const form = article.querySelector<HTMLElement>(".answer-form") ?? article;
  return { ...readRequest(form, action, scene), previewed: true, edit: false };
}
