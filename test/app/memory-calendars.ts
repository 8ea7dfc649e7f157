import { calendarEntries } from "../../src/core/itip/calendar-entries.ts";
import type {
  BusyTime,
  CalendarInfo,
  Calendars,
  CalendarWrite,
  World,
} from "../../src/app/ports.ts";
import type { Settings } from "../../src/app/ports.ts";
import { AT_ONCE, memoryWorld, type MemoryWorld } from "../attacks/world.ts";
import { ME } from "../core/rules/rule-tester.ts";

/** Calendars in memory: what they hold can be seen, and they can be made to fail. */
export interface MemoryCalendars extends MemoryWorld {
  /** By calendar and UID. */
  readonly held: Map<string, string>;
  /** The keys of those that no server has heard of yet. */
  readonly waiting: Set<string>;
  /** Every put, in order. */
  readonly puts: readonly string[];
  /** What the next changes end with, in place of being carried out. */
  readonly failures: CalendarWrite[];
  readonly busy: BusyTime[];
  readonly settings: () => Settings;
}

export function calendar(id: string, changes: Partial<CalendarInfo> = {}): CalendarInfo {
  return {
    id,
    name: id,
    color: "#3366cc",
    type: "storage",
    isReadOnly: false,
    isDisabled: false,
    email: ME,
    schedules: false,
    ...changes,
  };
}

export function worldWith(
  calendars: readonly CalendarInfo[],
  changes: Partial<Settings> = {},
): MemoryCalendars {
  const stage = memoryWorld();
  const held = new Map<string, string>();
  const waiting = new Set<string>();
  const puts: string[] = [];
  const failures: CalendarWrite[] = [];
  const busy: BusyTime[] = [];
  let settings: Settings = { ...AT_ONCE, ...changes };
  const port: Calendars = {
    list: () => Promise.resolve(calendars),
    find: (uid) =>
      Promise.resolve(
        [...held]
          .filter(([key]) => key.endsWith(` ${uid}`))
          .map(([key, text]) => {
            const calendarId = key.split(" ")[0] ?? "";
            return { calendarId, text, isWaiting: waiting.has(key) };
          }),
      ),
    put(calendarId, text) {
      const failure = failures.shift();
      if (failure?.kind === "failed") {
        return Promise.resolve(failure);
      }
      const uid = calendarEntries(text)[0]?.uid ?? "";
      puts.push(text);
      held.set(`${calendarId} ${uid}`, text);
      if (failure?.kind === "waiting") {
        waiting.add(`${calendarId} ${uid}`);
      }
      return Promise.resolve(failure ?? { kind: "written" });
    },
    remove(calendarId, uid) {
      const failure = failures.shift();
      held.delete(`${calendarId} ${uid}`);
      return Promise.resolve(failure ?? { kind: "written" });
    },
    busy: (from, to) => Promise.resolve(busy.filter(({ start, end }) => start < to && end > from)),
    create: (name) => Promise.resolve(calendar(name)),
  };
  const world: World = {
    ...stage.world,
    calendars: () => Promise.resolve(port),
    settings: () => Promise.resolve(settings),
    chooseCalendar(identityId, calendarId) {
      settings = { ...settings, calendars: { ...settings.calendars, [identityId]: calendarId } };
      return Promise.resolve();
    },
  };
  return { ...stage, world, held, waiting, puts, failures, busy, settings: () => settings };
}
