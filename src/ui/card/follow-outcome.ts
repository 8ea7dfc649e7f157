import type { CardRef, OutcomeView } from "../../app/card.ts";
import type { Desk } from "./desk.ts";

/** While an answer is on its way; an answer that Thunderbird sends by itself takes 1 to 2 s. */
const PENDING_INTERVAL = 300;

/** While it waits in the Outbox or in the composer, where only the user makes it move. */
const WAITING_INTERVAL = 2000;

/** Takes the news; false when nobody looks any more. */
type Tell = (outcome: OutcomeView | null) => boolean;

/** Asks until the outcome is final or the page is gone; tells whenever it is another one. */
export async function followOutcome(card: CardRef, desk: Desk, tell: Tell): Promise<void> {
  let interval: number | null = PENDING_INTERVAL;
  while (interval !== null) {
    await pause(interval);
    interval = await ask(card, desk, tell);
  }
}

/** Asks once; gives the time until the next question, null for none. */
async function ask(card: CardRef, desk: Desk, tell: Tell): Promise<number | null> {
  try {
    const outcome = await desk.outcome(card);
    return tell(outcome) ? intervalAfter(outcome) : null;
  } catch (error) {
    // The background may be starting anew; what was said last stays true until it answers.
    console.warn(error);
    return WAITING_INTERVAL;
  }
}

/** Null: nothing more will happen to it. */
export function intervalAfter(outcome: OutcomeView | null): number | null {
  if (outcome?.state === "queued") {
    return WAITING_INTERVAL;
  }
  if (outcome?.state !== "pending") {
    return null;
  }
  return outcome.isEditing ? WAITING_INTERVAL : PENDING_INTERVAL;
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
