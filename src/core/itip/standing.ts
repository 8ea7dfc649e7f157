import type { Fact } from "./fact.ts";
import type { Known } from "./known.ts";
import type { KnownVersion } from "./known-version.ts";
import type { Change } from "./snapshot.ts";
import type { State } from "./state.ts";

/** How one entry (the master or an instance) stands to what is known. */
export interface EntryStanding {
  readonly recurrenceId: string;
  readonly state: State;
  /** Against the version before it; empty unless the message is newer. */
  readonly changes: readonly Change[];
  /** The version that it was held against, null for the first word of an event. */
  readonly against: KnownVersion | null;
  /** The CANCEL that makes it stale. */
  readonly cancelledBy: KnownVersion | null;
}

export interface Standing extends EntryStanding {
  readonly instances: readonly EntryStanding[];
  readonly known: Known;
}

/** The message that is judged. */
export interface Subject {
  /** What will be remembered of it. */
  readonly fact: Fact;
  /** Without any METHOD: a file, not a message (RFC 6047 §2.4). */
  readonly isFile: boolean;
  /** It stands in the memory already. */
  readonly recorded: boolean;
  /** The address, in lower case, is the user's. */
  readonly isUser: (address: string) => boolean;
  /** Whether it can be said at all who the user is. */
  readonly knowsUser: boolean;
  readonly isOrganizer: boolean;
  readonly usable: boolean;
}
