import { describe, expect, it } from "vitest";

import { arrivals } from "../../scripts/demo/arrivals.ts";
import { shiftDates, weeksSinceSamples } from "../../scripts/demo/shift-dates.ts";
import { NOW, readSample, samples } from "../fixtures/samples.ts";

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");
const calendarOf = (name: string, weeks: number): string => {
  const message = text(shiftDates(readSample(name), weeks));
  const [, encoded = ""] = /text\/calendar[^]*?base64\r\n\r\n([^]*?)\r\n\r\n--/.exec(message) ?? [];
  return text(Buffer.from(encoded, "base64"));
};

describe("shiftDates", () => {
  it("moves header fields, texts and values by whole weeks", () => {
    const message = text(shiftDates(readSample("budget-request"), 10));

    expect(message).toContain("Date: Mon, 25 Jan 2027 09:00:01 +0000");
    expect(message).toContain("Tue, 9 Feb 2027 14:00 - 15:00");
    expect(message).toContain("DTSTART;TZID=Europe/Berlin:20270209T140000");
    expect(message).toContain("DTSTAMP:20270125T090000Z");
  });

  it("moves values inside of base64 and leaves the rules of time zones alone", () => {
    expect(calendarOf("exchange", 1)).toContain(":20261209T140000");
    expect(calendarOf("exchange", 1)).toContain("DTSTART:16010101T030000");
  });

  it.each(arrivals.map(({ name }) => name))("changes nothing of %s by 0 weeks", (name) => {
    expect(text(shiftDates(readSample(name), 0))).toBe(text(readSample(name)));
  });
});

describe("weeksSinceSamples", () => {
  it.each([
    [0, 0],
    [6, 0],
    [7, 1],
    [-1, -1],
  ])("counts %d days as %d weeks", (days, weeks) => {
    expect(weeksSinceSamples(NOW + days * 86_400_000)).toBe(weeks);
  });
});

describe("arrivals", () => {
  it("come after what they follow", () => {
    const arrived = arrivals.map(({ name }) => name);
    const followers = samples.filter(({ name }) => arrived.includes(name));

    for (const { name, after = [] } of followers) {
      expect(arrived.slice(0, arrived.indexOf(name))).toEqual(expect.arrayContaining([...after]));
    }
  });
});
