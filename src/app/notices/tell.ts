import type { Intent } from "../intent.ts";
import { missingFor } from "../permissions.ts";
import type { World } from "../ports.ts";
import type { Reading } from "../read-message.ts";
import type { SwitchName } from "../switches.ts";
import { answerNotice } from "./answer-notice.ts";
import { eventNotice } from "./event-notice.ts";
import type { Notice } from "./notice.ts";

/** What telling needs of the world. */
export interface TellWorld {
  readonly world: World;
  /** Shows a notice outside of all windows. */
  readonly show: (notice: Notice) => Promise<void>;
  /** False where it was told before: each notice once. */
  readonly claim: (key: string) => Promise<boolean>;
}

/** The setting that each kind belongs to. */
const SETTINGS = {
  cancelled: "notifyCancelled",
  "said-cancelled": "notifyCancelled",
  changed: "notifyChanged",
  "not-left": "notifyNotLeft",
  "not-known": "notifyNotLeft",
  waiting: "notifyNotLeft",
} as const satisfies Record<Notice["kind"], SwitchName>;

/** A message has just come (not: was found in the mailbox). */
export async function tellOfMessage(reading: Reading, telling: TellWorld): Promise<void> {
  if (reading.kind === "unreadable" || reading.place !== "ordinary") {
    return;
  }
  const { source, invitations } = reading.inspection;
  const { clock, reader } = telling.world;
  const onlooker = { now: clock.now(), zone: reader().zone };
  for (const inspected of invitations) {
    await tell(eventNotice(inspected, source, onlooker), telling);
  }
}

/** Something else is known of an answer. */
export async function tellOfAnswer(intent: Intent, telling: TellWorld): Promise<void> {
  await tell(answerNotice(intent, telling.world.clock.now()), telling);
}

/** Answers that wait in the Outbox, perhaps since the last time that Thunderbird ran. */
export async function tellOfWaiting(telling: TellWorld): Promise<void> {
  for (const intent of await telling.world.intents.unfinished()) {
    await tellOfAnswer(intent, telling);
  }
}

async function tell(notice: Notice | null, { world, show, claim }: TellWorld): Promise<void> {
  if (notice === null) {
    return;
  }
  const setting = SETTINGS[notice.kind];
  const isWanted = (await world.settings())[setting];
  const isAllowed = missingFor(setting, await world.granted()).length === 0;
  if (isWanted && isAllowed && (await claim(notice.key))) {
    await show(notice);
  }
}
