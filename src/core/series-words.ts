import { describeRecurrence } from "./calendar/recurrence.ts";
import type { Entry } from "./itip/invitation.ts";
import { recurrenceWords } from "./words/recurrence-words.ts";
import type { Reader } from "./words/translate.ts";

/** How an entry repeats, in words; null where it does not. */
export function seriesWords({ component, zones, start }: Entry, reader: Reader): string | null {
  const recurrence = describeRecurrence(component, zones);
  return recurrence === null ? null : recurrenceWords(recurrence, start, reader);
}
