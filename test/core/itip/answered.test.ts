import { describe, expect, it } from "vitest";

import { answerOf, lastAnswers, type Answered } from "../../../src/core/itip/answered.ts";
import type { Decision, Memory } from "../../../src/core/itip/fact.ts";
import { after } from "../rules/remembering.ts";
import { BOSS, ME } from "../rules/rule-tester.ts";

const EVENT = { organizer: BOSS, heir: "" };

function lastAnswer(memory: Memory, event: typeof EVENT, recurrenceId: string): Answered | null {
  return answerOf(lastAnswers(memory, event), recurrenceId);
}

function decision(changes: Partial<Decision>): Decision {
  return {
    uid: "1@example.com",
    organizer: BOSS,
    recurrenceId: "",
    sequence: 0,
    dtstamp: 0,
    source: "1@example.com",
    partstat: "ACCEPTED",
    attendee: ME,
    at: 1000,
    ...changes,
  };
}

const reply = (partstat: string, ...event: readonly string[]) => ({
  method: "REPLY",
  fields: [`From: ${ME}`],
  event: [`ATTENDEE;PARTSTAT=${partstat}:mailto:${ME}`, ...event],
});

describe("the user's last answer", () => {
  it("is the one given last", () => {
    const decisions = [
      decision({ at: 3, partstat: "DECLINED" }),
      decision({ at: 5, partstat: "TENTATIVE", sequence: 2 }),
      decision({ at: 4 }),
    ];
    const expected = { partstat: "TENTATIVE", sequence: 2, dtstamp: 0, at: 5 };
    expect(lastAnswer({ facts: [], decisions }, EVENT, "")).toEqual(expected);
    expect(lastAnswer({ facts: [], decisions: decisions.toReversed() }, EVENT, "")).toEqual(
      expected,
    );
  });

  it("of one moment is that to the later version, in whichever order they are kept", () => {
    const decisions = [
      decision({ partstat: "DECLINED", sequence: 1, dtstamp: 2 }),
      decision({ partstat: "TENTATIVE", sequence: 1, dtstamp: 1 }),
      decision({ sequence: 0, dtstamp: 3 }),
    ];
    for (const order of [decisions, decisions.toReversed()]) {
      expect(lastAnswer({ facts: [], decisions: order }, EVENT, "")?.partstat).toBe("DECLINED");
    }
  });

  it("is no Apply, and none to another organizer's event", () => {
    const decisions = [decision({ partstat: null }), decision({ organizer: "a@example.net" })];
    expect(lastAnswer({ facts: [], decisions }, EVENT, "")).toBeNull();
  });

  it("to the series stands for an instance without its own", () => {
    const decisions = [
      decision({}),
      decision({ recurrenceId: "2026-12-08", partstat: "DECLINED" }),
    ];
    const memory = { facts: [], decisions };
    expect(lastAnswer(memory, EVENT, "2026-12-08")?.partstat).toBe("DECLINED");
    expect(lastAnswer(memory, EVENT, "2026-12-15")?.partstat).toBe("ACCEPTED");
    expect(lastAnswer(memory, EVENT, "")?.partstat).toBe("ACCEPTED");
  });

  it("may be a REPLY that he sent elsewhere", async () => {
    const { memory } = await after(
      reply("ACCEPTED"),
      reply("TENTATIVE", "SEQUENCE:1", "DTSTAMP:20261122T120000Z"),
    );
    expect(lastAnswer(memory, EVENT, "")).toEqual({
      partstat: "TENTATIVE",
      sequence: 1,
      dtstamp: Date.UTC(2026, 10, 22, 12),
      at: Date.UTC(2026, 10, 22, 12),
    });
  });

  it("belongs to the heir's event where it names no organizer", async () => {
    const { memory } = await after(reply("ACCEPTED", "ORGANIZER"));
    expect(lastAnswer(memory, { organizer: BOSS, heir: BOSS }, "")?.partstat).toBe("ACCEPTED");
    expect(lastAnswer(memory, EVENT, "")).toBeNull();
  });

  it("is not another's REPLY", async () => {
    const { memory } = await after({ ...reply("ACCEPTED"), fields: ["From: eve@example.net"] });
    expect(lastAnswer(memory, EVENT, "")).toBeNull();
  });
});
