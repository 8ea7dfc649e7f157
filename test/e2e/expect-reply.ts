import { expect } from "vitest";
import type { Received } from "../harness/smtp.ts";
import { checkRestrictions } from "../interop/check-restrictions.ts";
import { readWithPython, type PythonMessage } from "../interop/read-with-python.ts";
import type { Invitation } from "./invitation.ts";
import { linesOf, readReply, type SeenReply } from "./read-reply.ts";

export interface Expected {
  readonly invitation: Invitation;
  readonly partstat: string;
  readonly comment: string | null;
  /** When the answer was clicked, milliseconds since 1970. */
  readonly after: number;
}

/** Asks everything that RFC 6047 and RFC 5546 want of a reply, of three readers. */
export async function expectConformingReply(received: Received, expected: Expected): Promise<void> {
  expect(received.rcptTo).toEqual(["juergen@example.com"]);
  expect(received.mailFrom).toBe("me@example.org");
  const reply = await readReply(received.bytes);
  expectMail(reply, expected);
  expectObject(reply, expected);
  expect(checkRestrictions(reply.object)).toEqual([]);
  expectPythonAgrees(readWithPython(received.bytes), expected);
}

function expectMail(reply: SeenReply, { invitation, comment }: Expected): void {
  const { mail, mediaType, partTypes, parameters } = reply;
  expect(mediaType).toBe("multipart/alternative");
  expect(partTypes).toEqual(["text/plain", "text/calendar"]);
  expect(parameters).toMatchObject({ method: "REPLY", charset: "UTF-8" });
  expect(mail.from?.value).toMatchObject([{ name: "Mia Müller", address: "me@example.org" }]);
  expect(mail.to?.value).toMatchObject([{ name: "Jürgen Öztürk", address: "juergen@example.com" }]);
  expect(mail.inReplyTo).toBe(`<${invitation.messageId}>`);
  expect([mail.references].flat()).toContain(`<${invitation.messageId}>`);
  expect(mail.subject).toContain(invitation.summary);
  expect(mail.text).toContain("Mia Müller");
  if (comment !== null) {
    expect(mail.text).toContain(comment);
  }
}

function expectObject(reply: SeenReply, expected: Expected): void {
  const { invitation, partstat, comment, after } = expected;
  expect(linesOf(reply, "METHOD")).toEqual(["METHOD:REPLY"]);
  expect(linesOf(reply, "UID")).toEqual([`UID:${invitation.uid}`]);
  expect(linesOf(reply, "SEQUENCE")).toEqual([`SEQUENCE:${invitation.sequence}`]);
  expect(linesOf(reply, "ORGANIZER")).toEqual([invitation.organizer]);
  expect(linesOf(reply, "RECURRENCE-ID")).toEqual(
    invitation.times.filter((line) => line.startsWith("RECURRENCE-ID")),
  );
  expect(linesOf(reply, "SUMMARY")).toEqual([`SUMMARY:${invitation.summary}`]);
  expect(linesOf(reply, "COMMENT")).toEqual(
    comment === null ? [] : [`COMMENT:${comment.replaceAll(",", "\\,")}`],
  );
  const [attendee, second] = linesOf(reply, "ATTENDEE");
  expect(second).toBeUndefined();
  expect(attendee).toContain(`PARTSTAT=${partstat}`);
  expect(attendee).toContain("CN=Mia Müller");
  expect(attendee).toMatch(/:mailto:me@example\.org$/);
  expect(attendee).not.toContain("RSVP");
  expectNewStamp(reply, after);
}

/** The reply's own, not the invitation's: whole seconds of UTC, not before the click. */
function expectNewStamp(reply: SeenReply, after: number): void {
  const stamps = linesOf(reply, "DTSTAMP");
  const [, year, month, day, hour, minute, second] =
    /^DTSTAMP:(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(stamps[0] ?? "")?.map(Number) ?? [];
  expect(stamps).toHaveLength(1);
  const stamp = Date.UTC(year ?? 0, (month ?? 0) - 1, day, hour, minute, second);
  expect(stamp).toBeGreaterThanOrEqual(Math.floor(after / 1000) * 1000);
  expect(stamp).toBeLessThanOrEqual(Date.now());
}

function expectPythonAgrees(message: PythonMessage, expected: Expected): void {
  const { invitation, partstat, comment } = expected;
  expect(message.defects).toEqual([]);
  expect(message.structure).toMatchObject({
    type: "multipart/alternative",
    children: [
      { type: "text/plain", parameters: { charset: "UTF-8" } },
      { type: "text/calendar", parameters: { method: "REPLY", charset: "UTF-8" } },
    ],
  });
  expect(message.from).toEqual([["Mia Müller", "me@example.org"]]);
  expect(message.to).toEqual([["Jürgen Öztürk", "juergen@example.com"]]);
  expect(message.inReplyTo).toBe(`<${invitation.messageId}>`);
  const [calendar, second] = message.calendars;
  expect(second).toBeUndefined();
  expect(calendar?.method).toBe("REPLY");
  const events = calendar?.components.filter(({ name }) => name !== "VTIMEZONE");
  expect(events).toMatchObject([
    {
      name: "VEVENT",
      uid: invitation.uid,
      sequence: String(invitation.sequence),
      summary: invitation.summary,
      comments: comment === null ? [] : [comment],
      organizers: [{ value: "mailto:juergen@example.com", parameters: { CN: "Jürgen Öztürk" } }],
      attendees: [
        { value: "mailto:me@example.org", parameters: { CN: "Mia Müller", PARTSTAT: partstat } },
      ],
      errors: [],
    },
  ]);
}
