import type { AnswerResult } from "../../app/card.ts";
import { outcomeWords } from "../../core/words/outcome-words.ts";
import { translateCount } from "../../core/words/translate.ts";
import { button, element, mailText } from "../element.ts";
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
      confirm.remove();
      cancel.disabled = true;
      void sendAll({ letters, action, lines }, scene).then(() => {
        cancel.disabled = false;
        cancel.textContent = translate("invitations_batch_close");
        cancel.focus();
      });
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

interface Sending {
  readonly letters: readonly Letter[];
  readonly action: BatchAction;
  readonly lines: ReadonlyMap<Plan, HTMLElement>;
}

/** One intent each, some at a time; a failure of one does not keep the others. */
async function sendAll(
  { letters, action, lines }: Sending,
  scene: InvitationsScene,
): Promise<void> {
  const waiting = [...letters];
  const work = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      await send(next, action, { scene, line: lines.get(next) });
    }
  };
  await Promise.all(Array.from({ length: AT_ONE_TIME }, work));
}

interface Place {
  readonly scene: InvitationsScene;
  readonly line: HTMLElement | undefined;
}

async function send({ card }: Letter, action: BatchAction, { scene, line }: Place): Promise<void> {
  const { reader, desk } = scene;
  const words = line?.querySelector("span");
  const tell = (state: string, text: string): void => {
    if (line && words) {
      line.dataset["outcome"] = state;
      words.textContent = text;
    }
  };
  tell("pending", reader.translate("outcome_pending"));
  try {
    const result = await desk.forCard(() => undefined).answer(requestOf(card, action));
    tell(...toldOf(result, scene));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    tell("unknown", reader.translate("popup_error_text", [reason]));
  }
}

function toldOf(
  result: AnswerResult,
  { reader }: InvitationsScene,
): readonly [state: string, words: string] {
  if (result.kind !== "outcome") {
    return ["left-out", reader.translate("invitations_batch_look")];
  }
  const now = { ...reader, now: Date.now() };
  return [result.outcome.state, outcomeWords(result.outcome, now).sentence];
}
