import type { Action } from "../itip/actions.ts";

/*
 * Asked twice: by the card before it sends anything, and by the background of what it is sent. Reads
 * types only, so that a page can import it.
 */

/** Why an answer takes a second, informed click. */
export type ConfirmReason =
  /** An older version than one known. */
  | "stale"
  /** The verdict is danger. */
  | "danger"
  /** The event is over. */
  | "past"
  /** The user is not invited by name: the reply adds him. */
  | "not-invited"
  /** The invitation came encrypted, and the answer leaves as everybody can read it. */
  | "in-the-clear"
  /** The user wants to see every answer before it leaves. */
  | "ask";

export interface FirstClick {
  readonly action: Action;
  /** What would leave was shown right before the click. */
  readonly previewed: boolean;
  /** The composer opens first. */
  readonly edit: boolean;
}

/** Those that make one click worth a second, informed one. */
export function reasonsFor(
  { action, previewed, edit }: FirstClick,
  reasons: readonly ConfirmReason[],
): readonly ConfirmReason[] {
  // The composer shows it, and Send there is the second click.
  const isShown = previewed || edit;
  const open = isShown ? reasons.filter((reason) => reason !== "ask") : reasons;
  if (HARMLESS.includes(action)) {
    return [];
  }
  return open.filter((reason) => !(PARDONED[action] ?? []).includes(reason));
}

/** They send nothing. */
const HARMLESS: readonly Action[] = ["ignore", "record"];

/** Of use just with an outdated or a past message; to apply one sends nothing. */
const PARDONED: Partial<Record<Action, readonly ConfirmReason[]>> = {
  refresh: ["stale", "past", "not-invited"],
  apply: ["stale", "past", "not-invited", "in-the-clear", "ask"],
};
