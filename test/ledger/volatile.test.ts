import { describe, expect, it } from "vitest";
import type { Intent } from "../../src/app/intent.ts";
import type { Decision, Fact, Memory } from "../../src/core/itip/fact.ts";
import { handOver, volatileIntents, volatileMemories } from "../../src/ledger/volatile.ts";

function fact(source: string): Fact {
  return {
    source,
    uid: "uid",
    organizer: "boss@example.org",
    method: "REQUEST",
    date: null,
    from: "boss@example.org",
    sender: "verified",
    doubtful: false,
    entries: [],
  };
}

const DECISION: Decision = {
  uid: "uid",
  organizer: "boss@example.org",
  recurrenceId: "",
  source: "kept@example.org",
  partstat: "ACCEPTED",
  attendee: "me@example.org",
  sequence: 0,
  dtstamp: null,
  at: 0,
};

const KEPT: Memory = { facts: [fact("kept@example.org")], decisions: [DECISION] };

const broken = (): Promise<never> => Promise.reject(new Error("broken"));

describe("events, while storage fails,", () => {
  it("are known as they were kept, and what is new is known with them", async () => {
    const memories = volatileMemories(new Map(), () => Promise.resolve(KEPT));
    expect(await memories.recall("uid")).toEqual(KEPT);
    await memories.remember([fact("new@example.org")], null);
    const { facts, decisions } = await memories.recall("uid");
    expect(facts.map(({ source }) => source)).toEqual(["kept@example.org", "new@example.org"]);
    expect(decisions).toEqual([DECISION]);
  });

  it("forget a decision that is taken back, even one that is kept", async () => {
    const memories = volatileMemories(new Map(), () => Promise.resolve(KEPT));
    await memories.undecide(DECISION);
    expect((await memories.recall("uid")).decisions).toEqual([]);
    await memories.decide(DECISION);
    expect((await memories.recall("uid")).decisions).toEqual([DECISION]);
  });

  it("are still changed after a change that failed", async () => {
    const memories = volatileMemories(new Map(), broken);
    const odd = { ...fact("odd@example.org"), entries: null } as unknown as Fact;
    await expect(memories.remember([odd], null)).rejects.toThrow(TypeError);
    await memories.remember([fact("new@example.org")], null);
    expect((await memories.recall("uid")).facts).toHaveLength(1);
  });

  it("lose no change to another one of the same moment", async () => {
    const memories = volatileMemories(new Map(), broken);
    await Promise.all(["a", "b", "c"].map((source) => memories.remember([fact(source)], null)));
    expect((await memories.recall("uid")).facts).toHaveLength(3);
  });
});

function intent(id: string, changes: Partial<Intent> = {}): Intent {
  return {
    id,
    card: "card",
    about: null,
    message: { messageId: 1, source: "message@example.org" },
    action: "accept",
    comment: null,
    said: "",
    at: 0,
    due: null,
    state: "pending",
    since: 0,
    reason: null,
    decision: null,
    letters: [],
    application: null,
    draft: null,
    ...changes,
  };
}

describe("clicks, while storage fails,", () => {
  it("count once, however many come at once", async () => {
    const intents = volatileIntents(new Map(), broken);
    const claims = await Promise.all(
      ["1", "2", "3", "4", "5"].map((id) =>
        intents.claim(intent(id), ({ last }) => (last === null ? "new" : "settled")),
      ),
    );
    expect(claims.filter(({ claim }) => claim === "new")).toHaveLength(1);
    expect(new Set(claims.map((claim) => claim.intent.id)).size).toBe(1);
  });

  it("of before are known as far as they can be read", async () => {
    const before = intent("before", { state: "queued", at: 1 });
    const intents = volatileIntents(new Map(), () => Promise.resolve([before]));
    expect(await intents.last("card")).toBe(before);
    expect(await intents.unfinished()).toEqual([before]);
    const claim = await intents.claim(intent("again", { at: 2 }), ({ last }) =>
      last?.state === "queued" ? "settled" : "new",
    );
    expect(claim).toEqual({ intent: before, claim: "settled" });
  });

  it("are found by their event, the last one first", async () => {
    const about = { uid: "uid", organizer: "boss@example.org", recurrenceId: "", sequence: 0 };
    const [first, second] = [1, 2].map((at) => intent(String(at), { at, about, card: String(at) }));
    const other = intent("3", { at: 3, about: { ...about, uid: "other" } });
    const kept = [second, first, other].filter((one) => one !== undefined);
    const intents = volatileIntents(new Map(), () => Promise.resolve(kept));
    expect(await intents.ofEvent("uid", 10)).toEqual([second, first]);
    expect(await intents.ofEvent("uid", 1)).toEqual([second]);
    expect(await intents.ofEvent("__proto__", 10)).toEqual([]);
  });

  it("are changed, removed and found by what they sent", async () => {
    const letter = {
      headerMessageId: "reply@example.org",
      identityId: "1",
      to: "boss@example.org",
      bytes: new Uint8Array(),
      state: "handed",
    } as const;
    const intents = volatileIntents(new Map(), broken);
    await intents.update(intent("1", { letters: [letter], state: "unknown" }));
    expect((await intents.ofLetter("reply@example.org"))?.id).toBe("1");
    expect(await intents.ofLetter("other@example.org")).toBeNull();
    expect(await intents.unsettled()).toEqual(new Map([["card", "unknown"]]));
    await intents.exchange("1", (current) => ({ ...current, state: "sent" }));
    expect((await intents.get("1"))?.state).toBe("sent");
    expect(await intents.exchange("1", () => null)).toBeNull();
    expect(await intents.get("1")).toBeNull();
  });

  it("are known when storage fails once more, though they were kept in between", async () => {
    const held = new Map<string, Intent | null>();
    const kept: Intent[] = [];
    const intents = volatileIntents(held, () => Promise.resolve(kept));
    await intents.update(intent("1", { state: "sent" }));
    await handOver(held, (now) => {
      kept.push(...[...now.values()].filter((one) => one !== null));
      return Promise.resolve();
    });
    expect(held.size).toBe(0);
    expect((await intents.last("card"))?.id).toBe("1");
  });

  it("stay removed, even where they cannot be removed from what is kept", async () => {
    const before = intent("before", { state: "queued" });
    const held = new Map<string, Intent | null>();
    const intents = volatileIntents(held, () => Promise.resolve([before]));
    await intents.exchange("before", () => null);
    expect(await intents.get("before")).toBeNull();
    expect(await intents.unfinished()).toEqual([]);
    expect(held.get("before")).toBeNull();
  });
});

describe("what is held", () => {
  it("is kept as it is in the end, also what changes while it is being kept", async () => {
    const held = new Map([
      ["a", 1],
      ["b", 1],
    ]);
    const kept = new Map<string, number>();
    await handOver(held, (now) => {
      if (kept.size === 0) {
        held.set("a", 2).set("c", 1);
      }
      for (const [key, value] of now) {
        kept.set(key, value);
      }
      return Promise.resolve();
    });
    expect(Object.fromEntries(kept)).toEqual({ a: 2, b: 1, c: 1 });
    expect(held.size).toBe(0);
  });

  it("stays held where it cannot be kept", async () => {
    const held = new Map([["a", 1]]);
    await expect(handOver(held, broken)).rejects.toThrow("broken");
    expect(held.get("a")).toBe(1);
  });
});
