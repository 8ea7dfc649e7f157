import type { Desk } from "../../src/ui/card/desk.ts";

function unexpected(): Promise<never> {
  return Promise.reject(new Error("unexpected request"));
}

/** A desk that does only what a case says. */
export function desk(changes: Partial<Desk> = {}): Desk {
  return {
    answer: unexpected,
    resend: unexpected,
    preview: unexpected,
    occurrences: unexpected,
    surroundings: () => Promise.resolve(null),
    makeCalendar: unexpected,
    undoAnswer: unexpected,
    undoCalendar: unexpected,
    applyAgain: unexpected,
    outcome: unexpected,
    history: () => Promise.resolve([]),
    deleteMessage: unexpected,
    openLink: unexpected,
    openMessage: unexpected,
    forgetEvent: unexpected,
    refresh() {
      throw new Error("unexpected refresh");
    },
    rulesUrl: null,
    ...changes,
  };
}
