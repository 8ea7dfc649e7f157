import { describe, expect, it } from "vitest";
import type { Decision, Fact, Memory } from "../../../src/core/itip/fact.ts";
import {
  mergeMemories,
  parseLedger,
  printLedger,
  withDecision,
} from "../../../src/core/itip/ledger.ts";
import { MAX_FACTS } from "../../../src/core/limits.ts";
import { BLANK } from "./blank-snapshot.ts";

const FACT: Fact = {
  source: "one@example.org",
  uid: "budget",
  organizer: "boss@example.org",
  method: "REQUEST",
  date: 1_700_000_000_000,
  from: "boss@example.org",
  sender: "verified",
  doubtful: false,
  entries: [
    {
      recurrenceId: "",
      sequence: 1,
      dtstamp: 1_700_000_000_000,
      snapshot: {
        ...BLANK,
        start: "2026-12-01T09:00:00Z",
        end: "2026-12-01T10:00:00Z",
        summary: "Budget",
        status: "CONFIRMED",
        attendees: ["me@example.org NEEDS-ACTION"],
      },
      attendees: ["me@example.org"],
      author: null,
      partstat: null,
      cancelled: false,
    },
  ],
};

const DECISION: Decision = {
  uid: "budget",
  organizer: "boss@example.org",
  recurrenceId: "",
  source: "one@example.org",
  sequence: 1,
  dtstamp: 1_700_000_000_000,
  partstat: "ACCEPTED",
  attendee: "me@example.org",
  at: 1_700_000_100_000,
};

const MEMORY: Memory = { facts: [FACT], decisions: [DECISION] };

function fileWith(fact: object, decision: object): string {
  const events = [
    { uid: "budget", facts: [{ ...FACT, ...fact }], decisions: [{ ...DECISION, ...decision }] },
  ];
  return JSON.stringify({ version: 1, events });
}

describe("the ledger's file", () => {
  it("gives back what was printed into it", () => {
    const ledger = new Map([["budget", MEMORY]]);

    expect(parseLedger(printLedger(ledger))).toEqual({ kind: "ledger", ledger });
  });

  it("has one text for one content", () => {
    const other: Fact = { ...FACT, source: "two@example.org" };
    const one = new Map([["budget", { facts: [FACT, other], decisions: [] }]]);
    const same = new Map([["budget", { facts: [other, FACT], decisions: [] }]]);

    expect(printLedger(one)).toBe(printLedger(same));
  });

  it.each([
    { name: "no JSON", text: "BEGIN:VCALENDAR", because: "not-json" },
    { name: "something else", text: '{"addons": []}', because: "not-a-ledger" },
    { name: "a list", text: "[]", because: "not-a-ledger" },
    { name: "null", text: "null", because: "not-a-ledger" },
    { name: "a newer one", text: '{"version": 2, "events": []}', because: "newer-version" },
    { name: "events without UID", text: '{"version": 1, "events": [{}]}', because: "not-a-ledger" },
  ])("is refused: $name", ({ text, because }) => {
    expect(parseLedger(text)).toEqual({ kind: "unreadable", because });
  });

  it.each<{ name: string; fact?: object; decision?: object }>([
    { name: "no source", fact: { source: 1 } },
    { name: "an unheard-of sender", fact: { sender: "friend" } },
    { name: "a doubt that is neither", fact: { doubtful: "no" } },
    { name: "no entries", fact: { entries: {} } },
    { name: "an empty entry", fact: { entries: [null] } },
    {
      name: "an entry without version",
      fact: { entries: [{ ...FACT.entries[0], sequence: "1" }] },
    },
    {
      name: "an entry without snapshot",
      fact: { entries: [{ ...FACT.entries[0], snapshot: {} }] },
    },
    {
      name: "attendees that are none",
      fact: { entries: [{ ...FACT.entries[0], attendees: [1] }] },
    },
    { name: "an answer without time", decision: { at: "today" } },
    { name: "an answer without version", decision: { dtstamp: "today" } },
    { name: "an answer to nobody", decision: { organizer: null } },
  ])("is refused as a whole for $name", ({ fact = {}, decision = {} }) => {
    expect(parseLedger(fileWith(fact, decision))).toEqual({
      kind: "unreadable",
      because: "not-a-ledger",
    });
  });
});

describe("two memories of one event", () => {
  it("are together what either holds", () => {
    const fact: Fact = { ...FACT, source: "two@example.org" };
    const decision: Decision = { ...DECISION, partstat: "DECLINED", at: DECISION.at + 1 };
    const merged = mergeMemories(MEMORY, { facts: [fact], decisions: [decision] });

    expect(merged.facts).toHaveLength(2);
    expect(merged.facts).toEqual(expect.arrayContaining([FACT, fact]));
    expect(merged.decisions).toHaveLength(2);
    expect(merged.decisions).toEqual(expect.arrayContaining([DECISION, decision]));
  });

  it("stay one where a file says what is known", () => {
    const file = parseLedger(printLedger(new Map([["budget", MEMORY]])));
    const more = file.kind === "ledger" ? file.ledger.get("budget") : undefined;

    expect(mergeMemories(MEMORY, more ?? { facts: [], decisions: [] })).toEqual(MEMORY);
  });

  it("keep what was found out here of a sender", () => {
    const more: Memory = { facts: [{ ...FACT, sender: "own" }], decisions: [] };

    expect(mergeMemories(MEMORY, more).facts).toEqual([FACT]);
  });

  it("merge in a time that grows with their size alone", () => {
    const facts = Array.from({ length: 20_000 }, (_, index) => ({
      ...FACT,
      source: String(index),
    }));
    const started = process.cpuUsage();

    expect(mergeMemories({ facts, decisions: [] }, { facts, decisions: [] }).facts).toHaveLength(
      MAX_FACTS,
    );
    expect(process.cpuUsage(started).user).toBeLessThan(3_000_000);
  });
});

describe("an answer", () => {
  it("is kept once, in whichever order its members stand", () => {
    const reversed = Object.fromEntries(Object.entries(DECISION).reverse());

    expect(withDecision(MEMORY, reversed as unknown as Decision)).toBe(MEMORY);
  });
});
