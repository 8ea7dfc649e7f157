import { isTooMany } from "../core/answer/pace.ts";
import { isHeldBack, tellsOrganizer, type Intent } from "./intent.ts";
import type { Claim, Seen } from "./ports.ts";

/**
 * What a click is to the ones before it: the same while the first is under way, or after it has
 * left, changes nothing: five fast clicks are one.
 */
export function judgeClick(next: Intent, { last, recent }: Seen): Claim {
  if (last !== null && isSettledBy(last, next)) {
    return "settled";
  }
  const isInstead = last !== null && isHeldBack(last);
  const others = isInstead ? recent.filter(({ id }) => id !== last.id) : recent;
  if (tellsOrganizer(next) && isOverPace(others, next.at)) {
    return "too-many";
  }
  return isInstead ? "instead" : "new";
}

/** The last click is still under way, or said the same and was not refused. */
function isSettledBy(last: Intent, next: Intent): boolean {
  const isSame = last.said === next.said && (last.draft === null) === (next.draft === null);
  if (isHeldBack(last)) {
    return isSame;
  }
  if (last.state === "pending") {
    return last.draft === null || next.draft !== null;
  }
  const isUndone = last.application?.state === "undone";
  return isSame && next.draft === null && last.state !== "failed" && !isUndone;
}

/** The same letters once more, unless another click came in between. */
export function judgeResend(failed: Intent, next: Intent, { last, recent }: Seen): Claim {
  if (last?.id !== failed.id) {
    return "settled";
  }
  return isOverPace(recent, next.at) ? "too-many" : "new";
}

/** The text that was written in the composer, unless another press on Send has taken it. */
export function judgeWritten(next: Intent, { same, recent }: Seen): Claim {
  if ((same?.draft ?? null) === null) {
    return "settled";
  }
  return isOverPace(recent, next.at) ? "too-many" : "new";
}

/** What did not leave is not counted. */
function isOverPace(recent: readonly Intent[], now: number): boolean {
  const left = recent.filter((intent) => intent.state !== "failed" && tellsOrganizer(intent));
  return isTooMany(
    left.map(({ at }) => at),
    now,
  );
}
