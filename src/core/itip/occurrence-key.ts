import { firstProperty } from "../calendar/component.ts";
import { FUTURE, SERIES } from "./fact.ts";
import type { Entry } from "./invitation.ts";
import { timeKey } from "./time-key.ts";

/**
 * What an entry is about: the series, or the occurrence that RECURRENCE-ID names. One that cannot be
 * read is known by its text: it names no whole series.
 */
export function occurrenceKey({ component, recurrenceId, thisAndFuture }: Entry): string {
  const written = firstProperty(component, "RECURRENCE-ID");
  if (written === null) {
    return SERIES;
  }
  const key = timeKey(recurrenceId) || JSON.stringify(written.value);
  return thisAndFuture ? `${key}${FUTURE}` : key;
}
