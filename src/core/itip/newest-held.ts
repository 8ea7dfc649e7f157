import { compareLine, type KnownVersion } from "./known-version.ts";
import { newestAt } from "./series.ts";
import type { Standing } from "./standing.ts";

/**
 * The newest message that makes this one stale and can still be opened: what the calendar alone
 * knows is no message, nor is what was deleted for good.
 */
export function newestHeld(
  { state, against, known }: Standing,
  current: Current,
): KnownVersion | null {
  if (state !== "stale" || against === null) {
    return null;
  }
  const isHeld = ({ source }: KnownVersion): boolean => source !== "" && !known.gone.has(source);
  const newer = known.line.filter((version) => compareLine(version, current) > 0);
  return isHeld(against) ? against : newestAt(newer.filter(isHeld), against.recurrenceId);
}

type Current = Parameters<typeof compareLine>[1];
