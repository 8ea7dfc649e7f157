import type { Settings } from "./ports.ts";

/** Which calendar the invitations of an identity go into; "none" for none, null to be asked again. */
export interface CalendarOfIdentity {
  readonly setting: "calendars";
  readonly identity: string;
  readonly calendar: string | null;
}

export function withCalendar(
  { identity, calendar }: Omit<CalendarOfIdentity, "setting">,
  calendars: Settings["calendars"],
): Settings["calendars"] {
  const others = Object.entries(calendars).filter(([id]) => id !== identity);
  return Object.fromEntries(calendar === null ? others : [...others, [identity, calendar]]);
}

/** Identities whose calendar is remembered: more than that nobody has. */
const MAX_CALENDARS = 100;

/** Undefined where the stored value means nothing. */
export function readCalendars(value: unknown): Settings["calendars"] | undefined {
  if (typeof value !== "object" || value === null) {
    return undefined;
  }
  const chosen = Object.entries(value).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  return Object.fromEntries(chosen.slice(-MAX_CALENDARS));
}
