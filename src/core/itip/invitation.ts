import type { CalendarObject, Component, Property } from "../calendar/object.ts";
import type { CalendarTime } from "../calendar/time.ts";
import type { Zones } from "../calendar/zones.ts";

/** A CAL-ADDRESS property: ORGANIZER or ATTENDEE (RFC 5545 §3.3.3). */
export interface CalendarUser {
  readonly property: Property;
  /** The mailto address as written, percent-decoded; null when the URI is no single mailbox. */
  readonly address: string | null;
  /** CN, null where missing. */
  readonly name: string | null;
  /** SENT-BY's address. */
  readonly sentBy: string | null;
  /** EMAIL's address (RFC 7986 §6.2). */
  readonly email: string | null;
}

export interface Attendee extends CalendarUser {
  /** Upper case, NEEDS-ACTION where missing. */
  readonly partstat: string;
  /** RSVP=TRUE; null where the parameter is missing. */
  readonly rsvp: boolean | null;
  readonly cutype: string;
  readonly role: string;
  readonly delegatedTo: readonly string[];
  readonly delegatedFrom: readonly string[];
}

/** One VEVENT or VTODO (or another component that a METHOD came with), its values read. */
export interface Entry {
  readonly component: Component;
  /** The zones of the VCALENDAR it stands in. */
  readonly zones: Zones;
  readonly uid: string | null;
  readonly recurrenceId: CalendarTime | null;
  /** RANGE=THISANDFUTURE on RECURRENCE-ID. */
  readonly thisAndFuture: boolean;
  /**
   * SEQUENCE, else X-MICROSOFT-CDO-APPT-SEQUENCE (also where SEQUENCE is 0), else 0; what is no
   * non-negative integer counts as missing.
   */
  readonly sequence: number;
  /** DTSTAMP as milliseconds since 1970; null where missing or unreadable. */
  readonly dtstamp: number | null;
  readonly start: CalendarTime | null;
  /** DTEND (exclusive) or DUE as received, else DTSTART plus DURATION. */
  readonly end: CalendarTime | null;
  readonly allDay: boolean;
  readonly summary: string | null;
  readonly location: string | null;
  readonly description: string | null;
  /** Upper case, null where missing. */
  readonly status: string | null;
  readonly organizer: CalendarUser | null;
  readonly attendees: readonly Attendee[];
}

/** One of the parts that say the same invitation. */
export interface Copy {
  readonly object: CalendarObject;
  readonly calendar: Component | null;
  readonly entries: readonly Entry[];
  /** What describes one of the entries once more, and does not count. */
  readonly repetitions: readonly Entry[];
}

/** One object and UID (and RECURRENCE-ID where no master came with it) of one message. */
export interface Invitation {
  /** The copy that acts; rules about parts look only at it. */
  readonly acting: Copy;
  /** All copies, the acting one among them, in the order of the message. */
  readonly copies: readonly Copy[];
  /** METHOD, else the method parameter; upper case. Null for a file without either. */
  readonly method: string | null;
  readonly methodProperty: string | null;
  readonly methodParameter: string | null;
  /** "VEVENT", "VTODO" …; null when there is no component. */
  readonly component: string | null;
  readonly uid: string | null;
  /** The master, else the instance (or the first component) that this invitation is about. */
  readonly main: Entry | null;
  /** The master's overrides; of an ADD all instances but the first. */
  readonly instances: readonly Entry[];
  /** False: no component, or a METHOD that RFC 5546 does not know for it. */
  readonly usable: boolean;
}
