import { sameAddress } from "../core/mail/address.ts";
import type { CalendarEvent, CalendarInfo, Identity, Settings } from "./ports.ts";

/** What the user chose in place of a calendar. */
export const WITHOUT_CALENDAR = "none";

export type Choice =
  | { readonly kind: "calendar"; readonly calendar: CalendarInfo; readonly held: string | null }
  /** Several would do, and nobody said which. */
  | { readonly kind: "ask"; readonly calendars: readonly CalendarInfo[] }
  /** There is none, or the user wants none. */
  | { readonly kind: "none" };

export interface Situation {
  readonly calendars: readonly CalendarInfo[];
  /** Where the event is already. */
  readonly found: readonly CalendarEvent[];
  readonly identity: Pick<Identity, "id" | "email"> | null;
  /** What the user chose just now; null: nothing. */
  readonly chosen: string | null;
  readonly settings: Pick<Settings, "calendars">;
}

/**
 * The calendar that an event belongs into: the one that has it, else the one chosen now or before for
 * the identity, else the only one that there is for it.
 */
export function chooseCalendar(situation: Situation): Choice {
  const there = whereItIs(situation);
  if (there !== null) {
    return there;
  }
  const { identity, chosen, settings } = situation;
  const usable = situation.calendars.filter(isUsable);
  const wanted = chosen ?? settings.calendars[identity?.id ?? ""] ?? null;
  if (wanted === WITHOUT_CALENDAR || usable.length === 0) {
    return { kind: "none" };
  }
  const calendar = usable.find(({ id }) => id === wanted) ?? onlyOne(usable, identity);
  return calendar === null
    ? { kind: "ask", calendars: usable }
    : { kind: "calendar", calendar, held: null };
}

/** The only one that is the identity's, else the only one. */
function onlyOne(
  usable: readonly CalendarInfo[],
  identity: Situation["identity"],
): CalendarInfo | null {
  const own = usable.filter(({ email }) => sameAddress(email, identity?.email ?? null));
  const [only, ...others] = own.length === 1 ? own : usable;
  return others.length === 0 ? (only ?? null) : null;
}

/** Of several that have it, one that can be written to, and is the identity's. */
function whereItIs({ calendars, found, identity }: Situation): Choice | null {
  const holding = found.flatMap(({ calendarId, text }) => {
    const calendar = calendars.find(({ id }) => id === calendarId);
    return calendar === undefined ? [] : [{ calendar, text }];
  });
  const isOwn = (calendar: CalendarInfo): boolean =>
    sameAddress(calendar.email, identity?.email ?? null);
  const [best] = holding.sort(
    (a, b) =>
      Number(isUsable(b.calendar)) - Number(isUsable(a.calendar)) ||
      Number(isOwn(b.calendar)) - Number(isOwn(a.calendar)),
  );
  return best === undefined ? null : { kind: "calendar", calendar: best.calendar, held: best.text };
}

/** An event can go into it. */
export function isUsable({ isReadOnly, isDisabled }: CalendarInfo): boolean {
  return !isReadOnly && !isDisabled;
}
