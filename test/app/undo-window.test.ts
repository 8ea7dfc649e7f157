import { describe, expect, it } from "vitest";

import {
  answerInvitation,
  readOutcome,
  resend,
  undoAnswer,
} from "../../src/app/answer-invitation.ts";
import type { AnswerRequest, CardView, OutcomeView } from "../../src/app/card.ts";
import type { World } from "../../src/app/ports.ts";
import { DEFAULTS } from "../../src/app/settings.ts";
import { endWithThunderbird, recover } from "../../src/app/settle.ts";
import { leave } from "../../src/app/undo-window.ts";
import { readLetter } from "../../src/core/answer/read-letter.ts";
import { memoryWorld, type MemoryWorld } from "../attacks/world.ts";
import { NOW } from "../core/rules/rule-tester.ts";
import { cardOf, click } from "./clicking.ts";
import { calendar, worldWith } from "./memory-calendars.ts";

const SECONDS = DEFAULTS.undoSeconds;

interface Held extends MemoryWorld {
  /** The clock goes on; what is due by then leaves, as the alarm makes it. */
  readonly pass: (seconds: number) => Promise<void>;
  /** The clock goes on, and no alarm rings. */
  readonly sleep: (seconds: number) => void;
  readonly alarms: ReadonlyMap<string, number>;
}

/** Answers are held back as by default, and the clock is the test's. */
function held(stage: MemoryWorld = memoryWorld(), undoSeconds = SECONDS): Held {
  let now = NOW;
  const alarms = new Map<string, number>();
  const world: World = {
    ...stage.world,
    clock: { now: () => now, offsetMinutes: () => 0 },
    settings: async () => ({ ...(await stage.world.settings()), undoSeconds }),
    alarms: {
      set(id, at) {
        alarms.set(id, at);
        return Promise.resolve();
      },
      clear(id) {
        alarms.delete(id);
        return Promise.resolve();
      },
    },
  };
  const sleep = (seconds: number): void => {
    now += seconds * 1000;
  };
  return {
    ...stage,
    world,
    alarms,
    sleep,
    async pass(seconds) {
      sleep(seconds);
      for (const [id, at] of [...alarms]) {
        if (at <= now) {
          alarms.delete(id);
          await leave(id, world);
        }
      }
    },
  };
}

async function press(
  stage: MemoryWorld,
  card: CardView,
  action: AnswerRequest["action"],
  changes: Partial<AnswerRequest> = {},
): Promise<OutcomeView> {
  const result = await answerInvitation(click(card, action, changes), stage.world);
  if (result.kind !== "outcome") {
    throw new Error(result.kind);
  }
  return result.outcome;
}

function saidBy({ sent }: MemoryWorld): readonly string[] {
  const letters = sent.map(({ bytes }) => readLetter(bytes));
  return letters.map(({ subject }) => subject.split(":")[0] ?? "");
}

describe("an answer that leaves by mail", () => {
  it("waits as long as the setting says, and then leaves once", async () => {
    const stage = held();
    const card = await cardOf(stage, {});
    const leavesAt = NOW + SECONDS * 1000;
    expect(await press(stage, card, "accept")).toMatchObject({ state: "pending", leavesAt });
    await stage.pass(SECONDS - 1);
    expect(stage.sent).toEqual([]);

    await stage.pass(1);
    await stage.pass(60);
    expect(saidBy(stage)).toEqual(["Accepted"]);
    expect(await readOutcome(card.ref, stage.world)).toMatchObject({
      state: "sent",
      leavesAt: null,
    });
  });

  it("leaves at once where the setting is 0", async () => {
    const stage = held(memoryWorld(), 0);
    const card = await cardOf(stage, {});

    expect(await press(stage, card, "accept")).toMatchObject({ state: "sent", leavesAt: null });
    expect(stage.alarms.size).toBe(0);
  });

  it("is recorded nowhere while it waits", async () => {
    const stage = held();
    const card = await cardOf(stage, {});
    await press(stage, card, "accept");

    expect(await cardOf(stage, { id: "again" })).toMatchObject({ answered: null });
  });

  it("leaves no trace when it is taken back, and can be given again", async () => {
    const stage = held();
    const card = await cardOf(stage, {});
    await press(stage, card, "accept");
    expect(await undoAnswer(card.ref, stage.world)).toEqual({ isUndone: true, outcome: null });
    await stage.pass(SECONDS);
    expect(stage.sent).toEqual([]);
    expect(await cardOf(stage, {})).toMatchObject({ outcome: null, answered: null });

    await press(stage, card, "accept");
    await stage.pass(SECONDS);
    expect(saidBy(stage)).toEqual(["Accepted"]);
  });

  it("that is taken back leaves the answer before it as it was", async () => {
    const stage = held();
    const card = await cardOf(stage, {});
    await press(stage, card, "accept");
    await stage.pass(SECONDS);
    await press(stage, card, "decline");
    const { outcome } = await undoAnswer(card.ref, stage.world);
    await stage.pass(SECONDS);

    expect(outcome).toMatchObject({ action: "accept", state: "sent" });
    expect(saidBy(stage)).toEqual(["Accepted"]);
  });

  it("cannot be taken back once it has left", async () => {
    const stage = held();
    const card = await cardOf(stage, {});
    await press(stage, card, "accept");
    await stage.pass(SECONDS);

    expect(await undoAnswer(card.ref, stage.world)).toMatchObject({
      isUndone: false,
      outcome: { state: "sent" },
    });
  });

  it("is one, however often it is pressed, and is not put off by that", async () => {
    const stage = held();
    const card = await cardOf(stage, {});
    await Promise.all(Array.from({ length: 5 }, () => press(stage, card, "accept")));
    stage.sleep(2);
    const { leavesAt } = await press(stage, card, "accept");
    await stage.pass(SECONDS - 2);

    expect(leavesAt).toBe(NOW + SECONDS * 1000);
    expect(saidBy(stage)).toEqual(["Accepted"]);
  });

  it.each([
    { what: "another answer", action: "decline", changes: {}, said: ["Declined"] },
    { what: "another comment", action: "accept", changes: { comment: "Late" }, said: ["Accepted"] },
    {
      what: "an answer that is only recorded",
      action: "record",
      changes: { partstat: "DECLINED" },
      said: [],
    },
    { what: "ignoring", action: "ignore", changes: {}, said: [] },
  ] as const)("gives its place to $what", async ({ action, changes, said }) => {
    const stage = held();
    const card = await cardOf(stage, {});
    await press(stage, card, "accept");
    await press(stage, card, action, changes);
    await stage.pass(SECONDS);

    expect(saidBy(stage)).toEqual(said);
    const [letter] = stage.sent;
    const lines = letter === undefined ? [] : readLetter(letter.bytes).lines;
    expect(lines.includes("COMMENT:Late")).toBe("comment" in changes);
  });

  it("holds back what it does to a calendar, even where its server sends the mail", async () => {
    for (const schedules of [false, true]) {
      const calendars = worldWith([calendar("home", { schedules })]);
      const stage = { ...calendars, ...held(calendars) };
      const card = await cardOf(stage, {});
      expect(await press(stage, card, "accept")).toMatchObject({ state: "pending" });
      expect(calendars.held.size).toBe(0);

      await stage.pass(SECONDS);
      expect(calendars.held.size).toBe(1);
    }
  });
});

describe("what tells nobody", () => {
  it.each(["record", "ignore"] as const)("is not held back: %s", async (action) => {
    const stage = held();
    const card = await cardOf(stage, {});

    expect(await press(stage, card, action)).toMatchObject({ state: "recorded" });
  });
});

describe("an undo window that nobody ended", () => {
  it("is left alone while its alarm can still ring", async () => {
    const stage = held();
    const card = await cardOf(stage, {});
    await press(stage, card, "accept");
    stage.sleep(SECONDS + 1);
    await recover(stage.world);

    expect(await readOutcome(card.ref, stage.world)).toMatchObject({ state: "pending" });
  });

  it("ends with Thunderbird: nothing left, that is said, and only a click sends it", async () => {
    const stage = held();
    const card = await cardOf(stage, {});
    await press(stage, card, "accept");
    await endWithThunderbird(stage.world);
    const outcome = await readOutcome(card.ref, stage.world);
    await stage.pass(SECONDS);
    expect(outcome).toMatchObject({ state: "failed", reason: "interrupted", canResend: true });
    expect(stage.sent).toEqual([]);

    await resend(card.ref, stage.world);
    await stage.pass(SECONDS);
    expect(saidBy(stage)).toEqual(["Accepted"]);
  });

  it("ends where the alarm did not ring for long, and a late one sends nothing", async () => {
    for (const lookAgain of [true, false]) {
      const stage = held();
      const card = await cardOf(stage, {});
      await press(stage, card, "accept");
      stage.sleep(8 * 3600);
      if (lookAgain) {
        await recover(stage.world);
      }
      await stage.pass(0);

      expect(await readOutcome(card.ref, stage.world)).toMatchObject({
        state: "failed",
        reason: "interrupted",
      });
      expect(stage.sent).toEqual([]);
    }
  });
});

describe("an answer that is sent again since nobody knows whether it left", () => {
  it("is still unknown where its undo window ended with Thunderbird", async () => {
    const lost = { kind: "unknown" } as const;
    const stage = memoryWorld();
    const transports = {
      ...stage.world.transports,
      atOnce: { name: "native", send: () => Promise.resolve(lost) } as const,
    };
    const waiting = held({ ...stage, world: { ...stage.world, transports } });
    const card = await cardOf(waiting, {});
    await press(waiting, card, "accept");
    await waiting.pass(SECONDS);
    await resend(card.ref, waiting.world);
    await endWithThunderbird(waiting.world);

    expect(await readOutcome(card.ref, waiting.world)).toMatchObject({ state: "unknown" });
  });
});

describe("at most twenty answers a minute", () => {
  async function giveTwenty(stage: MemoryWorld): Promise<void> {
    for (let count = 0; count < 20; count += 1) {
      const card = await cardOf(stage, { id: `m${count}`, event: [`UID:${count}@example.com`] });
      await press(stage, card, "accept");
    }
  }

  it("leave: the next is refused, nothing of it is kept, and it can be given later", async () => {
    const stage = held();
    await giveTwenty(stage);
    const card = await cardOf(stage, { id: "last", event: ["UID:last@example.com"] });
    expect(await press(stage, card, "accept")).toMatchObject({
      state: "failed",
      reason: "too-many",
      canResend: false,
    });
    expect(await readOutcome(card.ref, stage.world)).toBeNull();

    await stage.pass(60);
    expect(await press(stage, card, "accept")).toMatchObject({ state: "pending" });
  });

  it("are counted without what was taken back, and what was never to leave", async () => {
    const stage = held();
    await giveTwenty(stage);
    const card = await cardOf(stage, { id: "m0", event: ["UID:0@example.com"] });
    expect(await press(stage, card, "decline")).toMatchObject({ state: "pending" });
    await undoAnswer(card.ref, stage.world);
    const next = await cardOf(stage, { id: "last", event: ["UID:last@example.com"] });

    expect(await press(stage, next, "record")).toMatchObject({ state: "recorded" });
    expect(await press(stage, next, "accept")).toMatchObject({ state: "pending" });
  });

  it("hold for sending again, too", async () => {
    const stage = held();
    const card = await cardOf(stage, { id: "first", event: ["UID:first@example.com"] });
    await press(stage, card, "accept");
    await endWithThunderbird(stage.world);
    await giveTwenty(stage);

    expect(await resend(card.ref, stage.world)).toMatchObject({ reason: "too-many" });
    stage.sleep(60);
    expect(await resend(card.ref, stage.world)).toMatchObject({ state: "pending" });
  });
});
