import type { AnswerRequest, OutcomeView } from "../../app/card.ts";
import type { Desk } from "../card/desk.ts";
import { localOutcome } from "../card/local-outcome.ts";

/** For a card that is made up: every click is taken, nothing leaves, and that is said. */
export function nowhereDesk(tell: () => void): Desk {
  return {
    answer({ action }: AnswerRequest) {
      tell();
      return Promise.resolve({ kind: "outcome", outcome: recorded(action) });
    },
    resend: () => Promise.resolve(recorded("ignore")),
    preview: () => Promise.resolve({ kind: "outdated" }),
    occurrences: () => Promise.resolve({ shown: [], hasMore: false }),
    surroundings: () => Promise.resolve(null),
    history: () => Promise.resolve([]),
    makeCalendar: () => Promise.resolve(false),
    undoAnswer: () => Promise.resolve({ isUndone: false, outcome: null }),
    undoCalendar: () => Promise.resolve(null),
    applyAgain: () => Promise.resolve(recorded("ignore")),
    outcome: () => Promise.resolve(null),
    deleteMessage: () => Promise.resolve(false),
    openLink: () => Promise.resolve(),
    openMessage: () => Promise.resolve(false),
    forgetEvent: () => Promise.resolve(),
    refresh: () => undefined,
    rulesUrl: null,
  };
}

function recorded(action: AnswerRequest["action"]): OutcomeView {
  return localOutcome("recorded", action);
}
