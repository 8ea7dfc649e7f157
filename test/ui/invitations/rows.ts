import type { ListedInvitation, Section } from "../../../src/app/listed-invitation.ts";
import type { CalendarTime } from "../../../src/core/calendar/time.ts";
import { NOW } from "../cards.ts";

/** A row that waits for an answer; each case changes it. */
export function row(changes: Partial<ListedInvitation> = {}): ListedInvitation {
  const uid = changes.uid ?? "budget@example.org";
  const source = `message-of-${uid}`;
  return {
    key: JSON.stringify([source, uid, changes.recurrenceId ?? ""]),
    source,
    uid,
    recurrenceId: "",
    section: "open",
    method: "REQUEST",
    sequence: 0,
    title: "Budget 2027",
    start: instant(NOW + HOUR),
    end: instant(NOW + 2 * HOUR),
    allDay: false,
    repeats: false,
    organizer: { name: "Bea Boss", address: "boss@example.org" },
    guests: 5,
    replies: null,
    role: "attendee",
    state: "new",
    verdict: "ok",
    findings: [],
    answered: null,
    outcome: null,
    date: NOW - HOUR,
    canAnswer: true,
    ...changes,
  };
}

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export function instant(time: number): CalendarTime {
  return {
    kind: "zoned",
    wall: new Date(time + HOUR).toISOString().slice(0, 19),
    instant: time,
    tzid: "Europe/Berlin",
    timeZone: "Europe/Berlin",
  };
}

const TITLES = ["Budget", "Größe prüfen", "予算会議", "Workshop", "Jour fixe", "اجتماع", "Retro"];
const NAMES = ["Bea Boss", "Jürgen Öztürk", "Åsa Ek", "Łukasz", "山田", "Zoë", "Ann", "Bob", "Cem"];

const KINDS: readonly Partial<ListedInvitation>[] = [
  {},
  { section: "changed", state: "update", sequence: 1 },
  { section: "unsent", outcome: "queued", canAnswer: false },
  { section: "cancelled", method: "CANCEL", state: "cancelled", canAnswer: false },
  {
    section: "suspicious",
    verdict: "danger",
    findings: ["sender-is-organizer", "links-safe"],
    canAnswer: false,
  },
  {
    section: "own",
    role: "organizer",
    replies: { accepted: 3, tentative: 1, declined: 0 },
    canAnswer: false,
  },
  {
    section: "other",
    answered: { partstat: "ACCEPTED", sequence: 0, at: NOW - DAY },
    state: "duplicate",
  },
  { section: "other", state: "published", repeats: true, canAnswer: false },
] satisfies readonly (Partial<ListedInvitation> & { section?: Section })[];

/** A mailbox of some size: the same every time. */
export function manyRows(count: number): readonly ListedInvitation[] {
  return Array.from({ length: count }, (_, index) => {
    const start = NOW + (((index * 7919) % 1600) - 800) * DAY + (index % 10) * HOUR;
    const name = NAMES[index % NAMES.length] ?? "";
    return row({
      uid: `event-${index}@example.org`,
      title: `${TITLES[index % TITLES.length] ?? ""} ${index}`,
      organizer: { name, address: `person-${index % 300}@example.org` },
      start: instant(start),
      end: instant(start + HOUR),
      date: NOW - index * HOUR,
      ...KINDS[index % KINDS.length],
    });
  });
}
