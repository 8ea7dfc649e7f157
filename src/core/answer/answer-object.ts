import { propertiesNamed } from "../calendar/component.ts";
import type { Component, Parameter, Property } from "../calendar/object.ts";
import type { CalendarTime } from "../calendar/time.ts";
import { readsAs } from "../calendar/reads-as.ts";
import { writeProperty } from "../calendar/write-lines.ts";
import type { Entry, Invitation } from "../itip/invitation.ts";
import type { Me } from "../people/me.ts";
import type { Answer, Answerer, Wording } from "./answer.ts";
import { zonedTimes } from "./answer-zone.ts";
import {
  calendarText,
  commentLines,
  dtstampLine,
  propertyLines,
  receivedLines,
  requiredLines,
  saysSomething,
} from "./calendar-lines.ts";
import { targetOf, type Target } from "./occurrence.ts";
import { ownAttendee } from "./own-attendee.ts";

/** What an answer is made of; nothing else goes into it. */
export interface AnswerParts {
  readonly invitation: Invitation;
  readonly me: Me;
  readonly answerer: Answerer;
  readonly answer: Answer;
  readonly wording: Wording;
  /** Milliseconds since 1970: DTSTAMP. */
  readonly now: number;
}

interface WrittenObject {
  readonly kind: "object";
  readonly method: string;
  readonly text: string;
}

export type AnswerObject =
  | WrittenObject
  /** No series, or no such occurrence in the form of DTSTART. */
  | { readonly kind: "no-occurrence" }
  /**
   * No UID or no ORGANIZER, so that nobody could tell what is answered; or what was received cannot
   * be repeated without meaning something else.
   */
  | { readonly kind: "not-answerable" };

/** The iCalendar object that answers an invitation (RFC 5546 §3.2.3, §3.2.6, §3.2.7). */
export function answerObject(parts: AnswerParts): AnswerObject {
  const { invitation, wording } = parts;
  const { main } = invitation;
  if (main === null || !isAnswerable(main)) {
    return { kind: "not-answerable" };
  }
  const target = targetOf(invitation, wording.occurrence);
  if (target === null) {
    return { kind: "no-occurrence" };
  }
  const object = objectFor(parts, target);
  const component = main.component.name.toLowerCase();
  return readsAs(object.text, { method: object.method, component, attendees: 1 })
    ? object
    : { kind: "not-answerable" };
}

/** Without UID and ORGANIZER nobody could tell what is answered. */
export function isAnswerable({ uid, organizer }: Entry): boolean {
  return uid !== null && organizer !== null;
}

function objectFor(parts: AnswerParts, target: Target): WrittenObject {
  switch (parts.answer.kind) {
    case "reply":
      return replyObject(parts, target, [partstat(parts.answer.partstat)]);
    case "delegate":
      return replyObject(parts, target, [
        partstat("DELEGATED"),
        { name: "DELEGATED-TO", values: [`mailto:${parts.answer.delegate}`] },
      ]);
    case "counter":
      return counterObject(parts, target, parts.answer);
    case "refresh":
      return refreshObject(parts, target);
  }
}

function partstat(value: string): Parameter {
  return { name: "PARTSTAT", values: [value] };
}

/** RFC 5546 §3.2.3: what was received is repeated, never changed. */
function replyObject(
  parts: AnswerParts,
  { entry, times }: Target,
  parameters: readonly Parameter[],
): WrittenObject {
  const { component } = entry;
  const zoned = zonedTimes(entry, times);
  const lines = inComponent(component, [
    ...receivedLines(component, ["UID"]),
    dtstampLine(parts.now),
    sequenceLine(component),
    ...propertyLines(zoned.times.filter(({ name }) => name === "RECURRENCE-ID")),
    ...receivedLines(component, ["ORGANIZER"]),
    writeProperty(ownAttendee(parts, parameters)),
    ...receivedLines(component, ["SUMMARY"]),
    ...propertyLines(zoned.times.filter(({ name }) => name !== "RECURRENCE-ID")),
    ...commentLines(parts.wording.comment),
    "REQUEST-STATUS:2.0;Success",
  ]);
  return { kind: "object", method: "REPLY", text: calendarText("REPLY", zoned.timezone, lines) };
}

/** RFC 5546 §3.2.7, §3.4.7: the event with other times. */
function counterObject(
  parts: AnswerParts,
  { entry, times }: Target,
  { start, end }: Extract<Answer, { kind: "counter" }>,
): WrittenObject {
  const { component } = entry;
  const recurrenceId = times.filter(({ name }) => name === "RECURRENCE-ID");
  const zoned = zonedTimes(entry, recurrenceId);
  const endName = component.name === "VTODO" ? "DUE" : "DTEND";
  const lines = inComponent(component, [
    ...receivedLines(component, ["UID"]),
    dtstampLine(parts.now),
    sequenceLine(component),
    ...propertyLines(recurrenceId),
    ...receivedLines(component, ["ORGANIZER"]),
    writeProperty(ownAttendee(parts, [partstat("TENTATIVE")])),
    ...requiredLines(component),
    ...receivedLines(component, component.name === "VTODO" ? ["SUMMARY", "PRIORITY"] : ["SUMMARY"]),
    proposedLine("DTSTART", start),
    ...(end === null ? [] : [proposedLine(endName, end)]),
    ...propertyLines(propertiesNamed(component, "LOCATION").slice(0, 1).filter(saysSomething)),
    ...commentLines(parts.wording.comment),
  ]);
  return {
    kind: "object",
    method: "COUNTER",
    text: calendarText("COUNTER", zoned.timezone, lines),
  };
}

/** RFC 5546 §3.2.6; that of a to-do has neither ORGANIZER nor COMMENT (§3.4.6). */
function refreshObject(parts: AnswerParts, { entry, times }: Target): WrittenObject {
  const { component } = entry;
  const isToDo = component.name === "VTODO";
  const recurrenceId = times.filter(({ name }) => name === "RECURRENCE-ID");
  const zoned = zonedTimes(entry, recurrenceId);
  const lines = inComponent(component, [
    ...receivedLines(component, ["UID"]),
    dtstampLine(parts.now),
    ...propertyLines(recurrenceId),
    ...(isToDo ? [] : receivedLines(component, ["ORGANIZER"])),
    writeProperty(ownAttendee(parts, [])),
    ...(isToDo ? [] : commentLines(parts.wording.comment)),
  ]);
  return {
    kind: "object",
    method: "REFRESH",
    text: calendarText("REFRESH", zoned.timezone, lines),
  };
}

function inComponent({ name }: Component, lines: readonly string[]): readonly string[] {
  return [`BEGIN:${name}`, ...lines, `END:${name}`];
}

/** SEQUENCE as received; 0 is what its absence means (RFC 5545 §3.8.7.4). */
function sequenceLine(component: Component): string {
  const [received] = propertiesNamed(component, "SEQUENCE").filter(isNumber);
  return received === undefined ? "SEQUENCE:0" : writeProperty(received);
}

function isNumber({ value }: Property): boolean {
  return /^\+?\d{1,10}$/.test(value.trim());
}

/** Proposed times are written in UTC, which every reader understands; days as dates. */
function proposedLine(name: string, time: CalendarTime): string {
  if (time.kind === "date") {
    return `${name};VALUE=DATE:${time.wall.replaceAll("-", "")}`;
  }
  const { instant, wall } = time;
  const text = instant === null ? wall : new Date(instant).toISOString().slice(0, 19);
  return `${name}:${text.replace(/[-:]/g, "")}${instant === null ? "" : "Z"}`;
}
