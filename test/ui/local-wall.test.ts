import { describe, expect, it } from "vitest";
import { localWall } from "../../src/ui/card/local-wall.ts";
import { berlin, date } from "./cards.ts";

describe("a time in a field", () => {
  it("is an instant in this computer's zone", () => {
    const field = localWall(berlin("2026-12-01T10:00:00"));

    expect(new Date(field).getTime()).toBe(Date.parse("2026-12-01T09:00:00Z"));
  });

  it.each([
    { name: "nothing", time: null, field: "" },
    { name: "a date", time: date("2026-12-01"), field: "2026-12-01T00:00" },
    {
      name: "a wall time",
      time: { ...date("2026-12-01T10:00:00"), kind: "floating" as const },
      field: "2026-12-01T10:00",
    },
  ])("is $name as written", ({ time, field }) => {
    expect(localWall(time)).toBe(field);
  });
});
