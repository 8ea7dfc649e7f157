import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { Circumstances } from "../../src/core/circumstances.ts";
import { readMessage } from "../../src/core/inspect.ts";
import type { Memory } from "../../src/core/itip/fact.ts";
import type { Invitation } from "../../src/core/itip/invitation.ts";
import { parseLedger, printLedger, recallFrom, withFact } from "../../src/core/itip/ledger.ts";
import { readInvitations } from "../../src/core/itip/read-invitations.ts";
import { situate, type MessageAtHand } from "../../src/core/situate.ts";
import { circumstancesOf, messageOf } from "./play.ts";
import { readScenario, type Scenario, type Step } from "./scenario.ts";

const FOLDER = "test/scenarios";
const MESSAGES = 6;

const meetings = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".txt"))
  .map((file) => {
    const scenario = readScenario(readFileSync(join(FOLDER, file), "utf8"));
    return { file, scenario, steps: scenario.steps.filter(isArrival).slice(0, MESSAGES) };
  })
  .filter(({ steps }) => steps.length >= 4);

describe("the order of arrival", () => {
  it("is tried with at least 20 meetings, six of them of six messages", () => {
    const longest = meetings.filter(({ steps }) => steps.length === MESSAGES);
    expect(meetings.length).toBeGreaterThanOrEqual(20);
    expect(longest.length).toBeGreaterThanOrEqual(6);
  });

  it.each(meetings)("leaves no trace in the ledger: $file", async ({ scenario, steps }) => {
    const arrivals = arrivalsOf(scenario, steps);
    const orders = permutations(arrivals);
    const outcomes = new Set(await Promise.all(orders.map((order) => outcomeOf(order, scenario))));
    expect(orders).toHaveLength(factorial(steps.length));
    expect(outcomes.size).toBe(1);
  });

  it("leaves no trace for generated meetings", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(message, { minLength: 2, maxLength: MESSAGES }), shuffle, async (sent, keys) => {
        const steps = sent.map((step, index) => ({ ...step, name: `m${String(index)}` }));
        const arrivals = arrivalsOf(GENERATED, steps);
        const shuffled = arrivals
          .map((arrival, index) => ({ arrival, key: keys[index] ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ arrival }) => arrival);
        expect(await outcomeOf(shuffled, GENERATED)).toBe(await outcomeOf(arrivals, GENERATED));
      }),
      { seed: 5546, numRuns: 500 },
    );
  });
});

function isArrival({ kind }: Step): boolean {
  return kind === "receive" || kind === "open";
}

interface Arrival {
  readonly message: MessageAtHand;
  readonly invitations: readonly Invitation[];
}

function arrivalsOf(scenario: Scenario, steps: readonly Step[]): readonly Arrival[] {
  return steps.map((step) => {
    const message = readMessage(messageOf(scenario, step));
    return { message, invitations: readInvitations(message.objects) };
  });
}

/** The ledger's file after all have arrived, and the state that each message then has. */
async function outcomeOf(order: readonly Arrival[], scenario: Scenario): Promise<string> {
  const ledger = new Map<string, Memory>();
  const circumstances = circumstancesOf(scenario, ledger);
  for (const arrival of order) {
    for (const { fact } of await situated(arrival, circumstances)) {
      ledger.set(fact.uid, withFact(recallFrom(ledger, fact.uid), fact));
    }
  }
  const states = await Promise.all(
    order.map(async (arrival) => {
      const found = await situated(arrival, circumstances);
      const standings = found.map(({ situation: { standing } }) => [
        standing.state,
        standing.against?.source ?? "",
        standing.instances.map(({ state }) => state),
      ]);
      return JSON.stringify([arrival.message.source, standings]);
    }),
  );
  const printed = printLedger(ledger);
  expect(parseLedger(printed).kind).toBe("ledger");
  return [printed, ...states.sort()].join("\n");
}

function situated(
  { message, invitations }: Arrival,
  circumstances: Circumstances,
): Promise<readonly ReturnType<typeof situate>[]> {
  return Promise.all(
    invitations.map(async (invitation) => {
      const remembered = await circumstances.recall(invitation.uid ?? "");
      const setting = { message, remembered, signature: { kind: "unsigned" } as const };
      return situate(setting, invitation, circumstances);
    }),
  );
}

function permutations<Item>(items: readonly Item[]): readonly (readonly Item[])[] {
  return items.length === 0
    ? [[]]
    : items.flatMap((item, index) =>
        permutations(items.toSpliced(index, 1)).map((rest) => [item, ...rest]),
      );
}

function factorial(count: number): number {
  return count <= 1 ? 1 : count * factorial(count - 1);
}

const GENERATED: Scenario = readScenario(`
me alex@example.org
event
  UID:generated@example.com
  SUMMARY:Generated
  DTSTART:20261201T100000Z
  ORGANIZER:mailto:boss@example.com
  ATTENDEE:mailto:alex@example.org
  ATTENDEE:mailto:carol@example.org
`);

const shuffle = fc.array(fc.integer({ min: 0, max: 1000 }), {
  minLength: MESSAGES,
  maxLength: MESSAGES,
});

const METHODS = ["REQUEST", "CANCEL", "ADD", "PUBLISH", "REPLY", "COUNTER", "DECLINECOUNTER"];
const SENDERS = ["boss@example.com", "alex@example.org", "carol@example.org", "eve@example.net"];

const message: fc.Arbitrary<Step> = fc
  .record({
    method: fc.constantFrom(...METHODS),
    from: fc.constantFrom(...SENDERS),
    day: fc.integer({ min: 10, max: 12 }),
    lines: fc.tuple(
      fc.integer({ min: 0, max: 2 }).map((sequence) => `SEQUENCE:${String(sequence)}`),
      fc.integer({ min: 1, max: 3 }).map((day) => `DTSTAMP:2026110${String(day)}T090000Z`),
      fc.constantFrom("SUMMARY:Generated", "SUMMARY:Changed"),
      fc.constantFrom("STATUS", "STATUS:CANCELLED"),
      fc.constantFrom("RECURRENCE-ID", "RECURRENCE-ID:20261202T100000Z"),
      fc.constantFrom(
        "ORGANIZER:mailto:boss@example.com",
        "ORGANIZER:mailto:alex@example.org",
        "ORGANIZER",
      ),
    ),
  })
  .map(({ method, from, day, lines }) => ({
    kind: "receive",
    name: "",
    rest: `${method} from ${from} on 2026-11-${String(day)}T09:00:00Z`,
    lines,
    expected: {},
  }));
