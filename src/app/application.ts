import type { Property } from "../core/calendar/object.ts";
import type { MailRoad } from "../core/apply/order.ts";
import type { CardRef, CalendarOutcome } from "./card.ts";

/**
 * What a click does to the user's calendar, written down with it before anything is done. The event
 * is worked out from the message and from what the calendar holds when it is carried out, so that
 * carrying it out twice changes nothing.
 */
export interface Application {
  readonly card: CardRef;
  readonly calendarId: string;
  readonly calendarName: string;
  /** The ATTENDEE of the user's answer; null where the message is taken over as it is. */
  readonly attendee: Property | null;
  /** Who tells the organizer. */
  readonly mail: MailRoad;
  /** Whom the calendar's server tells; null where it tells nobody. */
  readonly to: string | null;
  readonly state: CalendarOutcome["state"];
  readonly because: CalendarOutcome["because"];
  readonly detail: string;
  /** The event as it was, for undoing, its text null where it was not there; null: not yet read. */
  readonly before: { readonly text: string | null } | null;
}

/** What a page shows of it. */
export function calendarOutcome(application: Application | null): CalendarOutcome | null {
  if (application === null) {
    return null;
  }
  const { calendarName, state, because, detail, to } = application;
  return { name: calendarName, state, because, detail, to };
}
