import { describe, expect, it } from "vitest";

import { MAX_PAST_ANSWERS, pastAnswers, readHistory } from "../../src/app/answer-history.ts";
import { answerInvitation, resend } from "../../src/app/answer-invitation.ts";
import type { AnswerRequest, CardView } from "../../src/app/card.ts";
import type { Intent } from "../../src/app/intent.ts";
import type { PastAnswerView } from "../../src/app/past-answer.ts";
import type { Sending } from "../../src/app/ports.ts";
import type { Decision, Fact, Memory } from "../../src/core/itip/fact.ts";
import { memoryWorld, type MemoryWorld } from "../attacks/world.ts";
import { ME, NOW } from "../core/rules/rule-tester.ts";
import { cardOf, click } from "./clicking.ts";

const EVENT = { organizer: "boss@example.com", heir: "boss@example.com" };

const NOTHING: Memory = { facts: [], decisions: [] };

function intent(changes: Partial<Intent> = {}): Intent {
  return {
    id: "1",
    card: "",
    about: { uid: "1", organizer: EVENT.organizer, recurrenceId: "", sequence: 2 },
    message: { source: "1@example.com", messageId: 0 },
    action: "accept",
    comment: null,
    said: "",
    at: 1000,
    due: null,
    state: "sent",
    since: 1000,
    reason: null,
    decision: null,
    letters: [],
    application: null,
    draft: null,
    ...changes,
  };
}

function decision(changes: Partial<Decision> = {}): Decision {
  return {
    uid: "1",
    organizer: EVENT.organizer,
    recurrenceId: "",
    source: "1@example.com",
    sequence: 2,
    dtstamp: 0,
    partstat: "ACCEPTED",
    attendee: ME,
    at: 1000,
    ...changes,
  };
}

function letter(headerMessageId: string, to = EVENT.organizer): Intent["letters"][number] {
  return { headerMessageId, identityId: "1", to, bytes: new Uint8Array(), state: "gone" };
}

function reply(changes: Partial<Fact> = {}, partstat = "ACCEPTED", dtstamp = 1000): Fact {
  const entry = { recurrenceId: "", sequence: 2, dtstamp, partstat, author: ME };
  return {
    source: "reply@example.org",
    uid: "1",
    organizer: EVENT.organizer,
    method: "REPLY",
    date: dtstamp,
    from: ME,
    sender: "own",
    doubtful: false,
    entries: [{ ...entry, attendees: [ME], cancelled: false } as unknown as Fact["entries"][0]],
    ...changes,
  };
}

function list(clicks: readonly Intent[], memory: Partial<Memory> = {}): readonly PastAnswerView[] {
  return pastAnswers({ clicks, memory: { ...NOTHING, ...memory } }, EVENT);
}

describe("what the user said to an event", () => {
  it("is listed once: the click, its decision and the reply in Sent are one", () => {
    const made = decision();
    const clicks = [intent({ decision: made, letters: [letter("reply@example.org")] })];

    expect(list(clicks, { decisions: [made], facts: [reply()] })).toEqual([
      {
        at: 1000,
        said: "ACCEPTED",
        recurrenceId: "",
        sequence: 2,
        comment: null,
        delegate: null,
        proposed: null,
        state: "sent",
        to: EVENT.organizer,
        reason: null,
        isUndone: false,
      },
    ]);
  });

  it("is listed once where it was sent again, with what became of it last", () => {
    const made = decision();
    const failed = intent({ decision: made, state: "failed", letters: [letter("r@example.org")] });
    const again = { ...failed, id: "2", at: 5000, state: "sent" } as const;

    expect(list([again, failed])).toMatchObject([{ at: 5000, state: "sent" }]);
  });

  it("is listed once where decision and reply were written down, but no click", () => {
    const memory = { decisions: [decision({ at: 1500 })], facts: [reply()] };

    expect(list([], memory)).toMatchObject([{ at: 1500, state: "noted" }]);
  });

  it("may have been said elsewhere, later too", () => {
    const clicks = [intent({ decision: decision(), letters: [letter("a@example.org")] })];
    const facts = [reply({}, "DECLINED", 9000), reply({ source: "2" }, "ACCEPTED", 8000)];

    expect(list(clicks, { facts })).toMatchObject([
      { at: 9000, said: "DECLINED", state: "found" },
      { at: 8000, said: "ACCEPTED", state: "found" },
      { at: 1000, said: "ACCEPTED", state: "sent" },
    ]);
  });

  it("is no answer of somebody else, and none to another organizer's event", () => {
    const other = { uid: "1", organizer: "evil@example.net", recurrenceId: "", sequence: 0 };
    const memory = {
      decisions: [decision({ organizer: "evil@example.net" })],
      facts: [reply({ sender: "verified" }), reply({ organizer: "evil@example.net" })],
    };

    expect(list([intent({ about: other }), intent({ about: null })], memory)).toEqual([]);
  });

  it.each(["ignore", "apply", "record"] as const)("is nothing where he chose %s", (action) => {
    const kept = action === "ignore" ? null : decision({ partstat: null });
    expect(list([intent({ action, decision: kept, state: "recorded" })])).toEqual([]);
  });

  it("is also what was only recorded, proposed or asked for", () => {
    const tentative = decision({ partstat: "TENTATIVE" });
    const clicks = [
      intent({ id: "3", at: 3, action: "record", decision: tentative, state: "recorded" }),
      intent({ id: "2", at: 2, action: "counter", letters: [letter("c@example.org")] }),
      intent({ id: "1", at: 1, action: "refresh", letters: [letter("r@example.org")] }),
    ];

    expect(list(clicks).map(({ said }) => said)).toEqual(["TENTATIVE", "COUNTER", "REFRESH"]);
  });

  it("names whom he sent in his place", () => {
    const letters = [letter("a@example.org"), letter("b@example.org", "ann@example.org")];
    const delegated = decision({ partstat: "DELEGATED" });

    expect(list([intent({ action: "delegate", decision: delegated, letters })])).toMatchObject([
      { said: "DELEGATED", delegate: "ann@example.org", to: EVENT.organizer },
    ]);
  });

  it("is bounded, the last ones stay", () => {
    const clicks = Array.from({ length: 50 }, (_, index) =>
      intent({ id: String(index), at: index }),
    ).reverse();
    const shown = list(clicks);

    expect(shown).toHaveLength(MAX_PAST_ANSWERS);
    expect(shown.at(0)?.at).toBe(49);
    expect(shown.at(-1)?.at).toBe(30);
  });
});

/** A Thunderbird whose clock goes on with each look at it, and whose server takes what it is told to. */
function stageWith(sendings: readonly Sending[] = []): MemoryWorld {
  const stage = memoryWorld();
  const left = [...sendings];
  let now = NOW;
  const world = {
    ...stage.world,
    clock: { now: () => (now += 1000), offsetMinutes: () => 0 },
    transports: {
      ...stage.world.transports,
      atOnce: {
        name: "native" as const,
        send: () => Promise.resolve(left.shift() ?? { kind: "sent" as const }),
      },
    },
  };
  return { ...stage, world };
}

async function say(
  { world }: MemoryWorld,
  card: CardView,
  action: AnswerRequest["action"],
  changes: Partial<AnswerRequest> = {},
): Promise<void> {
  await answerInvitation(click(card, action, { confirmed: true, ...changes }), world);
}

describe("the history of an event", () => {
  it("has every answer to it, in whichever version, with its comment", async () => {
    const stage = stageWith();
    const first = await cardOf(stage, { id: "first" });
    expect(await readHistory(first.ref, stage.world)).toEqual([]);
    await say(stage, first, "accept");
    const event = ["SEQUENCE:1", "DTSTAMP:20261122T120000Z"];
    const update = await cardOf(stage, { id: "update", event });
    await say(stage, update, "decline", { comment: "I am ill." });

    const expected = [
      { said: "DECLINED", sequence: 1, comment: "I am ill.", state: "sent" },
      { said: "ACCEPTED", sequence: 0, comment: null, state: "sent" },
    ];
    expect(await readHistory(update.ref, stage.world)).toMatchObject(expected);
    expect(await readHistory(first.ref, stage.world)).toMatchObject(expected);
  });

  it("has the time that was proposed, and none where an older record does not hold it", async () => {
    const stage = stageWith();
    const card = await cardOf(stage, {});
    const counter = {
      start: "2026-12-02T14:00",
      end: "2026-12-02T15:30",
      timeZone: "Europe/Berlin",
    };
    await say(stage, card, "counter", { counter });

    expect(await readHistory(card.ref, stage.world)).toMatchObject([
      { said: "COUNTER", proposed: { start: "2026-12-02T13:00:00Z", end: "2026-12-02T14:30:00Z" } },
    ]);
    expect(list([intent({ action: "counter" })])).toMatchObject([{ proposed: null }]);
  });

  it("has a failed answer once, however often it is sent again", async () => {
    const stage = stageWith([{ kind: "failed", reason: "550 No", status: "" }]);
    const card = await cardOf(stage, {});
    await say(stage, card, "accept");
    expect(await readHistory(card.ref, stage.world)).toMatchObject([
      { state: "failed", reason: "550 No" },
    ]);
    await resend(card.ref, stage.world);

    expect(await readHistory(card.ref, stage.world)).toMatchObject([{ state: "sent" }]);
  });

  it("is empty for an event without UID, and for another one", async () => {
    const stage = stageWith();
    const card = await cardOf(stage, {});
    await say(stage, card, "accept");

    expect(await readHistory({ ...card.ref, uid: null }, stage.world)).toEqual([]);
    expect(await readHistory({ ...card.ref, uid: "__proto__" }, stage.world)).toEqual([]);
  });

  it.each(["__proto__", '"],["<b>\u{1F4A3}', "x".repeat(900)])(
    "takes a UID for what it is: %s",
    async (uid) => {
      const stage = stageWith();
      const card = await cardOf(stage, { event: [`UID:${uid}`] });
      await say(stage, card, "accept");

      expect(card.ref.uid).toBe(uid);
      expect(await readHistory(card.ref, stage.world)).toMatchObject([{ said: "ACCEPTED" }]);
    },
  );
});
