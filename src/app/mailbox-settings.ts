import type { Settings } from "./ports.ts";
import type { JudgedChange } from "./judged-change.ts";

/*
 * Settings about the mail that is there: how far back it is read, what is left out, and how long
 * what was found is kept in full.
 */

/** One step of the user's. */
export type MailboxChange =
  /** 0: all mail, or all events. */
  | { readonly setting: "scanMonths" | "retentionMonths"; readonly months: number }
  /** An account or a folder. */
  | { readonly setting: "scanLeftOut"; readonly id: string; readonly isLeftOut: boolean };

export function judgeMailboxChange(change: MailboxChange, settings: Settings): JudgedChange {
  return change.setting === "scanLeftOut"
    ? withLeftOut(change, settings.scanLeftOut)
    : withMonths(change.setting, change.months);
}

/** A hundred years: more is a slip. */
const MAX_MONTHS = 1200;

/** Accounts and folders left out: more than anybody has. */
const MAX_LEFT_OUT = 10_000;

export function readMonths(value: unknown): number | undefined {
  return typeof value === "number" && isMonths(value) ? value : undefined;
}

function isMonths(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= MAX_MONTHS;
}

function withMonths(setting: "scanMonths" | "retentionMonths", months: number): JudgedChange {
  return isMonths(months)
    ? { kind: "values", values: { [setting]: months } }
    : { kind: "refused", because: "not-months" };
}

export function readLeftOut(value: unknown): readonly string[] | undefined {
  return Array.isArray(value)
    ? value.filter((entry) => typeof entry === "string").slice(0, MAX_LEFT_OUT)
    : undefined;
}

function withLeftOut(
  { id, isLeftOut }: { readonly id: string; readonly isLeftOut: boolean },
  leftOut: readonly string[],
): JudgedChange {
  const others = leftOut.filter((other) => other !== id);
  const scanLeftOut = isLeftOut ? [...others, id].slice(-MAX_LEFT_OUT) : others;
  return { kind: "values", values: { scanLeftOut } };
}
