import { answerTwin, askTwin, STORE_ID, type Twin } from "./twin.ts";

/** The store edition rests while this one is there, and gives what it knows. */
export const twin: Twin = {
  isAtWork: () => Promise.resolve(false),
  isResting: async () => (await askTwin(STORE_ID, "present")) === true,
  async readLedger() {
    const text = await askTwin(STORE_ID, "ledger");
    return typeof text === "string" ? text : null;
  },
  async announce() {
    await askTwin(STORE_ID, "started");
  },
  listen() {
    answerTwin(STORE_ID, { present: () => Promise.resolve(true) });
  },
};
