import { ask } from "../../test/e2e/background.ts";
import { INVITATION_EVERY } from "../../test/e2e/many-messages.ts";
import { memoryOf, ScanStage, waitForScan, type ScanPlace } from "../../test/e2e/scan-stage.ts";
import type { OptionsView } from "../../src/app/options.ts";
import type { ScanView } from "../../src/app/scan/scan.ts";
import type { Page } from "../../test/harness/page.ts";

/*
 * `npm run bench:scan -- 20000 [dovecot|local]`: reads so many messages, once in dovecot and once
 * in a local folder, kills Thunderbird in the middle, and prints what it took. A scan counts a
 * message when it keeps what the message says. Beside that, Thunderbird itself notes here which
 * messages it opens; what a slice at most lost by the kill is opened once more.
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
  const seeding = performance.now();
  const scan = await ScanStage.start(count, place);
  console.log(`  seeded and listed in ${Math.round((performance.now() - seeding) / 1000)} s`);
  const first = await scan.openOptions();
  console.log(`  memory before: ${await megabytes(scan)} MB`);
  printWaits("at rest", await clicksDuring(first, await findInvitation(first), 10_000));

  await noteOpened(scan);
  await first.click('button[data-action="scan-start"]');
  const before = performance.now();
  const clicks = await clicksUntil(first, ({ done }) => done >= count / 2);
  const half = (await ask(first, "readScan")) as ScanView;
  console.log(`  killed after ${half.done} messages, ${rate(half.done, before)}`);
  printWaits("meanwhile", clicks);
  const openedBefore = await readOpened(scan);
  await scan.killAndRestart();

  const page = await scan.openOptions();
  const again = (await ask(page, "readScan")) as ScanView;
  await noteOpened(scan);
  const resumed = performance.now();
  const clicksAfter = await clicksUntil(page, ({ state }) => state !== "running");
  const end = await waitForScan(page, ({ state }) => state === "finished", DEADLINE);
  console.log(`  after the restart: ${rate(end.done - again.done, resumed)}`);
  printWaits("meanwhile, from Thunderbird's start on", clicksAfter);
  console.log(`  memory at the end: ${await megabytes(scan)} MB`);
  const { events } = (await ask(page, "readOptions")) as OptionsView;
  const { read, found } = end.counts;
  console.log(`  read ${read} of ${end.total}, found ${found}, events known ${events}`);
  printOpened(openedBefore, await readOpened(scan));
  await scan.stage.stop();
}

/** Until the background has answered a page, milliseconds each. */
interface Clicks {
  /** To how far the scan is. */
  readonly questions: readonly number[];
  /** To what a message says, which is read and inspected anew. */
  readonly cards: readonly number[];
}

async function clicksUntil(page: Page, isOver: (scan: ScanView) => boolean): Promise<Clicks> {
  const messageId = await findInvitation(page);
  const parts: Clicks[] = [];
  while (!isOver((await ask(page, "readScan")) as ScanView)) {
    parts.push(await clicksDuring(page, messageId, 1000));
  }
  return {
    questions: parts.flatMap(({ questions }) => questions),
    cards: parts.flatMap(({ cards }) => cards),
  };
}

interface Messenger {
  readonly runtime: { sendMessage(message: object): Promise<{ readonly ok: boolean }> };
  readonly messages: {
    query(query: object): Promise<{ readonly messages: readonly { readonly id: number }[] }>;
  };
}

/** The message whose card is clicked. */
async function findInvitation(page: Page): Promise<number> {
  const id = await page.evaluate(async () => {
    const { messenger } = globalThis as unknown as { messenger: Messenger };
    const query = { author: "juergen@example.com", messagesPerPage: 1 };
    return (await messenger.messages.query(query)).messages[0]?.id ?? null;
  });
  if (id === null) {
    throw new Error("There is no invitation.");
  }
  return id;
}

/** About eight times a second a page asks the background both things, one after the other. */
async function clicksDuring(page: Page, messageId: number, milliseconds: number): Promise<Clicks> {
  return page.evaluate(
    async (id, time) => {
      const { messenger } = globalThis as unknown as { messenger: Messenger };
      const wait = async (request: string, ...values: unknown[]): Promise<number> => {
        const begin = performance.now();
        const { ok } = await messenger.runtime.sendMessage({ request, arguments: values });
        if (!ok) {
          throw new Error(`${request} failed`);
        }
        return performance.now() - begin;
      };
      const questions: number[] = [];
      const cards: number[] = [];
      const end = performance.now() + time;
      while (performance.now() < end) {
        questions.push(await wait("readScan"));
        cards.push(await wait("inspectAgain", id));
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
      return { questions, cards };
    },
    messageId,
    milliseconds,
  );
}

/** From now on Thunderbird notes which messages add-ons open. */
async function noteOpened({ stage }: ScanStage): Promise<void> {
  await stage.thunderbird.run(`
    const { MsgHdrProcessor } = ChromeUtils.importESModule(
      "resource:///modules/ExtensionMessages.sys.mjs");
    const { getOriginalMessage } = MsgHdrProcessor.prototype;
    const opened = [];
    mainWindow().openedMessages = opened;
    MsgHdrProcessor.prototype.getOriginalMessage = function () {
      opened.push(this.msgUri);
      return getOriginalMessage.call(this);
    };`);
}

/** How often each message was opened, but for the one that is clicked. */
async function readOpened({ stage }: ScanStage): Promise<ReadonlyMap<string, number>> {
  const opened = (await stage.thunderbird.run("return mainWindow().openedMessages;")) as string[];
  const times = new Map<string, number>();
  for (const message of opened) {
    times.set(message, (times.get(message) ?? 0) + 1);
  }
  return times;
}

function printOpened(
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): void {
  const twice = [before, after].map((times) => [...times.values()].filter((n) => n > 1).length);
  const across = [...after.keys()].filter((message) => before.has(message)).length;
  console.log(
    `  opened more than once: ${twice.join(" before, ")} after the kill (clicked: 1), in both lives: ${across}`,
  );
}

function printWaits(when: string, { questions, cards }: Clicks): void {
  console.log(`  a question about the scan waits, ${when}: ${waits(questions)}`);
  console.log(`  a click on a card waits, ${when}: ${waits(cards)}`);
}

function waits(answers: readonly number[]): string {
  const sorted = [...answers].sort((a, b) => a - b);
  const at = (share: number): number =>
    Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0);
  return `median ${at(0.5)} ms, of a hundred the longest ${at(0.99)} ms, longest ${at(1)} ms (${sorted.length} clicks)`;
}

/** Since a moment of the same clock. */
function rate(messages: number, since: number): string {
  return `${Math.round((messages / (performance.now() - since)) * 1000)} messages a second`;
}

async function megabytes({ stage }: ScanStage): Promise<number> {
  const id = (await stage.thunderbird.run("return Services.appinfo.processID;")) as number;
  return Math.round(memoryOf(id) / MEGABYTE);
}
