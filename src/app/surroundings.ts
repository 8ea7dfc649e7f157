import { findConflicts } from "../core/agenda/conflicts.ts";
import { daysAround, nextSpans, type Span } from "../core/agenda/spans.ts";
import type { CardRef, SurroundingsView } from "./card.ts";
import { preferredIdentity } from "./card-view.ts";
import { chooseCalendar, type Choice } from "./choose-calendar.ts";
import { findCard } from "./find-card.ts";
import { mailRoad } from "./mail-road.ts";
import type { Click } from "./make-intent.ts";
import type { BusyTime, CalendarInfo, Calendars, World } from "./ports.ts";

/** Occurrences of a series that are held against the calendars. */
const MAX_OCCURRENCES = 10;

/** What the calendars say to an invitation before it is answered; null where none can be asked. */
export async function readSurroundings(
  card: CardRef,
  world: World,
): Promise<SurroundingsView | null> {
  const calendars = await world.calendars();
  const found = calendars === null ? null : await findCard(card, world);
  const uid = found?.inspected.invitation.uid ?? null;
  if (calendars === null || found === null || uid === null) {
    return null;
  }
  const list = await calendars.list();
  const choice = chooseCalendar({
    calendars: list,
    found: await calendars.find(uid),
    identity: preferredIdentity(found.inspected, found.identities),
    chosen: null,
    settings: found.settings,
  });
  return {
    ...placeView(choice, found, list),
    ...(await agenda(found, { calendars, uid }, world)),
  };
}

type Found = Omit<Click, "request">;

type Place = Pick<SurroundingsView, "calendar" | "isThere" | "serverTells" | "hasCalendars">;

function placeView(choice: Choice, found: Found, list: readonly CalendarInfo[]): Place {
  const hasCalendars = list.some(({ isReadOnly, isDisabled }) => !isReadOnly && !isDisabled);
  if (choice.kind !== "calendar") {
    return { calendar: null, isThere: false, serverTells: false, hasCalendars };
  }
  const { calendar, held } = choice;
  const { me } = found.inspected.situation;
  const answer = { kind: "reply", partstat: "ACCEPTED" } as const;
  return {
    calendar: calendar.name,
    isThere: held !== null,
    serverTells: mailRoad({ calendar, held, answer, me, isEdited: false }) === "server",
    hasCalendars,
  };
}

interface Source {
  readonly calendars: Calendars;
  readonly uid: string;
}

type Agenda = Pick<SurroundingsView, "day" | "conflicts" | "occurrences">;

async function agenda(found: Found, source: Source, world: World): Promise<Agenda> {
  const { main } = found.inspected.invitation;
  const { zone } = world.reader();
  const now = world.clock.now();
  const spans = main === null ? [] : nextSpans(main, { now, zone }, MAX_OCCURRENCES);
  const [first] = spans;
  if (first === undefined || first.start + LONGEST < first.end) {
    return { day: null, conflicts: [], occurrences: 0 };
  }
  const days = spans.map((span) => daysAround(span, zone));
  const busy = await Promise.all(days.map((day) => busyIn(day, source)));
  const conflicts = spans.flatMap((span, index) => findConflicts([span], busy[index] ?? []));
  return {
    day: { ...(days[0] ?? first), event: first, busy: busy[0] ?? [] },
    conflicts: findFirst(conflicts),
    occurrences: spans.length,
  };
}

/** An event over more than a week is no appointment that others collide with. */
const LONGEST = 7 * 24 * 3_600_000;

/** Sentences about conflicts: more say nothing new. */
const MAX_TOLD = 5;

function findFirst(conflicts: SurroundingsView["conflicts"]): SurroundingsView["conflicts"] {
  const overlapping = conflicts.filter(({ relation }) => relation === "overlaps");
  const adjacent = conflicts.filter(({ relation }) => relation === "adjacent");
  return [...overlapping, ...adjacent].slice(0, MAX_TOLD);
}

/** A second around the days, so that what ends or begins at midnight is seen; not the event itself. */
async function busyIn(
  { start, end }: Span,
  { calendars, uid }: Source,
): Promise<readonly BusyTime[]> {
  const times = await calendars.busy(start - 1000, end + 1000);
  return times.filter((time) => time.uid !== uid);
}

/** The user has no calendar that an event could go into, and wants one. */
export async function makeCalendar(name: string, world: World): Promise<boolean> {
  const calendars = await world.calendars();
  await calendars?.create(name);
  return calendars !== null;
}
