import { describe, expect, it } from "vitest";
import { formatDate } from "../../../src/core/mail/format-date.ts";
import { readDate } from "../../../src/core/mail/read-date.ts";

const NOON = Date.UTC(2026, 10, 22, 12, 0, 0);

describe("readDate", () => {
  it.each([
    ["Sun, 22 Nov 2026 12:00:00 +0000", NOON],
    ["22 Nov 2026 12:00 GMT", NOON],
    ["Sun, 22 Nov 2026 13:00:00 +0100 (CET)", NOON],
    ["sunday, 22 november 2026 05:30:00 -0630", NOON],
    ["Sun,22 Nov 26 07:00:00 EST", NOON],
    ["Sun 22 Nov 126 12:00:00 Z", NOON],
    ["Sun, 22 Nov 2026 12:00:00", NOON],
    ["Sun, 22 Nov 2026 12:00:00 XYZ", NOON],
    ["1 Jan 70 00:00:00 GMT", 0],
  ])("reads %j", (text, instant) => {
    expect(readDate(text)).toBe(instant);
  });

  it.each(["", "yesterday", "22 Foo 2026 12:00:00 +0000", "2026-11-22T12:00:00Z"])(
    "cannot read %j",
    (text) => {
      expect(readDate(text)).toBeNull();
    },
  );
});

describe("formatDate", () => {
  it.each([
    [NOON, 0, "Sun, 22 Nov 2026 12:00:00 +0000"],
    [NOON, 330, "Sun, 22 Nov 2026 17:30:00 +0530"],
    [NOON, -210, "Sun, 22 Nov 2026 08:30:00 -0330"],
  ])("writes %j at %j minutes", (instant, offset, text) => {
    expect(formatDate(instant, offset)).toBe(text);
    expect(readDate(text)).toBe(instant);
  });

  it.each([
    [Number.NaN, 0],
    [Date.UTC(1800, 0, 1), 0],
    [Date.UTC(10000, 0, 1), 0],
    [NOON, 6000],
  ])("cannot write %j at %j minutes", (instant, offset) => {
    expect(formatDate(instant, offset)).toBeNull();
  });
});
