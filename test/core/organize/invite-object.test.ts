import { expect, it } from "vitest";

import { readCalendarObject } from "../../../src/core/calendar/read-calendar-object.ts";
import type { Invitation } from "../../../src/core/itip/invitation.ts";
import { readInvitations } from "../../../src/core/itip/read-invitations.ts";
import { bareCalendarPart } from "../../../src/core/mail/calendar-parts.ts";
import { inviteObject, recipientsOf } from "../../../src/core/organize/invite-object.ts";
import type { InviteOrder } from "../../../src/core/organize/order.ts";

const ORDER: InviteOrder = {
  purpose: "invite",
  organizer: { name: "Boss", address: "boss@example.com" },
  to: [],
  uid: "new@example.com",
  now: Date.UTC(2026, 10, 22, 12),
};

function event(lines: readonly string[], component = "VEVENT"): Invitation {
  const object = [
    ...["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Example//EN", `BEGIN:${component}`],
    ...["UID:1@example.com", "DTSTAMP:20261101T000000Z", "DTSTART:20261201T090000Z", ...lines],
    ...[`END:${component}`, "END:VCALENDAR", ""],
  ].join("\r\n");
  const part = bareCalendarPart(new TextEncoder().encode(object));
  const [invitation] = readInvitations([readCalendarObject(part)]);
  if (invitation === undefined) {
    throw new Error("no event");
  }
  return invitation;
}

function linesOf(invitation: Invitation, changes: Partial<InviteOrder> = {}): readonly string[] {
  const { text } = inviteObject(invitation, { ...ORDER, ...changes });
  return text.replaceAll("\r\n ", "").split("\r\n");
}

it("writes to an attendee who is named by a URN at his EMAIL (RFC 7986 §6.2)", () => {
  const invitation = event([
    "ATTENDEE;EMAIL=me@example.org:urn:uuid:8f4d2c3b-1a9e-4c0d-9b7a-2d6e5f1c0a33",
    "ATTENDEE:mailto:boss@example.com",
  ]);
  expect(recipientsOf(invitation, ORDER)).toEqual(["me@example.org"]);
});

it.each(["invite", "update", "cancel"] as const)("%s leaves out what says nothing", (purpose) => {
  const lines = linesOf(event(["LOCATION:", "DESCRIPTION:", "SUMMARY:Budget"]), { purpose });
  expect(lines).toContain("SUMMARY:Budget");
  expect(lines).not.toContain("LOCATION:");
  expect(lines).not.toContain("DESCRIPTION:");
});

it("gives a to-do the priority that RFC 5546 §3.4.2 wants", () => {
  expect(linesOf(event([], "VTODO"))).toContain("PRIORITY:0");
  expect(linesOf(event(["PRIORITY:5"], "VTODO"))).not.toContain("PRIORITY:0");
  expect(linesOf(event([]))).not.toContain("PRIORITY:0");
});

it("has a SUMMARY, if an empty one (RFC 5546 §3.2.2)", () => {
  expect(linesOf(event([]))).toContain("SUMMARY:");
});
