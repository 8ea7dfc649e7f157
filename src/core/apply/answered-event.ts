import { newProperty } from "../calendar/new-property.ts";
import { escapeText } from "../calendar/write-lines.ts";
import { FUTURE, SERIES } from "../itip/fact.ts";
import type { Entry } from "../itip/invitation.ts";
import { withProperties, type CalendarEvent } from "./calendar-event.ts";
import { exceptTime } from "./exception-dates.ts";
import type { Incoming } from "./incoming.ts";
import { occurrenceAt } from "./occurrence-entry.ts";
import type { ApplyOrder, Untouched } from "./order.ts";
import { partstatOf, withParticipation } from "./own-participation.ts";

/** The answer stands in all that the message spoke of, or in the one occurrence that is meant. */
export function answered(
  order: ApplyOrder,
  incoming: readonly Incoming[],
  event: CalendarEvent,
): CalendarEvent | Untouched {
  const { deed, settings } = order;
  if (deed.kind !== "answer") {
    return event;
  }
  const result = new Map(event);
  const keys = deed.occurrence === null ? incoming.map(({ key }) => key) : [deed.occurrence];
  const isRemoved =
    partstatOf(deed.attendee) === "DECLINED" && settings.declinedEvents === "remove";
  for (const key of keys) {
    const entry = occurrenceAt(event, key);
    if (entry !== null) {
      result.set(key, withComment(withParticipation(entry, deed.attendee), order));
    }
  }
  if (result.size === 0) {
    return "unknown-event";
  }
  return isRemoved ? withoutDeclined(result, keys) : result;
}

/** A declined series goes as a whole; a declined occurrence leaves a gap in its series. */
function withoutDeclined(event: CalendarEvent, keys: readonly string[]): CalendarEvent {
  if (keys.includes(SERIES)) {
    return new Map();
  }
  const kept = new Map(event);
  for (const key of keys) {
    kept.delete(key);
    const master = kept.get(SERIES);
    if (master !== undefined && !key.endsWith(FUTURE)) {
      kept.set(SERIES, exceptTime(master, key, "add"));
    }
  }
  return kept;
}

/** A server that writes the answer finds the words that belong to it in the event. */
function withComment(entry: Entry, { deed, mail }: ApplyOrder): Entry {
  const others = entry.component.properties.filter(({ name }) => name !== "COMMENT");
  const text = deed.kind === "answer" ? (deed.comment?.trim() ?? "") : "";
  return mail === "server" && text !== ""
    ? withProperties(entry, [...others, newProperty("COMMENT", escapeText(text))])
    : entry;
}
