import ICAL from "ical.js";

import { applyInvitation } from "../../../src/core/apply/apply-invitation.ts";
import { entriesOf } from "../../../src/core/itip/calendar-entries.ts";
import type { Applied, ApplyOrder } from "../../../src/core/apply/order.ts";
import { newProperty } from "../../../src/core/calendar/new-property.ts";
import { inspect } from "../../../src/core/inspect.ts";

export const ME = "alex@example.org";
export const BOSS = "boss@example.com";

const NOW = Date.parse("2026-11-22T12:00:00Z");

/** A message, what the calendar holds, and what the user decides. */
export interface Order {
  readonly message: string;
  readonly held?: string | null;
  /** The user's answer; without one the message is taken over. */
  readonly answer?: string;
  readonly comment?: string;
  readonly occurrence?: string;
  readonly from?: string;
  readonly settings?: Partial<ApplyOrder["settings"]>;
  readonly mail?: ApplyOrder["mail"];
}

export async function applied(order: Order): Promise<Applied> {
  const {
    message,
    held = null,
    answer,
    comment = null,
    occurrence = null,
    from = BOSS,
    mail = "own",
  } = order;
  const { invitations } = await inspect(mailOf(message, from), {
    now: NOW,
    addresses: { identities: [ME], aliases: [] },
    authserv: null,
    folder: "ordinary",
    verifySignature: () => Promise.resolve({ kind: "unchecked" }),
    recall: (uid) =>
      Promise.resolve({
        memory: { facts: [], decisions: [] },
        calendar: held === null ? [] : entriesOf(held, uid),
      }),
  });
  const [inspected] = invitations;
  if (inspected === undefined) {
    throw new Error("no invitation to apply");
  }
  const parameters = [{ name: "PARTSTAT", values: [answer ?? ""] }];
  return applyInvitation({
    inspected,
    held,
    deed:
      answer === undefined
        ? { kind: "apply" }
        : {
            kind: "answer",
            attendee: newProperty("ATTENDEE", `mailto:${ME}`, parameters),
            comment,
            occurrence,
          },
    settings: { declinedEvents: "keep", cancelledEvents: "mark", ...order.settings },
    mail,
    now: NOW,
  });
}

function mailOf(object: string, from: string): Uint8Array {
  const method = /^METHOD:(.*)$/m.exec(object)?.[1] ?? "PUBLISH";
  const header = [
    `From: ${from}`,
    `To: ${ME}`,
    "Date: Sun, 22 Nov 2026 10:00:00 +0000",
    "Message-ID: <one@example.net>",
    "MIME-Version: 1.0",
    `Content-Type: text/calendar; method=${method}; charset=UTF-8`,
    "Content-Transfer-Encoding: 8bit",
  ];
  return new TextEncoder().encode([...header, "", object].join("\r\n"));
}

/** The calendar's text after it; throws where nothing was put. Twice changes nothing. */
export async function put(order: Order): Promise<string> {
  const result = await applied(order);
  if (result.kind !== "put") {
    throw new Error(`nothing put: ${JSON.stringify(result)}`);
  }
  const again = await applied({ ...order, held: result.text });
  if (again.kind !== "nothing" || again.because === "not-storable") {
    throw new Error(`another time: ${JSON.stringify(again)}`);
  }
  return result.text;
}

/** The content lines of the entry with this RECURRENCE-ID (as printed), unfolded; "" for the master. */
export function linesAt(text: string, recurrenceId = ""): readonly string[] {
  const entries = text
    .replaceAll("\r\n ", "")
    .split(/BEGIN:(?:VEVENT|VTODO)\r\n/)
    .slice(1)
    .map((entry) => (entry.split(/END:(?:VEVENT|VTODO)/)[0] ?? "").trim().split("\r\n"));
  const at = entries.find((lines) => {
    const own = lines.find((line) => line.startsWith("RECURRENCE-ID"));
    return recurrenceId === "" ? own === undefined : own?.endsWith(recurrenceId) === true;
  });
  return at ?? [];
}

/** The lines of one property there. */
export function linesOf(text: string, name: string, recurrenceId = ""): readonly string[] {
  return linesAt(text, recurrenceId).filter((line) => /^[^;:]*/.exec(line)?.[0] === name);
}

/** TZIDs that a text uses without a VTIMEZONE, by ical.js. */
export function undefinedZones(text: string): readonly string[] {
  const calendar = new ICAL.Component(ICAL.parse(text) as unknown[]);
  const defined = calendar
    .getAllSubcomponents("vtimezone")
    .map((zone) => String(zone.getFirstPropertyValue("tzid")));
  const used = [...text.replaceAll("\r\n ", "").matchAll(/;TZID=("?)([^":;]+)\1/g)];
  return used.map((match) => match[2] ?? "").filter((tzid) => !defined.includes(tzid));
}

/** An object of one event, its lines changed by name ("NAME" takes it out). */
export function object(method: string | null, ...events: readonly (readonly string[])[]): string {
  return [
    "BEGIN:VCALENDAR",
    "PRODID:-//Example//Test//EN",
    "VERSION:2.0",
    ...(method === null ? [] : [`METHOD:${method}`]),
    ...events.flatMap((changes) => ["BEGIN:VEVENT", ...changed(changes), "END:VEVENT"]),
    "END:VCALENDAR",
    "",
  ].join("\r\n");
}

const EVENT: readonly string[] = [
  "UID:budget@example.com",
  "DTSTAMP:20261101T090000Z",
  "SEQUENCE:0",
  "SUMMARY:Budget",
  "DTSTART:20261201T100000Z",
  "DTEND:20261201T110000Z",
  `ORGANIZER:mailto:${BOSS}`,
  `ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:${ME}`,
];

function changed(changes: readonly string[]): readonly string[] {
  const name = (line: string): string => /^[^;:]*/.exec(line)?.[0] ?? "";
  const first = changes.findIndex((line) => line.startsWith("BEGIN:"));
  const top = first === -1 ? changes : changes.slice(0, first);
  const below = first === -1 ? [] : changes.slice(first);
  const names = top.map(name);
  return [
    ...EVENT.filter((line) => !names.includes(name(line))),
    ...top.filter((line) => line !== name(line)),
    ...below,
  ];
}
