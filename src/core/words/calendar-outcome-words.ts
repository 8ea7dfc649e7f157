import type { Reader } from "./translate.ts";

/** What a click did to a calendar. */
export interface AppliedOutcome {
  readonly name: string;
  readonly state: string;
  readonly because: string | null;
  readonly detail: string;
  /** Whom the calendar's server tells. */
  readonly to: string | null;
}

/** The same in a sentence; null where there is nothing to say (yet). */
export function calendarOutcomeWords(
  { name, state, because, detail, to }: AppliedOutcome,
  { translate }: Reader,
): string | null {
  switch (state) {
    case "written":
    case "waiting":
      return to === null
        ? translate(`calendar_${state}`, [name])
        : translate(`calendar_${state}_server`, [name, to]);
    case "removed":
    case "unchanged":
    case "undone":
      return translate(`calendar_${state}`, [name]);
    case "failed":
      return failedWords(
        name,
        detail || translate(`calendar_because_${(because ?? "unknown").replaceAll("-", "_")}`),
        translate,
      );
    default:
      return null;
  }
}

function failedWords(name: string, reason: string, translate: Reader["translate"]): string {
  return reason === ""
    ? translate("calendar_failed", [name])
    : translate("calendar_failed_because", [name, reason]);
}
