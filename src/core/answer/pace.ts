/** More than a person reads and answers in a minute, and too few to flood anybody with. */
export const MAX_ANSWERS_A_MINUTE = 20;

/** Milliseconds: over how long answers are counted. */
export const PACE_PERIOD = 60_000;

/** One more answer now would be one too many; `earlier` says when the last ones were given. */
export function isTooMany(earlier: readonly number[], now: number): boolean {
  const recent = earlier.filter((at) => at > now - PACE_PERIOD && at <= now);
  return recent.length >= MAX_ANSWERS_A_MINUTE;
}
