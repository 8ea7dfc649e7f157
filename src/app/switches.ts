import type { Settings } from "./ports.ts";

/*
 * The settings of which there is nothing more to say than whether they are on, or which of a few
 * values they have.
 */

export type SwitchName =
  | "askBeforeSending"
  | "alwaysEdit"
  | "attachCopy"
  | "hideBuiltInBar"
  | "markRead"
  | "tagAnswered"
  | "trashAnswered"
  | "notifyCancelled"
  | "notifyChanged"
  | "notifyNotLeft";

export type ChoiceName =
  "replyLanguage" | "transport" | "sentCopies" | "declinedEvents" | "cancelledEvents";

/** One step of the user's. */
export interface SwitchChange {
  readonly setting: SwitchName;
  readonly on: boolean;
}
export type ChoiceChange = {
  [Name in ChoiceName]: { readonly setting: Name; readonly to: Settings[Name] };
}[ChoiceName];

export function readSwitch(value: unknown): boolean | undefined {
  return typeof value === "boolean" ? value : undefined;
}

/** Reads one of a few values; undefined for any other. */
export function readOneOf<Value extends string>(
  ...values: readonly Value[]
): (value: unknown) => Value | undefined {
  return (value) => values.find((known) => known === value);
}
