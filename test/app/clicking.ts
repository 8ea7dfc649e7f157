import type { AnswerRequest, CardView } from "../../src/app/card.ts";
import type { StoredMessage } from "../../src/app/ports.ts";
import { showMessage } from "../../src/app/show-message.ts";
import { bytesOf, type Attack } from "../attacks/stage.ts";
import type { MemoryWorld } from "../attacks/world.ts";

/** The first card of a message that arrives. */
export async function cardOf(stage: MemoryWorld, message: Attack): Promise<CardView> {
  return firstCard(stage, stage.deliver(bytesOf(message)));
}

export async function firstCard({ world }: MemoryWorld, stored: StoredMessage): Promise<CardView> {
  const view = await showMessage(stored, world);
  const [card] = view.kind === "inspected" ? view.cards : [];
  if (card === undefined) {
    throw new Error("no card is shown");
  }
  return card;
}

/** A click on a card, with nothing said along. */
export function click(
  card: Pick<CardView, "ref">,
  action: AnswerRequest["action"],
  changes: Partial<AnswerRequest> = {},
): AnswerRequest {
  return {
    card: card.ref,
    action,
    comment: null,
    identity: null,
    confirmed: false,
    previewed: false,
    edit: false,
    calendar: null,
    partstat: null,
    delegate: null,
    counter: null,
    ...changes,
  };
}
