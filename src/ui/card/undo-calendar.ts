import type { OutcomeView } from "../../app/card.ts";
import { answerKey, isTakenBack } from "./answers-here.ts";
import type { Scene } from "./scene.ts";

/** Takes back what a click did to a calendar, and what was written down with it. */
export async function undoCalendar(
  applied: OutcomeView,
  { card, desk }: Pick<Scene, "card" | "desk">,
): Promise<OutcomeView | null> {
  const outcome = await desk.undoCalendar(card.ref);
  const isDrawn = card.outcome !== null && answerKey(card.outcome) === answerKey(applied);
  if (isDrawn && applied.partstat !== null && outcome !== null && isTakenBack(outcome)) {
    // The card counts that answer: what held before it is known to the background alone.
    desk.refresh();
  }
  return outcome;
}
