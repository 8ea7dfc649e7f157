import { SERIES, type Decision, type Memory } from "./fact.ts";
import type { Version } from "./version.ts";

/** What the user last said to an event, or to one of its instances. */
export interface Answered extends Version {
  readonly partstat: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/**
 * The user's last answer: given with this add-on, or a REPLY of his found in the mailbox (written
 * on a phone or by another button). For an instance the series' answer stands until it has its own.
 */
export function lastAnswer(
  memory: Memory,
  organizer: string,
  recurrenceId: string,
): Answered | null {
  const answers = [...given(memory, organizer), ...written(memory, organizer)];
  return newest(answers, recurrenceId) ?? newest(answers, SERIES);
}

interface Keyed extends Answered {
  readonly recurrenceId: string;
}

function given({ decisions }: Memory, organizer: string): readonly Keyed[] {
  return decisions
    .filter((decision) => decision.organizer === organizer)
    .filter((decision): decision is Decision & { partstat: string } => decision.partstat !== null);
}

function written({ facts }: Memory, organizer: string): readonly Keyed[] {
  return facts
    .filter(
      (fact) => fact.method === "REPLY" && fact.sender === "own" && fact.organizer === organizer,
    )
    .flatMap(({ entries, date }) =>
      entries.map((entry) => ({
        recurrenceId: entry.recurrenceId,
        partstat: entry.partstat ?? "NEEDS-ACTION",
        sequence: entry.sequence,
        dtstamp: entry.dtstamp,
        at: date ?? entry.dtstamp ?? 0,
      })),
    );
}

function newest(answers: readonly Keyed[], recurrenceId: string): Answered | null {
  const [last] = answers
    .filter((answer) => answer.recurrenceId === recurrenceId)
    .sort((a, b) => b.at - a.at || b.sequence - a.sequence);
  return (
    (last && {
      partstat: last.partstat,
      sequence: last.sequence,
      dtstamp: last.dtstamp,
      at: last.at,
    }) ??
    null
  );
}
