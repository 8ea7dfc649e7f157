import { existsSync, readFileSync } from "node:fs";

/** Messages and objects from the tests of other projects; they are no part of this one. */
const CORPUS = "../shared/corpus";

/** Whether they lie beside the checkout. */
export const hasCorpus = existsSync(CORPUS);

/** For the name of a suite: why it is passed over. */
export const whyPassedOver = hasCorpus ? "" : ` (passed over: there is no ${CORPUS})`;

export function readCorpus(file: string): Uint8Array {
  return new Uint8Array(readFileSync(`${CORPUS}/${file}`));
}
