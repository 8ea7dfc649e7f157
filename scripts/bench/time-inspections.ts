import type { Stage } from "../../test/e2e/stage.ts";

export interface Timings {
  /** A question that the background answers without doing anything, milliseconds (median). */
  readonly road: number;
  /** The state of a message: reading, inspecting, recalling, remembering (median). */
  readonly whole: number;
}

/** Asks for every message of the inbox `rounds` times, one after the other, from a page. */
export async function timeInspections(stage: Stage, rounds: number): Promise<Timings> {
  const page = await stage.thunderbird.openTab(stage.edition.id, "ui/notice/notice.html");
  const { roads, wholes } = await page.evaluate(timeInPage, rounds);
  return { road: median(roads), whole: median(wholes) };
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? NaN;
}

interface Messenger {
  readonly folders: { query(query: object): Promise<{ id: string }[]> };
  readonly messages: { query(query: object): Promise<{ messages: { id: number }[] }> };
  readonly runtime: { sendMessage(message: object): Promise<unknown> };
}

/** Runs in the page: it sees nothing but its parameters. */
async function timeInPage(rounds: number): Promise<{ roads: number[]; wholes: number[] }> {
  const { messenger } = globalThis as unknown as { messenger: Messenger };
  const timed = async (request: string, ...args: unknown[]): Promise<number> => {
    const begin = performance.now();
    await messenger.runtime.sendMessage({ request, arguments: args });
    return performance.now() - begin;
  };
  const inboxes = await messenger.folders.query({ specialUse: ["inbox"] });
  const folderId = inboxes.map(({ id }) => id);
  const { messages } = await messenger.messages.query({ folderId });
  const roads: number[] = [];
  const wholes: number[] = [];
  // The first rounds pay for compiling.
  for (let round = -5; round < rounds; round += 1) {
    for (const { id } of messages) {
      const road = await timed("nothing");
      const whole = await timed("inspectAgain", id);
      if (round >= 0) {
        roads.push(road);
        wholes.push(whole);
      }
    }
  }
  return { roads, wholes };
}
