import type { OutcomeView } from "../../app/card.ts";
import { outcomeWords } from "../../core/words/outcome-words.ts";
import { translateCount } from "../../core/words/translate.ts";
import { followOutcome } from "../card/follow-outcome.ts";
import { button, element, mailText } from "../element.ts";
import { reasonOf } from "../reason-of.ts";
import type { InvitationsScene } from "./invitations-desk.ts";
import { requestOf, type BatchAction, type Plan } from "./plan-batch.ts";

interface Planned {
  readonly plans: readonly Plan[];
  readonly action: BatchAction;
}

type Letter = Extract<Plan, { kind: "letter" }>;

/** Answers under way at one time: the mail server is not to be flooded, nor waited for one by one. */
const AT_ONE_TIME = 3;

/** What would leave, line by line; nothing leaves before the click below it. */
export function batchPreview(
  { plans, action }: Planned,
  scene: InvitationsScene,
  close: () => void,
): HTMLElement {
  const { reader } = scene;
  const { translate } = reader;
  const letters = plans.filter((plan) => plan.kind === "letter");
  const lines = new Map(plans.map((plan) => [plan, lineOf(plan, scene)]));
  const cancel = button("cancel", translate("action_cancel"), close);
  const confirm = button(
    "confirm",
    translateCount(`invitations_batch_send_${action}`, letters.length, reader),
    () => {
      cancel.disabled = true;
      const answers = letters.map((plan) => ({ plan, line: lines.get(plan) }));
      void sendAll({ answers, action }, scene).then((heldBack) => {
        cancel.disabled = false;
        cancel.textContent = translate("invitations_batch_close");
        const undo = undoButton(heldBack, scene);
        confirm.replaceWith(...(heldBack.length === 0 ? [] : [undo]));
        (heldBack.length === 0 ? cancel : undo).focus();
      });
      confirm.disabled = true;
    },
  );
  return element("div", { class: "preview" }, [
    element("h2", {
      text: translateCount("invitations_batch_preview", letters.length, reader),
      attributes: { tabindex: "-1" },
    }),
    element("ul", { class: "preview-lines" }, [...lines.values()]),
    element("div", { class: "buttons" }, [letters.length === 0 ? null : confirm, cancel]),
  ]);
}

function lineOf(plan: Plan, { reader: { translate } }: InvitationsScene): HTMLElement {
  const title = plan.row.title ?? translate("invitations_untitled");
  const words =
    plan.kind === "letter"
      ? translate("invitations_batch_line", [
          plan.card.replyTo ?? "",
          plan.card.identities[0]?.address ?? "",
        ])
      : translate(`invitations_batch_${plan.because.replaceAll("-", "_")}`);
  return element("li", { data: { plan: plan.kind, uid: plan.row.uid } }, [
    mailText(title, { class: "row-title" }),
    element("span", { class: "muted", text: words, attributes: { "aria-live": "polite" } }),
  ]);
}

/** One of the answers, and the line that says what becomes of it. */
interface Answer {
  readonly plan: Letter;
  readonly line: HTMLElement | undefined;
}

interface Sending {
  readonly answers: readonly Answer[];
  readonly action: BatchAction;
}

/**
 * One intent each, some at a time; a failure of one does not keep the others. Gives those that can
 * still be taken back.
 */
async function sendAll(
  { answers, action }: Sending,
  scene: InvitationsScene,
): Promise<readonly Answer[]> {
  const waiting = [...answers];
  const heldBack: Answer[] = [];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      if (await send(next, action, scene)) {
        heldBack.push(next);
      }
    }
  };
  await Promise.all(Array.from({ length: AT_ONE_TIME }, work));
  return heldBack;
}

/** True where it is held back. */
async function send(
  answer: Answer,
  action: BatchAction,
  scene: InvitationsScene,
): Promise<boolean> {
  const { reader } = scene;
  const { card } = answer.plan;
  const desk = scene.desk.forCard(() => undefined);
  tell(answer, "pending", reader.translate("outcome_pending"));
  try {
    const result = await desk.answer(requestOf(card, action));
    if (result.kind !== "outcome") {
      tell(answer, "left-out", reader.translate("invitations_batch_look"));
      return false;
    }
    tellOutcome(answer, result.outcome, scene);
    const isHeldBack = result.outcome.leavesAt !== null;
    if (isHeldBack) {
      void followOutcome(card.ref, desk, (outcome) => {
        const isSeen = answer.line?.isConnected === true && outcome !== null;
        if (isSeen) {
          tellOutcome(answer, outcome, scene);
        }
        return isSeen;
      });
    }
    return isHeldBack;
  } catch (error) {
    tell(answer, "unknown", reader.translate("popup_error_text", [reasonOf(error)]));
    return false;
  }
}

/** All that have not left yet. */
function undoButton(heldBack: readonly Answer[], scene: InvitationsScene): HTMLButtonElement {
  const { translate } = scene.reader;
  const made = button("undo", translate("action_undo_answer"), () => {
    made.disabled = true;
    void Promise.all(heldBack.map((answer) => takeBack(answer, scene)));
  });
  return made;
}

async function takeBack(answer: Answer, scene: InvitationsScene): Promise<void> {
  const desk = scene.desk.forCard(() => undefined);
  const { isUndone, outcome } = await desk.undoAnswer(answer.plan.card.ref);
  if (isUndone) {
    tell(answer, "undone", scene.reader.translate("outcome_taken_back"));
  } else if (outcome !== null) {
    tellOutcome(answer, outcome, scene);
  }
}

function tellOutcome(answer: Answer, outcome: OutcomeView, { reader }: InvitationsScene): void {
  const { sentence } = outcomeWords(outcome, { ...reader, now: Date.now() });
  // A countdown in every line would be read aloud every second.
  const words = outcome.leavesAt === null ? sentence : reader.translate("outcome_pending");
  tell(answer, outcome.state, words);
}

/** What stands there already is not said again. */
function tell({ line }: Answer, state: string, text: string): void {
  const words = line?.querySelector("span");
  if (line && words && (line.dataset["outcome"] !== state || words.textContent !== text)) {
    line.dataset["outcome"] = state;
    words.textContent = text;
  }
}
