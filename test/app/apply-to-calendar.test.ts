import { describe, expect, it, vi } from "vitest";

import {
  answerInvitation,
  applyAgain,
  readOutcome,
  undoCalendar,
} from "../../src/app/answer-invitation.ts";
import type { AnswerRequest, OutcomeView } from "../../src/app/card.ts";
import { cardKey, outcomeOf } from "../../src/app/intent.ts";
import { ME } from "../core/rules/rule-tester.ts";
import { cardOf, click } from "./clicking.ts";
import { calendar, worldWith, type MemoryCalendars } from "./memory-calendars.ts";

async function press(
  stage: MemoryCalendars,
  action: AnswerRequest["action"] = "accept",
  changes: Partial<AnswerRequest> = {},
): Promise<OutcomeView> {
  const result = await answerInvitation(
    click(await cardOf(stage, {}), action, changes),
    stage.world,
  );
  if (result.kind !== "outcome") {
    throw new Error(`no outcome: ${JSON.stringify(result)}`);
  }
  return result.outcome;
}

describe("an answer", () => {
  it("puts the event into the only calendar, after the reply has left", async () => {
    const stage = worldWith([calendar("home")]);
    expect(await press(stage)).toMatchObject({
      state: "sent",
      calendar: { name: "home", state: "written", to: null },
    });
    const [text] = stage.held.values();
    expect(text).toMatch(/ATTENDEE[^\n]*PARTSTAT=ACCEPTED/);
    expect(stage.sent).toHaveLength(1);
  });

  it("leaves calendars alone where they cannot be reached, or there is none to write to", async () => {
    const unreachable = worldWith([calendar("home")]);
    const world = { ...unreachable.world, calendars: () => Promise.resolve(null) };
    expect((await press({ ...unreachable, world })).calendar).toBeNull();
    const readOnly = calendar("holidays", { isReadOnly: true });
    const disabled = calendar("home", { isDisabled: true });
    const stage = worldWith([readOnly, disabled]);
    expect(await press(stage)).toMatchObject({ state: "sent", calendar: null });
  });

  it("changes neither mail nor calendar where nothing is to be sent to them", async () => {
    const stage = worldWith([calendar("home")]);
    expect(await press(stage, "ignore")).toMatchObject({ state: "recorded", calendar: null });
    expect(stage.held.size).toBe(0);
  });

  it("that was given otherwise is put into the calendar without a mail", async () => {
    const stage = worldWith([calendar("home")]);
    const outcome = await press(stage, "record", { partstat: "TENTATIVE" });
    expect(outcome).toMatchObject({ state: "recorded", calendar: { state: "written" } });
    expect(stage.puts[0]).toContain("PARTSTAT=TENTATIVE");
    expect(stage.sent).toEqual([]);
  });

  it("five times at once is one mail and one event", async () => {
    const stage = worldWith([calendar("home")]);
    const card = await cardOf(stage, {});
    await Promise.all(
      Array.from({ length: 5 }, () => answerInvitation(click(card, "accept"), stage.world)),
    );
    expect(stage.sent).toHaveLength(1);
    expect(stage.held.size).toBe(1);
  });

  it("takes a declined event out where the user wants that", async () => {
    const stage = worldWith([calendar("home")], { declinedEvents: "remove" });
    await press(stage);
    expect(await press(stage, "decline")).toMatchObject({ calendar: { state: "removed" } });
    expect(stage.held.size).toBe(0);
  });
});

describe("which calendar", () => {
  const two = [calendar("home", { email: null }), calendar("work", { email: null })];

  it("is asked once where several would do, and remembered for the identity", async () => {
    const stage = worldWith(two);
    const card = await cardOf(stage, {});
    const asked = await answerInvitation(click(card, "accept"), stage.world);
    expect(asked).toEqual({
      kind: "which-calendar",
      calendars: two.map(({ id, name, color }) => ({ id, name, color })),
    });
    expect(stage.sent).toEqual([]);
    expect(await press(stage, "accept", { calendar: "work" })).toMatchObject({
      calendar: { name: "work" },
    });
    expect(stage.settings().calendars).toEqual({ "1": "work" });
    const other = await cardOf(stage, { event: ["UID:other@example.com"], id: "other" });
    const next = await answerInvitation(click(other, "accept"), stage.world);
    expect(next).toMatchObject({ kind: "outcome", outcome: { calendar: { name: "work" } } });
  });

  it("may be none", async () => {
    const stage = worldWith(two);
    expect(await press(stage, "accept", { calendar: "none" })).toMatchObject({
      state: "sent",
      calendar: null,
    });
    expect(stage.settings().calendars).toEqual({ "1": "none" });
  });

  it("is the one that belongs to the identity, and the one that has the event before all", async () => {
    const own = [calendar("home", { email: null }), calendar("mine", { email: ME })];
    const stage = worldWith(own);
    expect(await press(stage)).toMatchObject({ calendar: { name: "mine" } });
    const [[key = "", text = ""] = []] = stage.held;
    stage.held.delete(key);
    stage.held.set(key.replace("mine", "home"), text);
    expect(await press(stage, "decline")).toMatchObject({ calendar: { name: "home" } });
    expect(stage.held.size).toBe(1);
  });
});

describe("a calendar that fails", () => {
  const REFUSED = { kind: "failed", because: "refused", detail: "HTTP 500" } as const;

  it("never loses or doubles the answer, says so, and can be tried again", async () => {
    const stage = worldWith([calendar("home")]);
    stage.failures.push(REFUSED);
    expect(await press(stage)).toMatchObject({
      state: "sent",
      calendar: { state: "failed", because: "refused", detail: "HTTP 500" },
    });
    const card = await cardOf(stage, {});
    expect(card.outcome).toMatchObject({ state: "sent", calendar: { state: "failed" } });
    expect(await applyAgain(card.ref, stage.world)).toMatchObject({
      state: "sent",
      calendar: { state: "written" },
    });
    expect(stage.sent).toHaveLength(1);
    expect(stage.puts).toHaveLength(1);
  });

  it("whose server cannot be reached has the event when it can", async () => {
    const stage = worldWith([calendar("home")]);
    stage.failures.push({ kind: "waiting" });
    expect(await press(stage)).toMatchObject({ state: "sent", calendar: { state: "waiting" } });
    const card = await cardOf(stage, {});
    const look = async (): Promise<string | undefined> =>
      (await readOutcome(card.ref, stage.world))?.calendar?.state;
    expect(await look()).toBe("waiting");
    stage.waiting.clear();
    expect(await look()).toBe("written");
    expect(stage.sent).toHaveLength(1);
  });

  it("whose server cannot be reached shows a removed event no more", async () => {
    const stage = worldWith([calendar("home")], { declinedEvents: "remove" });
    await press(stage);
    stage.failures.push({ kind: "waiting" });
    expect(await press(stage, "decline")).toMatchObject({ calendar: { state: "removed" } });
  });

  it("that throws is told like one that refuses", async () => {
    const stage = worldWith([calendar("home")]);
    const port = await stage.world.calendars();
    const broken = { ...port, put: () => Promise.reject(new Error("gone")) };
    const world = { ...stage.world, calendars: () => Promise.resolve(broken as never) };
    expect(await press({ ...stage, world })).toMatchObject({
      state: "sent",
      calendar: { state: "failed", detail: "gone" },
    });
  });

  it("keeps what its server was to send from counting as answered", async () => {
    const stage = worldWith([calendar("dav", { schedules: true })]);
    stage.failures.push(REFUSED);
    expect(await press(stage)).toMatchObject({ state: "failed", reason: "calendar" });
    const card = await cardOf(stage, {});
    expect(card.answered).toBeNull();
    expect(await applyAgain(card.ref, stage.world)).toMatchObject({ state: "recorded" });
    expect((await cardOf(stage, {})).answered).toMatchObject({ partstat: "ACCEPTED" });
    expect(stage.sent).toEqual([]);
  });
});

describe("a click that was cut off", () => {
  it("after the reply had left is carried out in the calendar at the next start", async () => {
    const stage = worldWith([calendar("home")]);
    const never = new Promise<never>(() => undefined);
    const port = await stage.world.calendars();
    const cut = {
      ...stage.world,
      calendars: () => Promise.resolve({ ...port, put: () => never } as never),
    };
    const card = await cardOf(stage, {});
    void answerInvitation(click(card, "accept"), cut);
    await expect.poll(() => stage.sent.length).toBe(1);
    await expect
      .poll(async () => (await stage.world.intents.last(cardKey(card.ref)))?.application?.before)
      .toEqual({ text: null });
    // The next start knows nothing of what the last one was doing.
    vi.resetModules();
    const { refreshOutcome } = await import("../../src/app/settle.ts");
    const found = {
      ...stage.world,
      sentMessages: { ...stage.world.sentMessages, find: () => Promise.resolve("sent" as const) },
    };
    await refreshOutcome(cardKey(card.ref), found);
    const settled = await refreshOutcome(cardKey(card.ref), found);
    expect(settled && outcomeOf(settled)).toMatchObject({
      state: "sent",
      calendar: { state: "written" },
    });
    expect(stage.sent).toHaveLength(1);
    expect(stage.puts).toHaveLength(1);
  });
});

describe("what a click did", () => {
  it("is taken back in calendar and record, and can be answered anew", async () => {
    const stage = worldWith([calendar("home")]);
    await press(stage, "tentative");
    const [before] = stage.held.values();
    await press(stage, "accept");
    const card = await cardOf(stage, {});
    expect(await undoCalendar(card.ref, stage.world)).toMatchObject({
      calendar: { state: "undone" },
    });
    expect([...stage.held.values()]).toEqual([before]);
    expect((await cardOf(stage, {})).answered).toMatchObject({ partstat: "TENTATIVE" });
    expect(await press(stage, "accept")).toMatchObject({ calendar: { state: "written" } });
  });

  it("leaves no event where there was none", async () => {
    const stage = worldWith([calendar("home")]);
    await press(stage);
    await undoCalendar((await cardOf(stage, {})).ref, stage.world);
    expect(stage.held.size).toBe(0);
    expect((await cardOf(stage, {})).answered).toBeNull();
  });
});

describe("a calendar whose server schedules", () => {
  const dav = (changes = {}): MemoryCalendars =>
    worldWith([calendar("dav", { schedules: true, ...changes })]);

  it("gets the answer, and its server sends the mail", async () => {
    const stage = dav();
    expect(await press(stage, "accept", { comment: "Fine" })).toMatchObject({
      state: "recorded",
      to: "boss@example.com",
      calendar: { state: "written", to: "boss@example.com" },
    });
    expect(stage.sent).toEqual([]);
    expect(stage.puts[0]).toContain("COMMENT:Fine");
    expect(stage.puts[0]).not.toContain("SCHEDULE-AGENT");
  });

  it("is silenced where it does not know the invited address", async () => {
    const stage = dav({ email: "somebody@example.net" });
    expect(await press(stage)).toMatchObject({ state: "sent", calendar: { to: null } });
    expect(stage.puts[0]).toContain("SCHEDULE-AGENT=CLIENT");
  });

  it("stays silent where the event says that clients schedule it", async () => {
    const stage = dav();
    await press(stage);
    const [[key = "", text = ""] = []] = stage.held;
    stage.held.set(key, text.replace("ORGANIZER", "ORGANIZER;SCHEDULE-AGENT=CLIENT"));
    expect(await press(stage, "decline")).toMatchObject({ state: "sent" });
    expect(stage.sent).toHaveLength(1);
    expect(stage.puts[1]).toContain("SCHEDULE-AGENT=CLIENT");
  });
});

describe("a message looked at again", () => {
  it("is what it was, though the calendar holds the event now", async () => {
    const stage = worldWith([calendar("home")]);
    await press(stage);
    expect((await cardOf(stage, {})).state).toBe("new");
  });
});
