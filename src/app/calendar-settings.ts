import type { Settings } from "./ports.ts";

/** Steps of the user's that concern his calendars. */
export type CalendarSettingsChange =
  | { readonly setting: "declinedEvents"; readonly fate: Settings["declinedEvents"] }
  | { readonly setting: "cancelledEvents"; readonly fate: Settings["cancelledEvents"] }
  | { readonly setting: "hideBuiltInBar"; readonly on: boolean }
  /** Ask again which calendar an identity's invitations go into. */
  | { readonly setting: "calendars"; readonly forget: true };

export function isCalendarChange(change: {
  readonly setting: string;
}): change is CalendarSettingsChange {
  return ["declinedEvents", "cancelledEvents", "hideBuiltInBar", "calendars"].includes(
    change.setting,
  );
}

/** What is to be stored for one. */
export function calendarSettings(change: CalendarSettingsChange): Partial<Settings> {
  switch (change.setting) {
    case "calendars":
      return { calendars: {} };
    case "hideBuiltInBar":
      return { hideBuiltInBar: change.on };
    default:
      return { [change.setting]: change.fate };
  }
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
