import type {
  BannerView,
  MessageView,
  PreviewView,
  SurroundingsView,
} from "../../../src/app/card.ts";
import type { PastAnswerView } from "../../../src/app/past-answer.ts";
import { ATTENDEES, berlin, card, date, finding, ME, NOW, outcome, pastAnswer } from "../cards.ts";

type Card = Parameters<typeof card>[0];

/** What every card's answers would send. */
export const PREVIEW: PreviewView = {
  kind: "letters",
  letters: [
    {
      from: { name: "Mia Example", address: "me@example.org" },
      to: { name: "Bea Boss", address: "boss@example.org" },
      subject: "Accepted: Budget 2027",
      text: "I will be a few minutes late.\n\nMia Example has accepted this invitation.\n\nBudget 2027\nTuesday, 1 December 2026, 10:00 – 11:00 · GMT+1",
      method: "REPLY",
      lines: [
        "BEGIN:VCALENDAR",
        "PRODID:-//Convene//Convene for Thunderbird//EN",
        "VERSION:2.0",
        "METHOD:REPLY",
        "BEGIN:VEVENT",
        "UID:budget@example.org",
        "DTSTAMP:20261130T080000Z",
        "SEQUENCE:0",
        "ORGANIZER;CN=Bea Boss:mailto:boss@example.org",
        "ATTENDEE;CN=Mia Example;PARTSTAT=ACCEPTED:mailto:me@example.org",
        "SUMMARY:\u202EBudget 2027",
        "END:VEVENT",
        "END:VCALENDAR",
      ],
      hasCopy: false,
    },
  ],
};

const HOSTILE =
  '<img src=x onerror="alert(1)"><script>alert(2)</script> \u202Etxt.exe\u202C ' + "A".repeat(300);

const stale = {
  state: "stale",
  verdict: "danger",
  sequence: 1,
  confirm: ["stale", "danger"],
  findings: [finding()],
  knownVersion: {
    sequence: 3,
    dtstamp: NOW - 3 * 86_400_000,
    headerMessageId: "newer@example.org",
  },
} satisfies Card;

const stranger = {
  verdict: "danger",
  sender: { name: "Bea Boss", address: "bea.boss@mailer.example.net" },
  senderRelation: "stranger",
  confirm: ["danger"],
  findings: [
    finding({
      rule: "method-parameter-matches",
      wording: null,
      data: { parameter: "REPLY", method: "REQUEST" },
      placeholders: ["parameter", "method"],
      clause: "RFC 6047 §2.4",
    }),
    finding({
      rule: "sender-is-organizer",
      wording: "stranger",
      severity: "warning",
      data: { sender: "bea.boss@mailer.example.net", organizer: "boss@example.org" },
      placeholders: ["sender", "organizer"],
      clause: "RFC 6047 §2.2.1",
    }),
    finding({
      rule: "charset-declared",
      wording: null,
      severity: "notice",
      data: {},
      placeholders: [],
      clause: "RFC 6047 §2.4",
    }),
  ],
} satisfies Card;

const cards: Readonly<Record<string, readonly Card[]>> = {
  new: [{}],
  join: [
    {
      location: null,
      joinLink: { url: "https://meet.example.com/abc", host: "meet.example.com" },
      description: "Agenda\n1. Numbers\n2. Anything else",
      recurrence: "Every Tuesday until 30 March 2027",
    },
  ],
  series: [
    {
      recurrence: "Every Tuesday until 30 March 2027",
      templates: [
        "I will be a few minutes late.",
        "I can only stay for half an hour.",
        "Please send the minutes.",
      ],
      occurrences: {
        shown: ["01", "08", "15", "22", "29"].map((day) => ({
          key: `2026-12-${day}T09:00:00Z`,
          start: `2026-12-${day}T09:00:00Z`,
          answered:
            day === "15" ? { partstat: "DECLINED", sequence: 0, dtstamp: NOW, at: NOW } : null,
        })),
        hasMore: true,
      },
    },
  ],
  "other-zone": [
    {
      start: {
        kind: "zoned",
        wall: "2026-12-08T20:00:00",
        instant: Date.parse("2026-12-09T01:00:00Z"),
        tzid: "Eastern Standard Time",
        timeZone: "America/New_York",
      },
      end: {
        kind: "zoned",
        wall: "2026-12-08T21:30:00",
        instant: Date.parse("2026-12-09T02:30:00Z"),
        tzid: "Eastern Standard Time",
        timeZone: "America/New_York",
      },
    },
  ],
  update: [
    {
      state: "update",
      sequence: 2,
      answered: { partstat: "ACCEPTED", sequence: 1, dtstamp: NOW, at: NOW - 86_400_000 },
      changes: [
        { field: "start", old: "2026-11-30T09:00:00Z", new: "2026-12-01T09:00:00Z" },
        { field: "end", old: "2026-11-30T10:00:00Z", new: "2026-12-01T10:00:00Z" },
        { field: "location", old: "Room 2", new: "Room 4, Main Street 1" },
        {
          field: "attendees",
          old: "ann@example.org NEEDS-ACTION",
          new: "ann@example.org ACCEPTED\ndina@example.org NEEDS-ACTION",
        },
      ],
    },
  ],
  minor: [{ state: "minor-update", answerNeeded: false }],
  duplicate: [{ state: "duplicate", answerNeeded: false }],
  stale: [stale],
  danger: [stranger],
  cancelled: [{ state: "cancelled", method: "CANCEL", actions: ["apply", "ignore"] }],
  "cancelled-occurrence": [
    {
      state: "cancelled",
      method: "CANCEL",
      actions: ["apply", "ignore"],
      occurrence: berlin("2026-12-01T10:00:00"),
    },
  ],
  removed: [{ state: "removed", method: "CANCEL", actions: ["apply", "ignore"] }],
  added: [{ state: "added", method: "ADD" }],
  published: [
    {
      state: "published",
      method: "PUBLISH",
      role: "bystander",
      me: null,
      matchedBy: null,
      attendees: [],
      answerNeeded: null,
      actions: ["record", "ignore"],
    },
  ],
  "unknown-event": [
    {
      state: "unknown-event",
      method: "CANCEL",
      actions: ["refresh", "ignore"],
      answerNeeded: null,
    },
  ],
  unusable: [
    {
      state: "unusable",
      verdict: "unusable",
      method: null,
      component: null,
      summary: null,
      location: null,
      start: null,
      end: null,
      organizer: null,
      attendees: [],
      role: "bystander",
      me: null,
      matchedBy: null,
      partstat: null,
      answerNeeded: null,
      actions: ["ignore"],
      identities: [],
      findings: [
        finding({
          rule: "calendar-parses",
          wording: null,
          data: { line: 12 },
          placeholders: ["line"],
          clause: "RFC 5545 §3.1",
        }),
      ],
    },
  ],
  reply: [
    {
      state: "reply",
      method: "REPLY",
      role: "organizer",
      organizer: { name: "Mia Example", address: "me@example.org" },
      sender: { name: "Ann", address: "ann@example.org" },
      author: { name: "Ann", address: "ann@example.org", partstat: "ACCEPTED" },
      attendees: ATTENDEES.slice(1, 2),
      actions: ["apply", "ignore"],
    },
  ],
  counter: [
    {
      state: "counter",
      method: "COUNTER",
      role: "organizer",
      author: { name: "Ann", address: "ann@example.org", partstat: "TENTATIVE" },
      actions: ["apply", "ignore"],
      changes: [{ field: "start", old: "2026-12-01T09:00:00Z", new: "2026-12-02T13:00:00Z" }],
    },
  ],
  refresh: [
    {
      state: "refresh",
      method: "REFRESH",
      role: "organizer",
      author: { name: "Ann", address: "ann@example.org", partstat: "ACCEPTED" },
      actions: ["apply"],
    },
  ],
  "counter-declined": [
    { state: "counter-declined", method: "DECLINECOUNTER", actions: ["ignore"] },
  ],
  own: [{ role: "organizer", actions: [], identities: [] }],
  bystander: [
    {
      role: "bystander",
      me: null,
      matchedBy: null,
      partstat: null,
      confirm: ["not-invited"],
      actions: ["accept", "tentative", "decline", "record", "ignore"],
    },
  ],
  alias: [
    {
      me: "team@example.org",
      matchedBy: "alias",
      identities: [
        { ...ME, address: "team@example.org", name: "Team" },
        { ...ME, id: "id2" },
      ],
      verdict: "caution",
      findings: stranger.findings.slice(1, 2),
      senderRelation: "sent-by",
      sender: { name: "Pat Assistant", address: "pa@example.org" },
    },
  ],
  "all-day": [{ allDay: true, start: date("2026-12-24"), end: date("2026-12-27"), location: null }],
  undefined: [
    {
      verdict: "caution",
      start: {
        kind: "undefined",
        wall: "2026-12-01T10:00:00",
        instant: null,
        tzid: "Customized Time Zone",
        timeZone: null,
      },
      end: null,
      findings: [
        finding({
          rule: "time-zone-defined",
          wording: null,
          severity: "warning",
          data: { tzid: "Customized Time Zone" },
          placeholders: ["tzid"],
          clause: "RFC 5545 §3.2.19",
        }),
      ],
    },
  ],
  pending: [{ outcome: outcome({ state: "pending" }) }],
  "no-reply": [{ replyWanted: false }],
  ask: [{ confirm: ["ask"] }],
  "edit-first": [{ editFirst: true }],
  leaving: [{ outcome: outcome({ state: "pending", leavesAt: Date.now() + 5000 }) }],
  "too-many": [
    {
      outcome: outcome({ state: "failed", reason: "too-many", messageId: null, canResend: false }),
    },
  ],
  editing: [{ outcome: outcome({ state: "pending", isEditing: true }) }],
  queued: [{ outcome: outcome({ state: "queued", leavesByItself: false }) }],
  sent: [
    {
      outcome: outcome(),
      answerNeeded: false,
      answered: { partstat: "ACCEPTED", sequence: 0, dtstamp: NOW, at: NOW },
    },
  ],
  recorded: [{ outcome: outcome({ state: "recorded", action: "record", to: null }) }],
  failed: [{ outcome: outcome({ state: "failed", reason: "550 5.1.1 No such user here" }) }],
  "unknown-outcome": [{ outcome: outcome({ state: "unknown" }) }],
  hostile: [
    {
      ...stranger,
      summary: HOSTILE,
      location: HOSTILE,
      description: HOSTILE,
      organizer: { name: HOSTILE, address: `${"b".repeat(200)}@example.org` },
      attendees: Array.from({ length: 26 }, () => ATTENDEES)
        .flat()
        .map((attendee, index) => ({
          ...attendee,
          name: `${HOSTILE.slice(0, 90)} ${index}`,
          isMe: false,
        })),
      joinLink: {
        url: `https://${"very-long-host-name.".repeat(9)}example.net/`,
        host: `${"very-long-host-name.".repeat(9)}example.net`,
      },
    },
  ],
  "right-to-left": [
    {
      summary: "اجتماع الميزانية 2027",
      organizer: { name: "ليلى", address: "boss@example.org" },
      location: "قاعة الاجتماعات 4",
    },
  ],
  together: [
    {},
    {
      summary: "Review",
      ref: {
        messageId: 3,
        source: "invitation@example.org",
        index: 1,
        uid: "review",
        recurrenceId: null,
        occurrence: null,
      },
    },
  ],
  several: [
    {},
    {
      ...stale,
      ref: {
        messageId: 3,
        source: "invitation@example.org",
        index: 1,
        uid: "two",
        recurrenceId: null,
        occurrence: null,
      },
    },
  ],
};

/** Every state of the popup, by name. */
export const scenes: Readonly<Record<string, MessageView>> = {
  ...Object.fromEntries(
    Object.entries(cards).map(([name, views]) => [
      name,
      {
        kind: "inspected",
        messageId: 3,
        verdict: "ok",
        findings: [],
        cards: views.map((view) => card(view)),
        place: null,
      } satisfies MessageView,
    ]),
  ),
  bounce: {
    kind: "inspected",
    messageId: 3,
    verdict: "ok",
    findings: [],
    cards: [card({ actions: [] })],
    place: "bounce",
  },
  junk: {
    kind: "inspected",
    messageId: 3,
    verdict: "ok",
    findings: [],
    cards: [card({ actions: ["ignore"] })],
    place: "junk",
  },
  none: { kind: "none", messageId: 3 },
  unreadable: { kind: "unreadable", messageId: 3, because: "not-downloaded" },
  "no-message": { kind: "no-message" },
};

/** Every line that the banner can say. */
export const banners: Readonly<Record<string, BannerView>> = {
  danger: { state: "new", verdict: "danger", finding: stranger.findings[1] ?? null },
  caution: { state: "new", verdict: "caution", finding: stranger.findings[1] ?? null },
  stale: { state: "stale", verdict: "danger", finding: finding() },
  cancelled: { state: "cancelled", verdict: "ok", finding: null },
  unusable: { state: "unusable", verdict: "unusable", finding: null },
};

const TEN = Date.parse("2026-12-01T09:00:00Z");
const HOUR = 3_600_000;

const AFTERNOON = { start: "2026-12-02T13:00:00Z", end: "2026-12-02T14:00:00Z" };

/** What the user answered so far, by name. */
export const histories: Readonly<Record<string, readonly PastAnswerView[]>> = {
  changed: [
    pastAnswer({ at: NOW, said: "DECLINED", state: "queued", sequence: 1, comment: "I am ill." }),
    pastAnswer({ said: "COUNTER", proposed: AFTERNOON, comment: "Could we meet later?" }),
    pastAnswer({ at: NOW - 3 * 86_400_000 }),
  ],
  every: [
    pastAnswer({ state: "pending", comment: HOSTILE }),
    pastAnswer({ state: "failed", reason: "550 5.1.1 No such user here" }),
    pastAnswer({ state: "failed", reason: "replaced", said: "TENTATIVE" }),
    pastAnswer({ state: "unknown", said: "REFRESH" }),
    pastAnswer({ said: "DELEGATED", delegate: "ann@example.org" }),
    pastAnswer({ said: "DECLINED", recurrenceId: "2026-12-08T09:00:00Z" }),
    pastAnswer({ state: "recorded", to: null, isUndone: true }),
    pastAnswer({ state: "recorded" }),
    pastAnswer({ state: "found", to: null }),
    pastAnswer({ state: "noted", to: null, sequence: null }),
  ],
};

/** What the calendars say, by name. */
export const surroundings: Readonly<Record<string, SurroundingsView>> = {
  conflict: {
    calendar: "Work",
    isThere: true,
    serverTells: true,
    hasCalendars: true,
    day: {
      start: TEN - 10 * HOUR,
      end: TEN + 14 * HOUR,
      event: { start: TEN, end: TEN + HOUR },
      busy: [
        {
          title: "Talk",
          start: TEN - HOUR / 2,
          end: TEN + HOUR / 2,
          isAllDay: false,
          status: "busy",
        },
        {
          title: "Lunch",
          start: TEN + HOUR,
          end: TEN + 2 * HOUR,
          isAllDay: false,
          status: "tentative",
        },
      ],
    },
    conflicts: [
      {
        busy: {
          title: "Talk",
          start: TEN - HOUR / 2,
          end: TEN + HOUR / 2,
          isAllDay: false,
          status: "busy",
        },
        relation: "overlaps",
      },
      {
        busy: {
          title: "Lunch",
          start: TEN + HOUR,
          end: TEN + 2 * HOUR,
          isAllDay: false,
          status: "tentative",
        },
        relation: "adjacent",
      },
    ],
    occurrences: 1,
  },
  none: {
    calendar: null,
    isThere: false,
    serverTells: false,
    hasCalendars: false,
    day: null,
    conflicts: [],
    occurrences: 0,
  },
};
