import { digestOf } from "./digest.ts";
import { ATTENDEE_METHODS } from "./methods.ts";
import type { Snapshot } from "./snapshot.ts";
import type { Version } from "./version.ts";

/**
 * How much the message itself says for its sender (contract: sender-is-organizer,
 * sender-is-attendee):
 * - own: From is one of the user's addresses;
 * - verified: From is who must have sent it, or speaks for him;
 * - vouched: somebody who may pass it on (Reply-To, an attendee, a forward, a list): enough for
 *   an event that nobody knows yet, not for changing one;
 * - stranger: anybody else;
 * - refuted: the user's own server says that From is not true.
 */
export type SenderStanding = "own" | "verified" | "vouched" | "stranger" | "refuted";

/** What one message says about the master ("" as recurrenceId) or one instance. */
export interface FactEntry extends Version {
  /** Time key; with `FUTURE` appended for RANGE=THISANDFUTURE. */
  readonly recurrenceId: string;
  readonly snapshot: Snapshot;
  /** Addresses that ATTENDEE names, lower case. */
  readonly attendees: readonly string[];
  /** REPLY, COUNTER, REFRESH: whose, lower case; null for the organizer's methods. */
  readonly author: string | null;
  /** PARTSTAT of the author. */
  readonly partstat: string | null;
  /** STATUS:CANCELLED is there. */
  readonly cancelled: boolean;
}

/** A message seen: never a state, so that the order of arrival leaves no trace. */
export interface Fact {
  /** Message-ID, or the fingerprint of a file without one. */
  readonly source: string;
  readonly uid: string;
  /** ORGANIZER's address, lower case; "" where missing. */
  readonly organizer: string;
  /** Upper case; PUBLISH for a file without METHOD. */
  readonly method: string;
  /** The Date header, milliseconds since 1970. */
  readonly date: number | null;
  /** Lower case; "" for a file. */
  readonly from: string;
  readonly sender: SenderStanding;
  /** Another reason not to believe it: an implausible SEQUENCE or DTSTAMP. */
  readonly doubtful: boolean;
  readonly entries: readonly FactEntry[];
}

/** An answer the user gave with this add-on, or a version that he confirmed by Apply. */
export interface Decision extends Version {
  readonly uid: string;
  readonly organizer: string;
  readonly recurrenceId: string;
  /** The message it was given to. */
  readonly source: string;
  /** ACCEPTED, TENTATIVE, DECLINED, DELEGATED; null for Apply. */
  readonly partstat: string | null;
  /** As whom; null for Apply. */
  readonly attendee: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What is known of one UID. */
export interface Memory {
  readonly facts: readonly Fact[];
  readonly decisions: readonly Decision[];
  /** Sources of messages that this mailbox does not hold any more; no part of the ledger's file. */
  readonly gone?: readonly string[];
}

/** The master's key. */
export const SERIES = "";

/** Appended to the key of an entry with RANGE=THISANDFUTURE: it is a key of its own. */
export const FUTURE = "+";

/** Equal for the same content of the same message, however often it is seen, folded or not. */
export function factKey({ source, uid, organizer, method, entries }: Fact): string {
  const contents = entries.map((entry) => ({ ...entry, snapshot: digestOf(entry.snapshot) }));
  return JSON.stringify([source, uid, organizer, method, contents]);
}

/** Equal for the same decision, in whichever order a file names its members. */
export function decisionKey(decision: Decision): string {
  return JSON.stringify(Object.entries(decision).sort(([a], [b]) => Number(a > b) - Number(a < b)));
}

/** The organizer speaks, and says not who he is. */
export function lacksOrganizer({ method, organizer }: Fact): boolean {
  return organizer === "" && !ATTENDEE_METHODS.includes(method);
}
