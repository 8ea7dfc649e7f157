import type { Entry } from "../itip/invitation.ts";
import type { Version } from "../itip/version.ts";
import type { State } from "../itip/state.ts";
import type { ApplyOrder } from "./order.ts";

/** One entry of a message, with the key and the version that it is remembered by. */
export interface Incoming {
  readonly entry: Entry;
  readonly key: string;
  readonly version: Version;
  readonly state: State;
}

/** What a message says, entry by entry; of two with one key the first. */
export function incomingOf({ inspected }: ApplyOrder): readonly Incoming[] {
  const { invitation, fact, situation } = inspected;
  const entries = invitation.main === null ? [] : [invitation.main, ...invitation.instances];
  const standings = [situation.standing, ...situation.standing.instances];
  const incoming = entries.flatMap((entry, index) => {
    const known = fact?.entries[index];
    const state = standings[index]?.state ?? situation.standing.state;
    return known === undefined ? [] : [{ entry, key: known.recurrenceId, version: known, state }];
  });
  const first = new Map(incoming.toReversed().map((one) => [one.key, one]));
  return [...first.values()].reverse();
}
