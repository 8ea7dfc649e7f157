import type { Invitation } from "../itip/invitation.ts";
import type { CalendarPart, Mail } from "../mail/mail.ts";

/** Everything a rule may look at. Whatever is not here, a rule cannot depend on. */
export interface RuleContext {
  /** Null for a bare .ics file. */
  readonly mail: Mail | null;
  /** Every calendar part of the message. */
  readonly parts: readonly CalendarPart[];
  /** Null when a rule about the message as a whole is asked. */
  readonly invitation: Invitation | null;
  /** Milliseconds since 1970. */
  readonly now: number;
}
