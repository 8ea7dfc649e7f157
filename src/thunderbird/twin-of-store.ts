import { answerTwin, askTwin, CALENDAR_ID, type Twin } from "./twin.ts";

/** The calendar edition can do more: while it is there, it does the work. */
export const twin: Twin = {
  isAtWork: async () => (await askTwin(CALENDAR_ID, "present")) === true,
  isResting: () => Promise.resolve(false),
  readLedger: () => Promise.resolve(null),
  announce: () => Promise.resolve(),
  listen({ ledger, started }) {
    answerTwin(CALENDAR_ID, { present: () => Promise.resolve(true), ledger, started });
  },
};
