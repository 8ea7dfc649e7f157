import { describe, expect, it } from "vitest";
import { zonedTime } from "../../../src/core/calendar/zoned-time.ts";

describe("a time from a form", () => {
  it.each([
    ["2026-12-01T10:00", "Europe/Berlin", "2026-12-01T09:00:00"],
    ["2026-07-01T10:00:30", "Europe/Berlin", "2026-07-01T08:00:30"],
    ["2026-03-29T02:30", "Europe/Berlin", "2026-03-29T01:30:00"],
    ["2026-12-01T10:00", "UTC", "2026-12-01T10:00:00"],
  ])("%s in %s is an instant", (text, timeZone, wall) => {
    expect(zonedTime(text, timeZone)).toEqual({
      kind: "utc",
      wall,
      instant: Date.parse(`${wall}Z`),
      tzid: null,
      timeZone: null,
    });
  });

  it.each([
    ["", "Europe/Berlin"],
    ["tomorrow", "Europe/Berlin"],
    ["2026-12-01", "Europe/Berlin"],
    ["2026-13-01T10:00", "Europe/Berlin"],
    ["2026-12-01T10:00", "Mars/Olympus_Mons"],
  ])("%j in %s is none", (text, timeZone) => {
    expect(zonedTime(text, timeZone)).toBeNull();
  });
});
