import type { Intent } from "../app/intent.ts";
import type { Archive, Intents, Keeping, Memories, Places } from "../app/ports.ts";
import type { Looks, Scans } from "../app/scan/scan-ports.ts";
import { mergeMemories, recallFrom } from "../core/itip/ledger.ts";
import { isMemory } from "../core/itip/ledger-shape.ts";
import { archive as keptArchive } from "./archive.ts";
import {
  closeLedger,
  deleteLedger,
  isLedgerLost,
  noteMended,
  openAsItIs,
  openLedger,
  type EventRecord,
} from "./database.ts";
import { failingOver, Health } from "./health.ts";
import { intents as keptIntents } from "./intents.ts";
import { looks as keptLooks } from "./looks.ts";
import { memories as keptMemories } from "./memories.ts";
import { places as keptPlaces } from "./places.ts";
import { scans as keptScans } from "./scans.ts";
import {
  handOver,
  holdMissing,
  volatileIntents,
  volatileMemories,
  type HeldEvents,
  type HeldIntents,
} from "./volatile.ts";

/*
 * The record as all others see it: in extension storage, and where that fails, in memory alone for
 * as long as the event page lives. Who looks at a message or answers it does not notice; the pages
 * say so (`keeping`).
 */

const health = new Health();
const heldEvents: HeldEvents = new Map();
const heldIntents: HeldIntents = new Map();

export const memories: Memories = failingOver(
  keptMemories,
  volatileMemories(heldEvents, (uid) => keptMemories.recall(uid)),
  health,
);

export const intents: Intents = failingOver(
  keptIntents,
  volatileIntents(heldIntents, allIntents),
  health,
);

/** Where messages lie is found again when they are looked at. */
export const places: Places = failingOver(
  keptPlaces,
  { find: () => Promise.resolve([]), move: () => Promise.resolve(false) },
  health,
);

export const looks: Looks = failingOver(
  keptLooks,
  {
    all: () => Promise.resolve(new Map()),
    get: () => Promise.resolve(null),
    put: () => Promise.resolve(),
  },
  health,
);

/** A scan whose position cannot be kept does not begin, and stops. */
export const scans: Scans = failingOver(keptScans, { load: () => Promise.resolve(null) }, health);

/** What cannot be read is not counted; export, import and forgetting fail, and say so. */
export const archive: Archive = failingOver(
  keptArchive,
  {
    count: () => keptArchive.count().catch(() => 0),
    fold: () => Promise.resolve(0),
  },
  health,
);

export const keeping: Keeping = {
  async state() {
    try {
      await openLedger();
    } catch (error) {
      health.blame(error);
    }
    return health.trouble ?? (isLedgerLost() ? "lost" : "kept");
  },

  mend() {
    mending ??= mendOnce().finally(() => {
      mending = null;
    });
    return mending;
  },
};

/** Asked for by two pages at once, the second would delete what the first has just kept. */
let mending: Promise<void> | null = null;

async function mendOnce(): Promise<void> {
  try {
    if (health.trouble === "damaged" || health.trouble === "newer") {
      await saveWhatCanBeRead();
      await deleteLedger();
    }
    await keepWhatIsHeld();
  } catch (error) {
    // Still off; what is held stays held.
    health.blame(error);
  }
}

async function keepWhatIsHeld(): Promise<void> {
  await closeLedger();
  await openLedger();
  while (heldEvents.size > 0 || heldIntents.size > 0) {
    await handOver(heldEvents, (events) => keptArchive.merge(events));
    await handOver(heldIntents, keepIntents);
  }
  noteMended();
  health.recover();
}

async function keepIntents(held: ReadonlyMap<string, Intent | null>): Promise<void> {
  for (const [id, intent] of held) {
    await (intent === null ? keptIntents.exchange(id, () => null) : keptIntents.update(intent));
  }
}

/** Event by event: one that is damaged does not take the others along. */
async function saveWhatCanBeRead(): Promise<void> {
  try {
    const database = await openAsItIs();
    const [events, all] = await Promise.all([
      database.getAll("events"),
      database.getAll("intents"),
    ]);
    database.close();
    for (const { uid, ...memory } of (events as EventRecord[]).filter(isMemory)) {
      heldEvents.set(uid, mergeMemories(memory, recallFrom(heldEvents, uid)));
    }
    holdMissing(heldIntents, all as Intent[]);
  } catch (error) {
    console.warn("Convene: nothing of what was kept can be read.", error);
  }
}

async function allIntents(): Promise<readonly Intent[]> {
  const database = await openLedger();
  return database.getAll("intents");
}
