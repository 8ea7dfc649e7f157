import type { Property } from "../calendar/object.ts";
import type { InspectedInvitation } from "../inspection.ts";

/** What the user decided about an invitation. */
export type Deed =
  | {
      readonly kind: "answer";
      /** The ATTENDEE of his REPLY, by which the organizer knows him. */
      readonly attendee: Property;
      readonly comment: string | null;
      /** The occurrence of the series that alone is meant, as a time key; null: all of it. */
      readonly occurrence: string | null;
    }
  /** Take over what the message says, without an answer. */
  | { readonly kind: "apply" };

export interface ApplySettings {
  /** What becomes of an event that the user declines. */
  readonly declinedEvents: "keep" | "remove";
  /** What becomes of an event that its organizer cancels. */
  readonly cancelledEvents: "mark" | "remove";
}

/**
 * Who tells the organizer: the add-on by a mail of its own, the same where the calendar's server
 * could do it and has to keep silent, or that server alone (RFC 6638 §7.1).
 */
export type MailRoad = "own" | "own-instead-of-server" | "server";

/** What is to be put into a calendar, and what it is decided from. */
export interface ApplyOrder {
  readonly inspected: Pick<InspectedInvitation, "invitation" | "situation" | "fact" | "findings">;
  /** The event as the calendar holds it, an iCalendar text; null where it does not. */
  readonly held: string | null;
  readonly deed: Deed;
  readonly settings: ApplySettings;
  readonly mail: MailRoad;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** Why a calendar stays as it is. */
export type Untouched =
  /** It says so already. */
  | "unchanged"
  /** It holds a newer version. */
  | "outdated"
  /** It does not hold what the message speaks of. */
  | "unknown-event"
  /** The message says nothing to a calendar (REFRESH, DECLINECOUNTER). */
  | "nothing-to-do"
  /** What would be written is no calendar object: no UID, no start. */
  | "not-storable";

export type Applied =
  | { readonly kind: "put"; readonly text: string }
  | { readonly kind: "remove" }
  | { readonly kind: "nothing"; readonly because: Untouched };
