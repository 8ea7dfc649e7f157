import type { CalendarObject } from "../calendar/object.ts";
import type { Answered } from "../itip/answered.ts";
import type { Invitation } from "../itip/invitation.ts";
import type { Standing } from "../itip/standing.ts";
import type { CalendarPart, Container, Mail } from "../mail/mail.ts";
import type { Authentication } from "../people/authentication.ts";
import type { Addresses, Me } from "../people/me.ts";
import type { Sender } from "../people/sender.ts";
import type { Signature } from "../people/signature.ts";

/** Everything a rule may look at. Whatever is not here, a rule cannot depend on. */
export interface RuleContext {
  /** Null for a bare .ics file. */
  readonly mail: Mail | null;
  /** Every calendar part of the message. */
  readonly parts: readonly CalendarPart[];
  /** What the parts hold, in the same order. */
  readonly objects: readonly CalendarObject[];
  /** Parts whose content is hidden from us. */
  readonly containers: readonly Container[];
  /** What the message itself says to people: its text/plain and text/html parts, decoded. */
  readonly texts: readonly string[];
  /** How many invitations are looked at, or would be without MAX_INVITATIONS. */
  readonly invitationCount: number;
  /** Null when a rule about the message as a whole is asked. */
  readonly invitation: Invitation | null;
  /** Who is who, and what is known; null together with `invitation`. */
  readonly situation: Situation | null;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** An invitation among people and in time. */
export interface Situation {
  readonly addresses: Addresses;
  readonly me: Me;
  readonly sender: Sender;
  readonly authentication: Authentication;
  readonly standing: Standing;
  /** The user's last answers, by instance; "" is the series. */
  readonly answers: ReadonlyMap<string, Answered>;
  /** The user's last answer to this event or instance. */
  readonly answered: Answered | null;
  /** The user's own PARTSTAT in his calendars; null where they do not hold the event or name him. */
  readonly partstatInCalendar: string | null;
  readonly signature: Signature;
}
