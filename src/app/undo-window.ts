import { isHeldBack, tellsOrganizer, type Intent } from "./intent.ts";
import type { Settings, World } from "./ports.ts";
import { carryOut, giveUp, isOverdue } from "./settle.ts";
import { during } from "./under-way.ts";

/*
 * For some seconds after the click an answer is written down and nothing else: it can be taken back
 * without a trace. An alarm ends that, since the event page may be ended meanwhile.
 */

/** What tells somebody something is held back; a record of the user's own can be changed anyway. */
export function heldBack(intent: Intent, { undoSeconds }: Settings): Intent {
  const waits = undoSeconds > 0 && intent.draft === null && tellsOrganizer(intent);
  return { ...intent, due: waits ? intent.at + undoSeconds * 1000 : null };
}

/** Carries a written-down click out, now or when its undo window is over. */
export async function letGo(intent: Intent, world: World): Promise<Intent> {
  if (intent.due === null) {
    return carryOut(intent, world);
  }
  await world.alarms.set(intent.id, intent.due);
  return intent;
}

/** The undo window is over (call it when the alarm rings): what was not taken back leaves. */
export async function leave(id: string, world: World): Promise<void> {
  await during(id, async () => {
    const held = await world.intents.get(id);
    if (held === null || !isHeldBack(held)) {
      return;
    }
    if (isOverdue(held, world)) {
      await giveUp(held, world);
      return;
    }
    const left = await world.intents.exchange(id, (current) => ({ ...current, due: null }));
    if (left !== null) {
      await carryOut(left, world);
    }
  });
}

/** Of the last click on a card nothing is left; false where it is out of reach already. */
export async function takeBack(card: string, { intents, alarms }: World): Promise<boolean> {
  const last = await intents.last(card);
  if (last === null || !isHeldBack(last)) {
    return false;
  }
  const left = await intents.exchange(last.id, (current) => (isHeldBack(current) ? null : current));
  if (left === null) {
    await alarms.clear(last.id);
  }
  return left === null;
}
