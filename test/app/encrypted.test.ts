import { describe, expect, it } from "vitest";

import { answerInvitation } from "../../src/app/answer-invitation.ts";
import type { MessageView } from "../../src/app/card.ts";
import type { World } from "../../src/app/ports.ts";
import { showMessage } from "../../src/app/show-message.ts";
import { bytesOf, type Attack } from "../attacks/stage.ts";
import { memoryWorld, type MemoryWorld } from "../attacks/world.ts";
import { readSample } from "../fixtures/samples.ts";
import { click } from "./clicking.ts";

const CLOSED = readSample("encrypted");

/** Shows an encrypted message with this in it. */
async function show(
  { world, deliver }: MemoryWorld,
  content: Attack | null,
): Promise<{ readonly view: MessageView; readonly world: World }> {
  const opening: World = {
    ...world,
    mailbox: {
      ...world.mailbox,
      readDecrypted: () => Promise.resolve(content && bytesOf(content)),
    },
  };
  return { view: await showMessage(deliver(CLOSED), opening), world: opening };
}

async function cardOf(stage: MemoryWorld, content: Attack) {
  const { view, world } = await show(stage, content);
  const [card] = view.kind === "inspected" ? view.cards : [];
  if (card === undefined) {
    throw new Error("no card is shown");
  }
  return { card, world };
}

const SECRET = {
  event: ["SUMMARY:Merger", "LOCATION:Vault", "DESCRIPTION:Quietly"],
};

describe("an encrypted message", () => {
  it("is said to be one where it cannot be opened, and nothing is remembered", async () => {
    const stage = memoryWorld();

    expect((await show(stage, null)).view).toMatchObject({
      kind: "unreadable",
      because: "encrypted",
    });
    expect(await stage.world.index.all()).toEqual([]);
  });

  it("shows its invitation where it can be opened", async () => {
    const { card } = await cardOf(memoryWorld(), SECRET);

    expect(card).toMatchObject({ summary: "Merger", isEncrypted: true, state: "new" });
    expect(card.confirm).toEqual(["in-the-clear"]);
  });

  it("is not opened where a calendar lies beside what is encrypted", async () => {
    const stage = memoryWorld();
    const world: World = {
      ...stage.world,
      mailbox: {
        ...stage.world.mailbox,
        readDecrypted: () => Promise.reject(new Error("nobody asked")),
      },
    };

    expect(await showMessage(stage.deliver(bytesOf(SECRET)), world)).toMatchObject({
      kind: "inspected",
      cards: [{ isEncrypted: false, confirm: [] }],
    });
  });

  it("is answered by the second click alone", async () => {
    const stage = memoryWorld();
    const { card, world } = await cardOf(stage, SECRET);

    for (const request of [{}, { previewed: true }, { edit: true }]) {
      expect(await answerInvitation(click(card, "accept", request), world)).toEqual({
        kind: "confirm",
        reasons: ["in-the-clear"],
      });
    }
    expect(stage.sent).toEqual([]);

    await answerInvitation(click(card, "accept", { confirmed: true }), world);
    expect(stage.sent).toHaveLength(1);
  });

  it("is recorded by the first click, which sends nothing", async () => {
    const stage = memoryWorld();
    const { card, world } = await cardOf(stage, SECRET);
    const request = click(card, "record", { partstat: "ACCEPTED" });

    expect(await answerInvitation(request, world)).toMatchObject({ kind: "outcome" });
    expect(stage.sent).toEqual([]);
  });

  it("leaves none of its texts, times and names", async () => {
    const stage = memoryWorld();
    const { card, world } = await cardOf(stage, {
      event: [
        ...SECRET.event,
        "DTSTART:20261201T101500Z",
        "ORGANIZER;CN=The Boss:mailto:boss@example.com",
        "ATTENDEE;CN=Kim:mailto:kim@example.net",
      ],
    });
    await answerInvitation(click(card, "ignore"), world);
    const uid = card.ref.uid ?? "";
    const kept = JSON.stringify([await world.memories.recall(uid), await world.index.all()]);

    expect(kept).toContain(uid);
    expect(kept).toContain("boss@example.com");
    for (const text of ["Merger", "Vault", "Quietly", "T10:15", "The Boss", "Kim", "kim@"]) {
      expect(kept).not.toContain(text);
    }
  });

  it("leaves none either by the user's answer, which is found in Sent", async () => {
    const stage = memoryWorld();
    const { card, world } = await cardOf(stage, SECRET);
    await answerInvitation(click(card, "accept", { confirmed: true }), world);
    const [answer] = stage.sent;
    await showMessage(stage.deliver(answer?.bytes ?? new Uint8Array()), stage.world);
    const kept = JSON.stringify([
      await world.memories.recall(card.ref.uid ?? ""),
      await world.index.all(),
    ]);

    expect(kept).toContain('"method":"REPLY"');
    expect(kept).not.toContain("Merger");
  });

  it("is not answered together with others in the list", async () => {
    const stage = memoryWorld();
    await cardOf(stage, SECRET);

    expect(await stage.world.index.all()).toMatchObject([{ title: null, canAnswer: false }]);
  });
});

describe("what is known of an encrypted invitation", () => {
  const stamp = (time: string): readonly string[] => [...SECRET.event, `DTSTAMP:${time}`];

  it.each([
    { name: "the same once more", change: {}, state: "duplicate" },
    { name: "a later version", change: { event: ["SEQUENCE:7"] }, state: "update" },
    { name: "a cancellation", change: { method: "CANCEL" }, state: "cancelled" },
  ])("tells $name", async ({ change, state }) => {
    const stage = memoryWorld();
    await cardOf(stage, { event: stamp("20261101T090000Z"), id: "first" });
    const event = [
      ...stamp("method" in change ? "20261102T090000Z" : "20261101T090000Z"),
      ...("event" in change ? change.event : []),
    ];
    const { card } = await cardOf(stage, { ...change, event, id: "second" });

    expect(card).toMatchObject({ state, changes: [] });
  });

  it("tells an outdated version", async () => {
    const stage = memoryWorld();
    await cardOf(stage, { event: [...SECRET.event, "SEQUENCE:7"], id: "second" });
    const { card } = await cardOf(stage, { ...SECRET, id: "first" });

    expect(card.state).toBe("stale");
  });

  it("tells a cancellation for others from one for the user", async () => {
    const stage = memoryWorld();
    const first = { event: stamp("20261101T090000Z"), id: "first" };
    await cardOf(stage, first);
    const event = [...stamp("20261102T090000Z"), "ATTENDEE:mailto:kim@example.net"];
    await cardOf(stage, { method: "CANCEL", event, id: "others" });

    const { card } = await cardOf(stage, first);
    const rules = card.findings.map(({ rule }) => rule);
    expect(rules).toContain("not-superseded");
    expect(rules).not.toContain("not-cancelled");
  });
});
