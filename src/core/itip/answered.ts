import { SERIES, type Decision, type Memory } from "./fact.ts";
import { compareVersions, type Version } from "./version.ts";

/** What the user last said to an event, or to one of its instances. */
export interface Answered extends Version {
  readonly partstat: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/**
 * The user's last answers by instance: given with this add-on, or a REPLY of his found in the
 * mailbox (written on a phone or by another button).
 */
export function lastAnswers(memory: Memory, event: Event): ReadonlyMap<string, Answered> {
  const answers = [...answersGiven(memory, event), ...answersWritten(memory, event)].sort(
    (a, b) => a.at - b.at || compareVersions(a, b) || Number(a.partstat < b.partstat),
  );
  return new Map(
    answers.map(({ recurrenceId, partstat, sequence, dtstamp, at }) => [
      recurrenceId,
      { partstat, sequence, dtstamp, at },
    ]),
  );
}

/** The last answer to one of them; for an instance the series' stands until it has its own. */
export function answerOf(
  answers: ReadonlyMap<string, Answered>,
  recurrenceId: string,
): Answered | null {
  return answers.get(recurrenceId) ?? answers.get(SERIES) ?? null;
}

/** Whose event it is; messages without ORGANIZER belong to the heir's. */
export interface Event {
  readonly organizer: string;
  readonly heir: string;
}

/** An answer that was decided, not only a version. */
export type AnswerGiven = Decision & { readonly partstat: string };

/** Given with this add-on. */
export function answersGiven({ decisions }: Memory, event: Event): readonly AnswerGiven[] {
  return decisions
    .filter((decision) => isOf(event, decision))
    .filter((decision): decision is AnswerGiven => decision.partstat !== null);
}

/** An answer in a message of the user's. */
export interface AnswerWritten extends Answered {
  readonly recurrenceId: string;
  /** The message. */
  readonly source: string;
}

/** REPLYs of the user's that were found in the mailbox. */
export function answersWritten({ facts }: Memory, event: Event): readonly AnswerWritten[] {
  return facts
    .filter((fact) => fact.method === "REPLY" && fact.sender === "own" && isOf(event, fact))
    .flatMap(({ entries, date, source }) =>
      entries.map((entry) => ({
        source,
        recurrenceId: entry.recurrenceId,
        partstat: entry.partstat ?? "NEEDS-ACTION",
        sequence: entry.sequence,
        dtstamp: entry.dtstamp,
        at: date ?? entry.dtstamp ?? 0,
      })),
    );
}

/** It was said to this event, not to another one with the same UID. */
export function isOf(event: Event, { organizer }: { readonly organizer: string }): boolean {
  return (organizer === "" ? event.heir : organizer) === event.organizer;
}
