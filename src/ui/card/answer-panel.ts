import type { AnswerRequest, CalendarChoice, OutcomeView } from "../../app/card.ts";
import { reasonsFor, type ConfirmReason } from "../../core/answer/second-click.ts";
import type { Action } from "../../core/itip/actions.ts";
import { element } from "../element.ts";
import { reasonOf } from "../reason-of.ts";
import { answerForm } from "./answer-form.ts";
import { AnswersHere, type Said } from "./answers-here.ts";
import { calendarQuestion } from "./calendar-question.ts";
import { confirmView } from "./confirm-view.ts";
import { followOutcome, intervalAfter } from "./follow-outcome.ts";
import { fieldValue } from "./field.ts";
import { outcomeRegion, outcomeView } from "./outcome-view.ts";
import { localOutcome } from "./local-outcome.ts";
import { readRequest } from "./read-request.ts";
import type { Scene } from "./scene.ts";
import { undoCalendar } from "./undo-calendar.ts";

interface Panel {
  /** Its card's reference names the occurrence that is chosen. */
  scene: Scene;
  readonly root: HTMLElement;
  readonly region: HTMLElement;
  readonly form: HTMLElement | null;
  readonly above: Above;
  readonly given: AnswersHere;
  isFollowing: boolean;
  /** The outcome that stands there, as text; "" before there was any. */
  shown: string;
}

/** What stands above on the card and depends on the answers. */
export interface Above {
  /** Something is known of a click, or that there was none. */
  readonly changed: () => void;
  /** The user answered this; null: nothing that holds since the card was drawn. */
  readonly say: (said: Said | null, scene: Scene) => void;
}

/** The foot of a card: answers, the second click where one is due, and what became of it. */
export function answerPanel(scene: Scene, above: Above): HTMLElement {
  const region = outcomeRegion();
  const root = element("footer", { class: "answers" });
  const form = answerForm(scene, (action) => {
    if (panel.form !== null) {
      press(panel, readRequest(panel.form, action, panel.scene));
    }
  });
  const given = new AnswersHere();
  const panel: Panel = { scene, root, region, form, above, given, isFollowing: false, shown: "" };
  root.append(region, ...(form === null ? [] : [form]));
  form?.querySelector('[data-field="occurrence"]')?.addEventListener("change", () => {
    void switchOccurrence(panel, form);
  });
  place(panel, scene.card.outcome);
  if (scene.card.outcome !== null) {
    void follow(panel, scene.card.outcome);
  }
  return root;
}

/** What was said of the occurrence that is chosen now, or of the series again. */
async function switchOccurrence(panel: Panel, form: HTMLElement): Promise<void> {
  const { card, desk, reader } = panel.scene;
  const ref = { ...card.ref, occurrence: fieldValue(form, "occurrence") };
  panel.scene = { card: { ...card, ref }, desk, reader };
  panel.isFollowing = false;
  place(panel, null);
  sayMyAnswer(panel, null);
  try {
    const outcome = await desk.outcome(ref);
    if (panel.scene.card.ref === ref && outcome !== null) {
      await follow(panel, outcome);
    }
  } catch (error) {
    // The background may be starting anew; an answer says what became of it.
    console.warn(error);
  }
}

function press(panel: Panel, request: AnswerRequest): void {
  const reasons = reasonsFor(request, panel.scene.card.confirm);
  if (reasons.length > 0) {
    ask(panel, request, reasons);
  } else {
    void send(panel, request);
  }
}

function ask(panel: Panel, request: AnswerRequest, reasons: readonly ConfirmReason[]): void {
  openQuestion(panel, request.action, ({ close, cancel }) => {
    const confirm = (): void => {
      close();
      void send(panel, { ...request, confirmed: true });
    };
    return confirmView({ request, reasons, confirm, cancel }, panel.scene);
  });
}

function askForCalendar(
  panel: Panel,
  request: AnswerRequest,
  calendars: readonly CalendarChoice[],
): void {
  openQuestion(panel, request.action, ({ close, cancel }) => {
    const choose = (calendar: string): void => {
      close();
      void send(panel, { ...request, calendar });
    };
    return calendarQuestion({ calendars, choose, cancel }, panel.scene);
  });
}

interface Way {
  readonly close: () => void;
  readonly cancel: () => void;
}

/** Only the question's own buttons act until one of them is pressed. */
function openQuestion(panel: Panel, action: Action, make: (way: Way) => HTMLElement): void {
  const close = (): void => {
    question.remove();
    panel.root.classList.remove("asking");
    setEnabled(panel, true);
  };
  const cancel = (): void => {
    close();
    answerButton(panel, action)?.focus();
  };
  const question = make({ close, cancel });
  setEnabled(panel, false);
  panel.root.classList.add("asking");
  panel.root.append(question);
  question.querySelector("h3")?.focus();
}

async function send(panel: Panel, request: AnswerRequest): Promise<void> {
  const { desk } = panel.scene;
  await attempt(panel, request.action, async () => {
    const result = await desk.answer(request);
    if (result.kind === "outcome") {
      await follow(panel, result.outcome);
    } else if (result.kind === "confirm") {
      show(panel, null);
      ask(panel, request, result.reasons);
    } else if (result.kind === "which-calendar") {
      show(panel, null);
      askForCalendar(panel, request, result.calendars);
    } else {
      desk.refresh();
    }
  });
}

/** Something about the calendar alone: the answer is left as it is. */
async function mend(
  panel: Panel,
  { action }: OutcomeView,
  run: () => Promise<OutcomeView | null>,
): Promise<void> {
  await attempt(panel, action, async () => {
    show(panel, await run());
    focusOutcome(panel);
  });
}

async function resend(panel: Panel, { action }: OutcomeView): Promise<void> {
  const { desk, card } = panel.scene;
  await attempt(panel, action, async () => {
    await follow(panel, await desk.resend(card.ref));
  });
}

/** As if nothing had been clicked, which is said; or what is true where it was too late. */
async function takeBack(panel: Panel, { action }: OutcomeView): Promise<void> {
  const { desk, card, reader } = panel.scene;
  try {
    const { isUndone, outcome } = await desk.undoAnswer(card.ref);
    show(panel, outcome);
    if (isUndone) {
      const text = reader.translate("outcome_taken_back");
      panel.region.append(element("p", { class: "taken-back muted", text }));
      answerButton(panel, action)?.focus();
    }
  } catch (error) {
    // Whether it was taken back is told by the next question.
    console.warn(error);
  }
}

function answerButton({ form }: Panel, action: Action): HTMLElement | null {
  return form?.querySelector<HTMLElement>(`button[data-action="${action}"]`) ?? null;
}

/** Shows at once that something happens; a background that does not answer is said to be so. */
async function attempt(panel: Panel, action: Action, run: () => Promise<void>): Promise<void> {
  show(panel, localOutcome("pending", action));
  focusOutcome(panel);
  try {
    await run();
  } catch (error) {
    show(panel, await outcomeAfterError(panel, action, reasonOf(error)));
    focusOutcome(panel);
  }
}

/** The click may have arrived although the answer to it did not: never less, never more than known. */
async function outcomeAfterError(
  { scene: { card, desk } }: Panel,
  action: Action,
  reason: string,
): Promise<OutcomeView> {
  try {
    return (await desk.outcome(card.ref)) ?? localOutcome("failed", action, reason);
  } catch {
    // Nobody answers at all: what became of the click cannot be told from here.
    return localOutcome("unknown", action, reason);
  }
}

async function follow(panel: Panel, outcome: OutcomeView): Promise<void> {
  show(panel, outcome);
  focusOutcome(panel);
  const { card, desk } = panel.scene;
  if (intervalAfter(outcome) === null || panel.isFollowing) {
    return;
  }
  panel.isFollowing = true;
  const isCurrent = (): boolean => panel.scene.card.ref === card.ref;
  await followOutcome(card.ref, desk, (next) => {
    if (isCurrent()) {
      show(panel, next);
    }
    return isCurrent() && panel.root.isConnected;
  });
  if (isCurrent()) {
    panel.isFollowing = false;
  }
}

/** What became of a click, and what is true of the answers since. */
function show(panel: Panel, outcome: OutcomeView | null): void {
  if (place(panel, outcome)) {
    sayMyAnswer(panel, outcome);
  }
}

/** False where the same stands there already. */
function place(panel: Panel, outcome: OutcomeView | null): boolean {
  const text = JSON.stringify(outcome);
  if (text === panel.shown) {
    // Drawn anew it would be read aloud anew, and whoever stands on its button would lose his place.
    return false;
  }
  panel.shown = text;
  panel.above.changed();
  const { region } = panel;
  const hadFocus = region.contains(document.activeElement);
  region.replaceChildren(...(outcome === null ? [] : [draw(panel, outcome)]));
  // While the composer is open, or the answer held back, the user may still think better of it.
  const isFree = outcome?.isEditing === true || (outcome?.leavesAt ?? null) !== null;
  setEnabled(panel, outcome?.state !== "pending" || isFree);
  if (hadFocus) {
    focusOutcome(panel);
  }
  return true;
}

function draw(panel: Panel, outcome: OutcomeView): HTMLElement {
  const { reader, desk, card } = panel.scene;
  const remedies = {
    undoAnswer: () => void takeBack(panel, outcome),
    resend: () => void resend(panel, outcome),
    applyAgain: () => void mend(panel, outcome, () => desk.applyAgain(card.ref)),
    undoCalendar: () => void mend(panel, outcome, () => undoCalendar(outcome, panel.scene)),
  };
  return outcomeView(outcome, { ...reader, now: Date.now() }, remedies);
}

function sayMyAnswer({ scene, above, given }: Panel, outcome: OutcomeView | null): void {
  above.say(given.note(scene.card.ref.occurrence, outcome), scene);
}

function setEnabled({ form }: Panel, isEnabled: boolean): void {
  form?.toggleAttribute("inert", !isEnabled);
  for (const button of form?.querySelectorAll("button") ?? []) {
    button.disabled = !isEnabled;
  }
}

function focusOutcome({ region }: Panel): void {
  region.querySelector<HTMLElement>("[data-outcome]")?.focus();
}
