import { world } from "../../../src/background/worlds.ts";
import type { Circumstances } from "../../../src/core/circumstances.ts";
import { inspect } from "../../../src/core/inspect.ts";

/*
 * Runs in a page of the add-on, on the add-on's own code and storage: what it takes to know the
 * state of a message that was read already.
 */

/** Milliseconds, one for every message and round. */
export interface StateTimes {
  /** What the record holds of the message's event. */
  readonly record: number[];
  /** That, and all that is judged by it: state, findings, what may be done. */
  readonly state: number[];
}

declare global {
  var timeStates: ((rounds: number) => Promise<StateTimes>) | undefined;
}

/** Of every message of the inbox `rounds` times, one after the other. */
globalThis.timeStates = async (rounds) => {
  const times: StateTimes = { record: [], state: [] };
  const messages = await inbox();
  for (let round = 0; round < rounds; round += 1) {
    for (const messageId of messages) {
      const bytes = await world.mailbox.readRaw(messageId);
      const circumstances = await circumstancesOf(messageId, times.record);
      times.state.push((await timed(() => inspect(bytes, circumstances)))[1]);
    }
  }
  return times;
};

document.documentElement.dataset["ready"] = "";

async function inbox(): Promise<readonly number[]> {
  const folders = await messenger.folders.query({ specialUse: ["inbox"] });
  const { messages } = await messenger.messages.query({
    folderId: folders.flatMap(({ id }) => id ?? []),
  });
  return messages.map(({ id }) => id);
}

async function circumstancesOf(messageId: number, record: number[]): Promise<Circumstances> {
  const identities = (await world.identities.list()).map(({ email }) => email);
  return {
    now: world.clock.now(),
    addresses: { identities, aliases: [] },
    authserv: null,
    folder: "ordinary",
    verifySignature: () => world.signatures.verify(messageId),
    async recall(uid) {
      const [memory, took] = await timed(() => world.memories.recall(uid));
      record.push(took);
      return { memory, calendar: [] };
    },
  };
}

async function timed<Value>(act: () => Promise<Value>): Promise<[value: Value, took: number]> {
  const begin = performance.now();
  return [await act(), performance.now() - begin];
}
