import type { Entry } from "./itip/invitation.ts";
import type { Memory } from "./itip/fact.ts";
import type { Addresses } from "./people/me.ts";
import type { VerifiedSignature } from "./people/signature.ts";

/** Where a message lies: some folders silence its actions (docs/architecture.md). */
export type Folder = "ordinary" | "own" | "discarded";

/** Everything that an inspection depends on besides the message. */
export interface Circumstances {
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly addresses: Addresses;
  /** Whose Authentication-Results is believed (RFC 8601 §2.5); null: nobody's. */
  readonly authserv: string | null;
  readonly folder: Folder;
  /** The bytes are what was found in an encrypted message. */
  readonly isEncrypted?: boolean;
  /** Asked of a message that says it is signed with S/MIME. */
  readonly verifySignature: () => Promise<VerifiedSignature>;
  /** What ledger and calendars know of a UID. */
  readonly recall: (uid: string) => Promise<Remembered>;
}

export interface Remembered {
  readonly memory: Memory;
  /** VEVENT or VTODO of the master and its instances, from the user's calendars. */
  readonly calendar: readonly Entry[];
}

export const NOTHING_REMEMBERED: Remembered = {
  memory: { facts: [], decisions: [] },
  calendar: [],
};
