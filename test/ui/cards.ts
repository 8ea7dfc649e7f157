import type {
  AttendeeView,
  CardView,
  FindingView,
  IdentityView,
  OutcomeView,
} from "../../src/app/card.ts";
import type { PastAnswerView } from "../../src/app/past-answer.ts";
import type { CalendarTime } from "../../src/core/calendar/time.ts";

/** Monday, November 30, 2026, 09:00 in Berlin. */
export const NOW = Date.parse("2026-11-30T08:00:00Z");

export function berlin(wall: string): CalendarTime {
  return {
    kind: "zoned",
    wall,
    instant: Date.parse(`${wall}+01:00`),
    tzid: "W. Europe Standard Time",
    timeZone: "Europe/Berlin",
  };
}

export function date(wall: string): CalendarTime {
  return { kind: "date", wall, instant: null, tzid: null, timeZone: null };
}

export const ME: IdentityView = {
  id: "id1",
  name: "Mia Example",
  address: "me@example.org",
  isInvited: true,
};

function attendee(name: string, partstat: string): AttendeeView {
  return {
    name,
    address: `${name.toLowerCase()}@example.org`,
    partstat,
    participation: "REQ-PARTICIPANT",
    cutype: "INDIVIDUAL",
    isMe: false,
    delegatedTo: [],
  };
}

export const ATTENDEES: readonly AttendeeView[] = [
  { ...attendee("Me", "NEEDS-ACTION"), name: "Mia Example", isMe: true },
  attendee("Ann", "ACCEPTED"),
  attendee("Bob", "DECLINED"),
  { ...attendee("Cem", "TENTATIVE"), participation: "OPT-PARTICIPANT" },
  attendee("Dina", "ACCEPTED"),
];

/** An ordinary, sound invitation that waits for an answer; each case changes what it is about. */
export function card(changes: Partial<CardView> = {}): CardView {
  return {
    ref: {
      messageId: 3,
      source: "invitation@example.org",
      index: 0,
      uid: "budget@example.org",
      recurrenceId: null,
      occurrence: null,
    },
    part: "1.2",
    method: "REQUEST",
    component: "VEVENT",
    sequence: 0,
    state: "new",
    verdict: "ok",
    role: "attendee",
    summary: "Budget 2027",
    description: null,
    location: "Room 4, Main Street 1",
    joinLink: null,
    start: berlin("2026-12-01T10:00:00"),
    end: berlin("2026-12-01T11:00:00"),
    allDay: false,
    occurrence: null,
    thisAndFuture: false,
    recurrence: null,
    instances: [],
    occurrences: { shown: [], hasMore: false },
    organizer: { name: "Bea Boss", address: "boss@example.org" },
    sender: { name: "Bea Boss", address: "boss@example.org" },
    senderRelation: "self",
    forwardedFrom: null,
    signature: { kind: "unsigned" },
    attendees: ATTENDEES,
    author: null,
    me: "me@example.org",
    matchedBy: "exact",
    partstat: "NEEDS-ACTION",
    answered: null,
    isEncrypted: false,
    partstatInCalendar: null,
    answerNeeded: true,
    replyWanted: true,
    changes: [],
    findings: [],
    knownVersion: null,
    actions: [
      "accept",
      "tentative",
      "decline",
      "delegate",
      "counter",
      "refresh",
      "record",
      "ignore",
    ],
    confirm: [],
    canEdit: true,
    canDelete: true,
    editFirst: false,
    replyTo: "boss@example.org",
    identities: [ME],
    templates: [],
    outcome: null,
    ...changes,
  };
}

export function outcome(changes: Partial<OutcomeView> = {}): OutcomeView {
  return {
    state: "sent",
    action: "accept",
    since: NOW,
    to: "boss@example.org",
    reason: null,
    messageId: "reply-1@example.org",
    isEditing: false,
    leavesByItself: null,
    leavesAt: null,
    canResend: changes.state === "failed" || changes.state === "unknown",
    calendar: null,
    partstat: "ACCEPTED",
    ...changes,
  };
}

/** An answer of yesterday that was sent. */
export function pastAnswer(changes: Partial<PastAnswerView> = {}): PastAnswerView {
  return {
    at: NOW - 86_400_000,
    said: "ACCEPTED",
    recurrenceId: "",
    sequence: 0,
    comment: null,
    delegate: null,
    proposed: null,
    state: "sent",
    to: "boss@example.org",
    reason: null,
    isUndone: false,
    ...changes,
  };
}

export function finding(changes: Partial<FindingView> = {}): FindingView {
  return {
    rule: "sequence-not-older",
    severity: "error",
    wording: "sequence",
    data: { sequence: 1, knownSequence: 3 },
    placeholders: ["sequence", "knownSequence"],
    clause: "RFC 5546 §2.1.5",
    ...changes,
  };
}
