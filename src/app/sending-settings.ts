import type { JudgedChange } from "./judged-change.ts";

/*
 * What happens between a click and the mail that leaves.
 */

/** Seconds. More than a minute is no second thought any more, but a draft. */
export const MAX_UNDO_SECONDS = 60;

export function readUndoSeconds(value: unknown): number | undefined {
  return typeof value === "number" && isUndoSeconds(value) ? value : undefined;
}

function isUndoSeconds(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= MAX_UNDO_SECONDS;
}

export function withUndoSeconds(seconds: number): JudgedChange {
  return isUndoSeconds(seconds)
    ? { kind: "values", values: { undoSeconds: seconds } }
    : { kind: "refused", because: "not-seconds" };
}
