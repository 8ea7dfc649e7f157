import type { Stage } from "../../test/e2e/stage.ts";
import { median } from "./median.ts";

export interface Timings {
  /** A question that the background answers without doing anything, milliseconds (median). */
  readonly road: number;
  /** The state of a message: reading, inspecting, recalling, remembering (median). */
  readonly whole: number;
}

/** Asks for every message of the inbox `rounds` times, one after the other, from a page. */
export async function timeInspections(stage: Stage, rounds: number): Promise<Timings> {
  const page = await stage.thunderbird.openTab(stage.edition.id, "ui/notice/notice.html");
  const roads: number[] = [];
  const wholes: number[] = [];
  for (let round = -WARM_UP; round < rounds; round += 1) {
    const timed = await page.evaluate(timeInPage);
    if (round >= 0) {
      roads.push(...timed.roads);
      wholes.push(...timed.wholes);
    }
  }
  return { road: median(roads), whole: median(wholes) };
}

/** The first rounds pay for compiling. */
const WARM_UP = 3;

interface Messenger {
  readonly folders: { query(query: object): Promise<{ id: string }[]> };
  readonly messages: { query(query: object): Promise<{ messages: { id: number }[] }> };
  readonly runtime: { sendMessage(message: object): Promise<unknown> };
}

/** One round. Runs in the page: it sees nothing of this file. */
async function timeInPage(): Promise<{ roads: number[]; wholes: number[] }> {
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
  for (const { id } of messages) {
    roads.push(await timed("nothing"));
    wholes.push(await timed("inspectAgain", id));
  }
  return { roads, wholes };
}
