import type { StoredMessage, World } from "../ports.ts";
import { readMessage, type Reading } from "../read-message.ts";
import type { Moved } from "./follow-moves.ts";

/** New mail that could not be read, by its Message-ID, as it came. */
export type Missed = Map<string, StoredMessage>;

/**
 * Reads a message that has just come. It may have been moved or thrown away before its turn: what
 * counts is where it came, so its copy is read as if it lay there.
 */
export async function readArrival(
  message: StoredMessage,
  world: World,
  missed: Missed,
): Promise<Reading> {
  const { headerMessageId, folder } = message;
  missed.delete(headerMessageId);
  const reading = await readMessage(message, world);
  if (reading.kind === "inspected") {
    return reading;
  }
  for (const copy of await world.mailbox.find(headerMessageId)) {
    const moved = await readMessage({ ...copy, folder }, world);
    if (moved.kind === "inspected") {
      return moved;
    }
  }
  missed.set(headerMessageId, message);
  return reading;
}

/** New mail that could not be read, and arrives somewhere else only now. */
export async function readMissed(
  moves: readonly Moved[],
  world: World,
  missed: Missed,
): Promise<void> {
  for (const { to } of moves) {
    const message = missed.get(to?.headerMessageId ?? "");
    if (message !== undefined) {
      await readArrival(message, world, missed);
    }
  }
}
