import type { FindingData } from "../../../src/core/rules/rule.ts";
import { at, calendarOf, type Case } from "./rule-tester.ts";

/** Where something first stands in the calendar part that the changes of a case make. */
export function placed(changes: Omit<Case, "name">, searched: string): FindingData {
  const body = changes.body ?? calendarOf({ name: "", ...changes });
  return { part: "2", ...at(body, searched) };
}

/** An override of the event in the tester's calendar; a bare name takes a line out. */
export function override(recurrenceId: string, ...lines: readonly string[]): readonly string[] {
  return [
    "BEGIN:VEVENT",
    "UID:1@example.com",
    "DTSTAMP:20261122T115900Z",
    recurrenceId,
    ...lines,
    "END:VEVENT",
  ];
}
