import type { IndexedInvitation } from "../../src/app/indexed-invitation.ts";
import { berlin, NOW } from "../ui/cards.ts";

let count = 0;

/** A sound invitation that waits for an answer, from a message of its own; each case changes it. */
export function indexed(changes: Partial<IndexedInvitation> = {}): IndexedInvitation {
  count += 1;
  const source = changes.source ?? `message-${count}@example.org`;
  const { uid = "budget@example.org", recurrenceId = "" } = changes;
  return {
    key: JSON.stringify([source, uid, recurrenceId]),
    source,
    uid,
    recurrenceId,
    organizerKey: "boss@example.org",
    method: "REQUEST",
    sequence: 0,
    dtstamp: NOW,
    date: NOW,
    title: "Budget 2027",
    start: berlin("2026-12-01T10:00:00"),
    end: berlin("2026-12-01T11:00:00"),
    allDay: false,
    repeats: false,
    organizer: { name: "Bea Boss", address: "boss@example.org" },
    author: null,
    guests: 3,
    role: "attendee",
    state: "new",
    verdict: "ok",
    findings: [],
    answerNeeded: true,
    answered: null,
    suspicious: false,
    isOwn: false,
    canAnswer: true,
    ...changes,
  };
}

/** A REPLY to an event of the user's. */
export function reply(name: string, partstat: string): IndexedInvitation {
  return indexed({
    method: "REPLY",
    role: "organizer",
    state: "reply",
    answerNeeded: null,
    author: { name, address: `${name.toLowerCase()}@example.org`, partstat },
  });
}
