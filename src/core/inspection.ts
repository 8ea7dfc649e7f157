import type { Action } from "./itip/actions.ts";
import type { Fact } from "./itip/fact.ts";
import type { Invitation } from "./itip/invitation.ts";
import type { Envelope } from "./mail/mail.ts";
import type { Situation } from "./rules/context.ts";
import type { Finding } from "./rules/rule.ts";
import type { Verdict } from "./verdict.ts";

/** Everything that is found out about one message. */
export interface Inspection {
  /** The message's header; null for a bare .ics file. */
  readonly envelope: Envelope | null;
  /** Message-ID, or a fingerprint where there is none. */
  readonly source: string;
  readonly verdict: Verdict;
  /** About the message as a whole. */
  readonly findings: readonly Finding[];
  readonly invitations: readonly InspectedInvitation[];
}

export interface InspectedInvitation {
  readonly invitation: Invitation;
  /** It came encrypted. */
  readonly isEncrypted: boolean;
  readonly situation: Situation;
  readonly verdict: Verdict;
  readonly findings: readonly Finding[];
  readonly actions: readonly Action[];
  readonly answerNeeded: boolean | null;
  /** What is to be remembered; null for what is never kept: no UID, a bounce, unusable. */
  readonly fact: Fact | null;
  /** It counts as known from now on (contract: "Applied"). */
  readonly applied: boolean;
}
