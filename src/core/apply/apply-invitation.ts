import { isCalendarObject } from "../calendar/is-calendar-object.ts";
import { firstProperty } from "../calendar/component.ts";
import type { Entry } from "../itip/invitation.ts";
import { applyAdd } from "./apply-add.ts";
import { applyCancel } from "./apply-cancel.ts";
import { applyCounter } from "./apply-counter.ts";
import { applyReply } from "./apply-reply.ts";
import { applyRequest } from "./apply-request.ts";
import { readCalendarEvent, type CalendarEvent } from "./calendar-event.ts";
import type { Applied, ApplyOrder, Untouched } from "./order.ts";
import { printEvent } from "./print-event.ts";

/**
 * What becomes of an event in the user's calendar by a message and what he decided about it. The same
 * order again changes nothing.
 */
export function applyInvitation(order: ApplyOrder): Applied {
  const { uid, usable, method } = order.inspected.invitation;
  if (uid === null || !usable) {
    return { kind: "nothing", because: "not-storable" };
  }
  const held = readCalendarEvent(order.held, uid);
  const step = STEPS.get(method ?? "PUBLISH") ?? nothingToDo;
  const event = step(order, held);
  return typeof event === "string" ? { kind: "nothing", because: event } : result(event, held);
}

type Step = (order: ApplyOrder, held: CalendarEvent) => CalendarEvent | Untouched;

const nothingToDo: Step = () => "nothing-to-do";

const STEPS: ReadonlyMap<string, Step> = new Map<string, Step>([
  ["REQUEST", applyRequest],
  ["PUBLISH", applyRequest],
  ["ADD", applyAdd],
  ["CANCEL", applyCancel],
  ["REPLY", applyReply],
  ["COUNTER", applyCounter],
]);

function result(event: CalendarEvent, held: CalendarEvent): Applied {
  if (event.size === 0) {
    return held.size === 0 ? { kind: "nothing", because: "unchanged" } : { kind: "remove" };
  }
  if (![...event.values()].every(isStorable)) {
    return { kind: "nothing", because: "not-storable" };
  }
  const text = printEvent(event);
  if (held.size > 0 && text === printEvent(held)) {
    return { kind: "nothing", because: "unchanged" };
  }
  // What a stranger wrote is repeated here: another reader must find the same in it (A48).
  return isCalendarObject(
    text,
    [...event.values()].map(({ component }) => component.name),
  )
    ? { kind: "put", text }
    : { kind: "nothing", because: "not-storable" };
}

/** RFC 5545 §3.6.1: an event has a start; a to-do may lack it. */
function isStorable({ component, start }: Entry): boolean {
  const isEvent = component.name === "VEVENT";
  const isReadable = firstProperty(component, "DTSTART") === null || start !== null;
  return (isEvent || component.name === "VTODO") && isReadable && (!isEvent || start !== null);
}
