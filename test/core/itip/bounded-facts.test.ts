import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Decision, Fact, Memory, SenderStanding } from "../../../src/core/itip/fact.ts";
import { mergeMemories, printLedger, withFact } from "../../../src/core/itip/ledger.ts";
import { MAX_FACTS, MAX_KNOWN_ORGANIZERS } from "../../../src/core/limits.ts";
import { randomFrom } from "../../fuzz/mutate.ts";
import { BLANK } from "./blank-snapshot.ts";

const NOTHING: Memory = { facts: [], decisions: [] };

function factOf(number: number, changes: Partial<Fact> = {}): Fact {
  const snapshot = { ...BLANK, start: "2026-12-01T09:00:00Z" };
  return {
    source: `${number}@example.org`,
    uid: "budget",
    organizer: "boss@example.org",
    method: "REQUEST",
    date: number,
    from: "boss@example.org",
    sender: "verified",
    doubtful: false,
    entries: [
      {
        recurrenceId: "",
        sequence: number,
        dtstamp: number,
        snapshot,
        attendees: [],
        author: null,
        partstat: null,
        cancelled: false,
      },
    ],
    ...changes,
  };
}

/** What is left when messages are seen one after the other. */
function seen(facts: readonly Fact[], memory: Memory = NOTHING): Memory {
  return facts.reduce(withFact, memory);
}

function shuffled<Item>(items: readonly Item[], random: () => number): readonly Item[] {
  return items
    .map((item) => ({ item, place: random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ item }) => item);
}

describe("what is kept of one UID", () => {
  it("are the newest versions of an organizer", () => {
    const facts = Array.from({ length: MAX_FACTS + 20 }, (_, index) => factOf(index));
    const kept = seen(facts).facts.map(({ date }) => date);

    expect(kept).toHaveLength(MAX_FACTS);
    expect(Math.min(...kept.map(Number))).toBe(20);
  });

  it.each<[string, (number: number) => Partial<Fact>]>([
    ["strangers", () => ({ sender: "stranger", from: "forger@example.net" })],
    ["forged messages", () => ({ sender: "refuted" })],
    ["implausible versions", () => ({ doubtful: true })],
    ["what others pass on", () => ({ sender: "vouched", from: "list@example.net" })],
    ["answers", () => ({ method: "REPLY" })],
    ["one organizer of a UID taken over", () => ({ organizer: "a@example.net" })],
    [
      "any number of organizers of a UID taken over",
      (number) => ({ organizer: `${number}@example.net` }),
    ],
  ])("is not pushed out by %s", (_, changesOf) => {
    const decision = { organizer: "boss@example.org" } as Decision;
    const flood = Array.from({ length: 2 * MAX_FACTS }, (__, index) =>
      factOf(1000 + index, changesOf(index)),
    );
    const { facts } = seen(flood, { facts: [factOf(1)], decisions: [decision] });

    expect(facts.map(({ source }) => source)).toContain("1@example.org");
    expect(facts.length).toBeLessThanOrEqual(MAX_FACTS * (MAX_KNOWN_ORGANIZERS + 1));
  });

  it("is what somebody passes on, however many name no organizer", () => {
    const passedOn = factOf(1, { sender: "vouched", from: "list@example.net" });
    const flood = Array.from({ length: 2 * MAX_FACTS }, (_, index) =>
      factOf(1000 + index, { sender: "vouched", from: "forger@example.net", organizer: "" }),
    );
    const { facts } = seen(flood, { facts: [passedOn], decisions: [] });

    expect(facts.map(({ source }) => source)).toContain("1@example.org");
    expect(facts.length).toBeLessThanOrEqual(2 * MAX_FACTS);
  });

  it("is the same for every order, also beyond the bound", () => {
    const senders: readonly SenderStanding[] = [
      "own",
      "verified",
      "vouched",
      "stranger",
      "refuted",
    ];
    fc.assert(
      fc.property(fc.integer(), fc.integer(), (content, order) => {
        const random = randomFrom(content);
        const below = (limit: number): number => Math.floor(random() * limit);
        const facts = Array.from({ length: MAX_FACTS + 200 }, (_, index) =>
          factOf(index, {
            organizer: `${below(2) * below(2 * MAX_KNOWN_ORGANIZERS)}@example.org`,
            sender: senders[below(12) === 0 ? below(5) : 1] ?? "own",
            method: below(9) === 0 ? "REPLY" : "REQUEST",
            date: below(50),
          }),
        );
        const other = shuffled(facts, randomFrom(order));
        const [one, two] = [other.slice(0, 400), other.slice(300)].map((half) => seen(half));
        const ledgers = [seen(facts), seen(other), mergeMemories(one ?? NOTHING, two ?? NOTHING)];

        const [first, ...rest] = ledgers.map((memory) =>
          printLedger(new Map([["budget", memory]])),
        );
        expect(rest).toEqual([first, first]);
      }),
      { seed: 20261122, numRuns: 5 },
    );
  });
});
