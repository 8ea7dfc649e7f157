import { askBackground } from "../../test/e2e/ask-background.ts";
import { CALENDAR } from "../../test/e2e/edition.ts";
import { invitationMail, makeInvitation } from "../../test/e2e/invitation.ts";
import { Stage } from "../../test/e2e/stage.ts";
import { median } from "./median.ts";
import { seedLedger } from "./seed-ledger.ts";
import { timeInspections } from "./time-inspections.ts";
import { timeStates } from "./time-states.ts";
import { withBenchPage } from "./with-bench-page.ts";

/**
 * `npm run bench`: how long the state of a message takes in a real Thunderbird, with a ledger of
 * 1,000 and of 100,000 events; `npm run build` makes the add-on.
 */
const SIZES = [1_000, 100_000] as const;

/** Milliseconds for the state of a message, and how much more the larger ledger may cost. */
const LONGEST = 5;
const GROWTH = 1.5;

/** Messages that are asked for in turn, about events from all over the ledger. */
const MESSAGES = 20;
const ROUNDS = 10;

const edition = await withBenchPage(CALENDAR, "scripts/bench/page/time-states.ts");
const stage = await Stage.start(edition, {
  preferences: { "privacy.reduceTimerPrecision": false },
});
try {
  const uids = Array.from(
    { length: MESSAGES },
    (_, index) => `seeded-${(index * 47) % 1000}@bench`,
  );
  const mails = uids.map((uid) => invitationMail(makeInvitation({ uid })));
  await stage.receive(...mails);
  await askBackground(stage, "readScan");
  const medians: number[] = [];
  let seeded = 0;
  for (const size of SIZES) {
    await seedLedger(stage, seeded, size);
    seeded = size;
    const times = await timeStates(stage, ROUNDS);
    const { road, whole } = await timeInspections(stage, ROUNDS);
    const state = median(times.state);
    medians.push(state);
    console.log(
      `${size} events: ${state.toFixed(2)} ms for the state of a message, of which the record ` +
        `${median(times.record).toFixed(2)} ms; ${(whole - road).toFixed(2)} ms for its whole ` +
        `card, and ${road.toFixed(2)} ms for a page's question and the background's answer`,
    );
  }
  const [small = NaN, large = NaN] = medians;
  const growth = large / small;
  console.log(`growth from 1,000 to 100,000 events: ${growth.toFixed(2)} times`);
  process.exitCode = large < LONGEST && growth < GROWTH ? 0 : 1;
} finally {
  await stage.stop();
}
