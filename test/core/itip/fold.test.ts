import { describe, expect, it } from "vitest";
import { endsAt } from "../../../src/core/itip/ends-at.ts";
import type { Fact, Memory } from "../../../src/core/itip/fact.ts";
import { firstEnd, foldFact, foldMemory, isFolded } from "../../../src/core/itip/fold.ts";
import {
  mergeMemories,
  parseLedger,
  printLedger,
  withFact,
} from "../../../src/core/itip/ledger.ts";
import type { Snapshot } from "../../../src/core/itip/snapshot.ts";

const LIMIT = Date.parse("2026-01-01T00:00:00Z");

const SNAPSHOT: Snapshot = {
  start: "2025-06-01T10:00:00Z",
  end: "2025-06-01T11:00:00Z",
  summary: "Budget",
  location: "Room 1",
  description: "Bring figures.",
  status: "CONFIRMED",
  recurrence: [],
  attendees: ["me@example.org ACCEPTED"],
  links: ["https://example.org"],
};

function fact(snapshot: Partial<Snapshot> = {}, changes: Partial<Fact> = {}): Fact {
  return {
    source: "1@example.org",
    uid: "u",
    organizer: "boss@example.org",
    method: "REQUEST",
    date: Date.parse("2025-05-01T10:00:00Z"),
    from: "boss@example.org",
    sender: "verified",
    doubtful: false,
    entries: [
      {
        recurrenceId: "",
        sequence: 1,
        dtstamp: Date.parse("2025-05-01T10:00:00Z"),
        snapshot: { ...SNAPSHOT, ...snapshot },
        attendees: ["me@example.org"],
        author: null,
        partstat: null,
        cancelled: false,
      },
    ],
    ...changes,
  };
}

const PAST: readonly [string, Partial<Snapshot>][] = [
  ["a single event", {}],
  ["a whole day", { start: "2025-06-01", end: "2025-06-02" }],
  ["a floating time", { start: "2025-06-01T10:00:00", end: "" }],
  ["a series with an end", { recurrence: ["RRULE FREQ=WEEKLY;UNTIL=20250801T100000Z"] }],
  ["a series of ten weeks", { recurrence: ["RRULE COUNT=10;FREQ=WEEKLY"] }],
  ["a list of dates", { recurrence: ["RDATE 2025-07-01T10:00:00Z"] }],
  ["an answer that names no time", { start: "", end: "" }],
];

const NOT_PAST: readonly [string, Partial<Snapshot>][] = [
  ["an event that ended this year", { end: "2026-02-01T10:00:00Z" }],
  ["a series without end", { recurrence: ["RRULE FREQ=WEEKLY"] }],
  ["a series until this year", { recurrence: ["RRULE FREQ=WEEKLY;UNTIL=20260801T100000Z"] }],
  ["a series of a hundred weeks", { recurrence: ["RRULE COUNT=100;FREQ=WEEKLY"] }],
  ["a day that few months have", { recurrence: ["RRULE BYMONTHDAY=31;COUNT=5;FREQ=MONTHLY"] }],
  ["every fourth year", { recurrence: ["RRULE COUNT=2;FREQ=YEARLY;INTERVAL=4"] }],
  ["a list of dates", { recurrence: ["RDATE 2026-07-01T10:00:00Z"] }],
  ["a rule that cannot be read", { recurrence: ["RRULE FREQ=SOMETIMES;COUNT=3"] }],
  ["an end that cannot be read", { recurrence: ["RRULE FREQ=DAILY;UNTIL=TOMORROW"] }],
];

describe("what is over", () => {
  it.each(PAST)("%s", (_, snapshot) => {
    expect(endsAt(fact(snapshot))).toBeLessThan(LIMIT);
  });

  it.each(NOT_PAST)("is not: %s", (_, snapshot) => {
    expect(endsAt(fact(snapshot))).toBeGreaterThanOrEqual(LIMIT);
  });
});

describe("an event long past", () => {
  it("keeps its versions, times and people to compare with, and no texts", () => {
    const [entry] = foldFact(fact(), LIMIT).entries;
    expect(entry).toMatchObject({ sequence: 1, attendees: ["me@example.org"] });
    expect(entry?.snapshot).toMatchObject({
      start: SNAPSHOT.start,
      end: SNAPSHOT.end,
      location: "Room 1",
      status: "CONFIRMED",
      summary: "",
      description: "",
      attendees: [],
      links: [],
    });
  });

  it("is folded once, and what is not past not at all", () => {
    const folded = foldFact(fact(), LIMIT);
    expect(isFolded(folded)).toBe(true);
    expect(foldFact(folded, LIMIT)).toBe(folded);
    expect(isFolded(foldFact(fact({ recurrence: ["RRULE FREQ=DAILY"] }), LIMIT))).toBe(false);
  });

  it("says when the next of it is over, and nothing once all is folded", () => {
    const memory = { facts: [fact()], decisions: [] };
    expect(firstEnd(memory)).toBeLessThan(LIMIT);
    expect(firstEnd(foldMemory(memory, LIMIT))).toBeNull();
  });

  it("is the same fact when its message is seen again", () => {
    const folded = foldMemory({ facts: [fact()], decisions: [] }, LIMIT);
    expect(withFact(folded, fact()).facts).toHaveLength(1);
    expect(mergeMemories({ facts: [fact()], decisions: [] }, folded).facts).toHaveLength(1);
  });

  it("ends the same whatever is seen and folded first", () => {
    const [one, other] = [fact(), fact({ summary: "Other" }, { source: "2@example.org" })];
    const late = fact({ end: "2027-01-01T00:00:00Z" }, { source: "3@example.org" });
    const print = (facts: readonly Fact[], foldAfter: number): string => {
      const memory = facts.reduce<Memory>(
        (known, next, index) => {
          const seen = withFact(known, next);
          return index === foldAfter ? foldMemory(seen, LIMIT) : seen;
        },
        { facts: [], decisions: [] },
      );
      return printLedger(new Map([["u", foldMemory(memory, LIMIT)]]));
    };
    const expected = print([one, other, late], 2);
    for (const order of [
      [one, other, late],
      [late, other, one],
      [other, late, one, other],
    ]) {
      for (const moment of [0, 1, 2]) {
        expect(print(order, moment)).toBe(expected);
      }
    }
  });

  it("can be exported and imported", () => {
    const ledger = new Map([["u", foldMemory({ facts: [fact()], decisions: [] }, LIMIT)]]);
    const text = printLedger(ledger);
    const file = parseLedger(text);
    expect(file.kind === "ledger" && printLedger(file.ledger)).toBe(text);
  });
});
