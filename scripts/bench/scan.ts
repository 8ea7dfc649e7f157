import { ask } from "../../test/e2e/background.ts";
import { INVITATION_EVERY } from "../../test/e2e/many-messages.ts";
import { memoryOf, ScanStage, waitForScan, type ScanPlace } from "../../test/e2e/scan-stage.ts";
import type { OptionsView } from "../../src/app/options.ts";
import type { ScanView } from "../../src/app/scan/scan.ts";
import type { Page } from "../../test/harness/page.ts";

/*
 * `npm run bench:scan -- 20000 [dovecot|local]`: reads so many messages, once in dovecot and once
 * in a local folder, kills Thunderbird in the middle, and prints what it took.
 */

const count = Number(process.argv[2] ?? 20_000);
const only = process.argv[3];
const DEADLINE = 2 * 60 * 60_000;
const MEGABYTE = 1024 * 1024;

for (const place of (["dovecot", "local folder"] as const).filter(
  (name) => only === undefined || name.startsWith(only),
)) {
  await measure(place);
}
process.exit(0);

async function measure(place: ScanPlace): Promise<void> {
  console.log(`\n${place}: ${count} messages, one in ${INVITATION_EVERY} an invitation`);
  const scan = await ScanStage.start(count, place);
  const first = await scan.openOptions();
  const resting = await clicksDuring(first, 10_000);
  console.log(`  memory before: ${await megabytes(scan)} MB`);
  console.log(`  a click waits, at rest: ${waits(resting)}`);

  await first.click('button[data-action="scan-start"]');
  const before = performance.now();
  await waitForScan(first, ({ done }) => done >= count / 2, DEADLINE);
  const half = (await ask(first, "readScan")) as ScanView;
  const halfSeconds = (performance.now() - before) / 1000;
  console.log(`  killed after ${half.done} messages, ${rate(half.done, halfSeconds)}`);
  await scan.killAndRestart();

  const page = await scan.openOptions();
  const again = (await ask(page, "readScan")) as ScanView;
  const resumed = performance.now();
  const clicks = await clicksUntilDone(page);
  const end = await waitForScan(page, ({ state }) => state === "finished", DEADLINE);
  const seconds = (performance.now() - resumed) / 1000;
  console.log(`  after the restart: ${rate(end.done - again.done, seconds)}`);
  console.log(`  a click waits, meanwhile: ${waits(clicks)}`);
  console.log(`  memory at the end: ${await megabytes(scan)} MB`);
  const { events } = (await ask(page, "readOptions")) as OptionsView;
  const { read, found } = end.counts;
  console.log(`  read ${read} of ${end.total}, found ${found}, events known ${events}`);
  await scan.stage.stop();
}

interface Clicks {
  /** Until the background has answered a page, milliseconds each. */
  readonly answers: readonly number[];
}

async function clicksUntilDone(page: Page): Promise<Clicks> {
  const answers: number[] = [];
  let state = "running";
  while (state === "running") {
    const part = await clicksDuring(page, 10_000);
    answers.push(...part.answers);
    ({ state } = (await ask(page, "readScan")) as ScanView);
  }
  return { answers };
}

/** Ten times a second a page asks the background, as a click does. */
async function clicksDuring(page: Page, milliseconds: number): Promise<Clicks> {
  const answers = await page.evaluate(async (time) => {
    const { messenger } = globalThis as unknown as {
      messenger: { runtime: { sendMessage(message: object): Promise<unknown> } };
    };
    const waited: number[] = [];
    const end = performance.now() + time;
    while (performance.now() < end) {
      const begin = performance.now();
      await messenger.runtime.sendMessage({ request: "readScan", arguments: [] });
      waited.push(performance.now() - begin);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return waited;
  }, milliseconds);
  return { answers };
}

function waits({ answers }: Clicks): string {
  const sorted = [...answers].sort((a, b) => a - b);
  const at = (share: number): number =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return `median ${at(0.5)} ms, of a hundred the longest ${at(0.99)} ms, longest ${at(1)} ms (${sorted.length} clicks)`;
}

function rate(messages: number, seconds: number): string {
  return `${Math.round(messages / seconds)} messages a second`;
}

async function megabytes({ stage }: ScanStage): Promise<number> {
  const id = (await stage.thunderbird.run("return Services.appinfo.processID;")) as number;
  return Math.round(memoryOf(id) / MEGABYTE);
}
