import type { Archive, World } from "./ports.ts";
import type { Looks } from "./scan/scan-ports.ts";

/** What folding needs of the world. */
export interface RetentionWorld {
  readonly world: Pick<World, "settings" | "clock">;
  readonly archive: Pick<Archive, "fold">;
  readonly looks: Looks;
  readonly turn: () => Promise<void>;
}

/** Events folded in one transaction. */
const SLICE = 50;

const DAY = 24 * 60 * 60 * 1000;

/** On average. */
const MONTH = 30.44 * DAY;

/** Under which name it is kept when folding was done last: no folder has it. */
const FOLDING = "(folding)";

/** Folds away what is long past, once a day at most; returns how many events were folded. */
export async function foldOldEvents({
  world,
  archive,
  looks,
  turn,
}: RetentionWorld): Promise<number> {
  const now = world.clock.now();
  const { retentionMonths } = await world.settings();
  const last = await looks.get(FOLDING);
  if (retentionMonths === 0 || (last !== null && now - last.at < DAY)) {
    return 0;
  }
  let folded = 0;
  let count = SLICE;
  while (count === SLICE) {
    await turn();
    count = await archive.fold(now - retentionMonths * MONTH, SLICE);
    folded += count;
  }
  await looks.put(FOLDING, { at: now, total: 0 });
  return folded;
}
