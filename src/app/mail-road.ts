import type { MailRoad } from "../core/apply/order.ts";
import type { Answer } from "../core/answer/answer.ts";
import { parameter } from "../core/calendar/component.ts";
import { calendarEntries } from "../core/itip/calendar-entries.ts";
import type { Me } from "../core/people/me.ts";
import { sameAddress } from "../core/mail/address.ts";
import type { CalendarInfo } from "./ports.ts";

export interface Letterbox {
  readonly calendar: CalendarInfo;
  /** The event as that calendar holds it. */
  readonly held: string | null;
  /** Null: nothing is told to anybody. */
  readonly answer: Answer | null;
  readonly me: Me;
  /** The user writes the mail in the composer. */
  readonly isEdited: boolean;
}

/**
 * A calendar's server that schedules by itself tells the organizer when PARTSTAT changes (RFC 6638
 * §3.2.2): the mail is left to it, or he would be told twice. It answers only for whom it knows, and
 * only with a plain answer; where the event says SCHEDULE-AGENT=CLIENT or NONE it keeps silent.
 */
export function mailRoad({ calendar, held, answer, me, isEdited }: Letterbox): MailRoad {
  if (!calendar.schedules || answer === null) {
    return "own";
  }
  const isKnown = me.attendee !== null && (calendar.email === null || isAddressOf(calendar, me));
  const isPlain = answer.kind === "reply" && !isEdited;
  return isKnown && isPlain && !isClients(held) ? "server" : "own-instead-of-server";
}

function isAddressOf({ email }: CalendarInfo, { attendee }: Me): boolean {
  return sameAddress(email, attendee?.address ?? null);
}

/** RFC 6638 §7.1. */
function isClients(held: string | null): boolean {
  return calendarEntries(held ?? "").some(({ organizer }) => {
    const agent = organizer && parameter(organizer.property, "SCHEDULE-AGENT");
    return ["CLIENT", "NONE"].includes(agent?.toUpperCase() ?? "");
  });
}
