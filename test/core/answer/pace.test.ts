import { describe, expect, it } from "vitest";
import { isTooMany, MAX_ANSWERS_A_MINUTE } from "../../../src/core/answer/pace.ts";

const NOW = Date.parse("2026-11-30T08:00:00Z");

/** So many answers, so many seconds ago. */
function given(count: number, secondsAgo: number): readonly number[] {
  return Array.from({ length: count }, () => NOW - secondsAgo * 1000);
}

describe("one more answer", () => {
  it("is the twentieth of a minute at most", () => {
    expect(MAX_ANSWERS_A_MINUTE).toBe(20);
    expect(isTooMany(given(19, 1), NOW)).toBe(false);
    expect(isTooMany(given(20, 1), NOW)).toBe(true);
  });

  it("may be given when one of twenty is a minute old", () => {
    expect(isTooMany([...given(1, 59.999), ...given(19, 1)], NOW)).toBe(true);
    expect(isTooMany([...given(1, 60), ...given(19, 1)], NOW)).toBe(false);
  });

  it("is not held back by answers of a future, after the clock was put back", () => {
    expect(isTooMany(given(20, -10), NOW)).toBe(false);
  });
});
