import type { Stage } from "../../test/e2e/stage.ts";
import { BENCH_PAGE } from "./with-bench-page.ts";
import type { StateTimes } from "./page/time-states.ts";

/** The first rounds pay for compiling. */
const WARM_UP = 3;

/** In a page of the add-on itself, without the road between page and background. */
export async function timeStates(stage: Stage, rounds: number): Promise<StateTimes> {
  const page = await stage.thunderbird.openTab(stage.edition.id, BENCH_PAGE);
  await page.waitFor("[data-ready]");
  await page.evaluate(timeInPage, WARM_UP);
  return page.evaluate(timeInPage, rounds);
}

/** Runs in the page: it sees nothing of this file. */
async function timeInPage(rounds: number): Promise<StateTimes> {
  const times = await globalThis.timeStates?.(rounds);
  return times ?? { record: [], state: [] };
}
