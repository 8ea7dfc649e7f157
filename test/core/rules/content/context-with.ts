import { readMessage } from "../../../../src/core/inspect.ts";
import { readCalendarObject } from "../../../../src/core/calendar/read-calendar-object.ts";
import { readInvitations } from "../../../../src/core/itip/read-invitations.ts";
import { findMe } from "../../../../src/core/people/me.ts";
import type { RuleContext, Situation } from "../../../../src/core/rules/context.ts";

/** What a case puts into an otherwise sound invitation. */
export interface Content {
  /** Content lines of the VEVENT, unfolded. */
  readonly lines?: readonly string[];
  /** The message's own text. */
  readonly text?: string;
}

export const ME = "me@example.org";
export const NOW = Date.UTC(2026, 10, 22, 12);

/** The context of an invitation as it comes by mail from boss@example.com, with `lines` in its VEVENT. */
export async function contextWith({ lines = [], text = "Meeting" }: Content): Promise<RuleContext> {
  const message = await readMessage(new TextEncoder().encode(mail(lines, text)));
  const [invitation] = readInvitations(message.parts.map(readCalendarObject));
  if (invitation === undefined) {
    throw new Error("no invitation was found");
  }
  const addresses = { identities: [ME], aliases: [] };
  const me = findMe(invitation, message.mail?.envelope ?? null, addresses);
  // Rules of this family look at nothing else of the situation.
  const situation = { addresses, me } as unknown as Situation;
  return { ...message, invitation, situation, now: NOW };
}

function mail(lines: readonly string[], text: string): string {
  return [
    "From: Boss <boss@example.com>",
    `To: ${ME}`,
    "Message-ID: <1@example.com>",
    'Content-Type: multipart/alternative; boundary="b"',
    "",
    "--b",
    "Content-Type: text/plain; charset=utf-8",
    "",
    text,
    "--b",
    "Content-Type: text/calendar; method=REQUEST; charset=utf-8",
    "",
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Example//EN",
    "METHOD:REQUEST",
    "BEGIN:VEVENT",
    ...(lines.some((line) => line.startsWith("UID:")) ? [] : ["UID:1@example.com"]),
    "DTSTAMP:20261120T090000Z",
    "DTSTART:20261201T090000Z",
    "DTEND:20261201T100000Z",
    "ORGANIZER:mailto:boss@example.com",
    `ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:${ME}`,
    ...lines,
    "END:VEVENT",
    "END:VCALENDAR",
    "--b--",
    "",
  ].join("\r\n");
}
