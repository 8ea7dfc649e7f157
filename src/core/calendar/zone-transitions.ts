import type { Clock } from "./clock.ts";
import { DAY } from "./wall-time.ts";

/** A change of a zone's offset. */
export interface Transition {
  readonly instant: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The changes within a year, to the second. Offsets are compared week by week: two changes that undo
 * each other lie at least a month apart (Morocco's Ramadan).
 */
export function transitionsOfYear(clock: Clock, year: number): readonly Transition[] {
  const end = Date.UTC(year + 1, 0, 1);
  const transitions: Transition[] = [];
  for (let start = Date.UTC(year, 0, 1); start < end; start += 7 * DAY) {
    const transition = transitionBetween(clock, start, Math.min(start + 7 * DAY, end));
    if (transition !== null) {
      transitions.push(transition);
    }
  }
  return transitions;
}

function transitionBetween(clock: Clock, start: number, end: number): Transition | null {
  const from = clock.offsetAt(start) ?? 0;
  if (from === clock.offsetAt(end)) {
    return null;
  }
  let before = start;
  let after = end;
  while (after - before > 1000) {
    const middle = Math.floor((before + after) / 2000) * 1000;
    if (clock.offsetAt(middle) === from) {
      before = middle;
    } else {
      after = middle;
    }
  }
  return { instant: after, from, to: clock.offsetAt(after) ?? 0 };
}
