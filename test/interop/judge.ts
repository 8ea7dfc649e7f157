import type { Outgoing } from "./outgoing.ts";

/** What a program that others wrote has against each message; none for what it accepts. */
export type Complaints = ReadonlyMap<Outgoing, readonly string[]>;

export interface Judge {
  /** As it stands in the document. */
  readonly name: string;
  /** Whether it can say anything about such a message. */
  readonly hears: (outgoing: Outgoing) => boolean;
  readonly judge: (outgoing: readonly Outgoing[]) => Promise<Complaints> | Complaints;
}

/** Pairs each message with what was said about it, in the same order. */
export function complaintsOf<Reading>(
  outgoing: readonly Outgoing[],
  readings: readonly Reading[],
  complain: (outgoing: Outgoing, reading: Reading) => readonly string[],
): Complaints {
  return new Map(
    outgoing.map((message, index) => {
      const reading = readings[index];
      return [message, reading === undefined ? ["nothing was read"] : complain(message, reading)];
    }),
  );
}

/** Says what differs: the name of what was looked at, what was read, what should have been. */
export function differences(
  seen: Readonly<Record<string, readonly [unknown, unknown]>>,
): readonly string[] {
  return Object.entries(seen)
    .filter(([, [read, sent]]) => JSON.stringify(read) !== JSON.stringify(sent))
    .map(([name, [read, sent]]) => `${name}: ${JSON.stringify(read)}, not ${JSON.stringify(sent)}`);
}
