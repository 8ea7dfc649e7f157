import { SERIES, type Decision, type Memory } from "./fact.ts";
import { compareVersions, type Version } from "./version.ts";

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
export function lastAnswer(memory: Memory, event: Event, recurrenceId: string): Answered | null {
  const answers = [...given(memory, event), ...written(memory, event)];
  return newest(answers, recurrenceId) ?? newest(answers, SERIES);
}

/** Whose event it is; messages without ORGANIZER belong to the heir's. */
interface Event {
  readonly organizer: string;
  readonly heir: string;
}

interface Keyed extends Answered {
  readonly recurrenceId: string;
}

function given({ decisions }: Memory, event: Event): readonly Keyed[] {
  return decisions
    .filter((decision) => isOf(event, decision))
    .filter((decision): decision is Decision & { partstat: string } => decision.partstat !== null);
}

function written({ facts }: Memory, event: Event): readonly Keyed[] {
  return facts
    .filter((fact) => fact.method === "REPLY" && fact.sender === "own" && isOf(event, fact))
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

function isOf(event: Event, { organizer }: { readonly organizer: string }): boolean {
  return (organizer === "" ? event.heir : organizer) === event.organizer;
}

function newest(answers: readonly Keyed[], recurrenceId: string): Answered | null {
  const [last] = answers
    .filter((answer) => answer.recurrenceId === recurrenceId)
    .sort((a, b) => b.at - a.at || compareVersions(b, a) || Number(a.partstat > b.partstat));
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
