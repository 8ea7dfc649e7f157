import { describe, expect, it } from "vitest";

import { answerInvitation } from "../../src/app/answer-invitation.ts";
import { cardOf, click } from "../app/clicking.ts";
import { ME } from "../core/rules/rule-tester.ts";
import type { Attack } from "./stage.ts";
import { memoryWorld } from "./world.ts";

const VICTIM = ["ORGANIZER:mailto:victim@example.net"];

describe("nothing leaves without a click", () => {
  it("A14 a flood of invitations in a victim's name sends him nothing", async () => {
    const stage = memoryWorld();
    for (let count = 0; count < 100; count++) {
      const event = [...VICTIM, `UID:${count}@attacker.example`];
      const card = await cardOf(stage, { id: `flood${count}`, event });
      expect(card.replyTo).toBe("victim@example.net");
    }

    expect(stage.sent).toEqual([]);
  });

  it("A14 one click sends one answer, however often it is repeated", async () => {
    const stage = memoryWorld();
    const card = await cardOf(stage, { event: VICTIM });
    for (let count = 0; count < 5; count++) {
      await answerInvitation(click(card, "decline"), stage.world);
    }

    expect(stage.sent).toHaveLength(1);
  });

  it("A15 ignoring a stranger's invitation tells him nothing", async () => {
    const stage = memoryWorld();
    const card = await cardOf(stage, { from: "Spam <spam@attacker.example>" });
    const result = await answerInvitation(click(card, "ignore"), stage.world);

    expect(result).toMatchObject({ kind: "outcome", outcome: { state: "recorded", to: null } });
    expect(stage.sent).toEqual([]);
  });

  it("A54 a REFRESH is never answered by itself", async () => {
    const stage = memoryWorld();
    const own = [`ORGANIZER:mailto:${ME}`, "ATTENDEE:mailto:bob@example.net"];
    await cardOf(stage, { id: "own", from: `Me <${ME}>`, event: own });
    const from = "Bob <bob@example.net>";
    const card = await cardOf(stage, { id: "refresh", from, method: "REFRESH", event: own });

    expect(card).toMatchObject({ state: "refresh", actions: ["apply"] });
    await answerInvitation(click(card, "apply"), stage.world);
    expect(stage.sent).toEqual([]);
  });

  it("A06 an answer to a dangerous invitation waits for the second click", async () => {
    const stage = memoryWorld();
    await cardOf(stage, { id: "genuine" });
    const attack: Attack = {
      id: "taken",
      from: "Eve <eve@attacker.example>",
      event: ["ORGANIZER:mailto:eve@attacker.example"],
    };
    const card = await cardOf(stage, attack);
    const result = await answerInvitation(click(card, "accept"), stage.world);

    expect(result).toEqual({ kind: "confirm", reasons: ["danger"] });
    expect(stage.sent).toEqual([]);
    await answerInvitation({ ...click(card, "accept"), confirmed: true }, stage.world);
    expect(stage.sent).toHaveLength(1);
  });
});

describe("what is no question is not answered, even where a page asks for it", () => {
  const ANSWERS = ["accept", "tentative", "decline", "delegate", "counter"] as const;
  const OWN = [`ORGANIZER:mailto:${ME}`, "ATTENDEE:mailto:bob@example.net"];
  const BOB = "Bob <bob@example.net>";

  it.each([
    { what: "a CANCEL", attack: { method: "CANCEL" } },
    { what: "a PUBLISH", attack: { method: "PUBLISH" } },
    { what: "a REPLY", attack: { method: "REPLY", from: BOB, event: OWN } },
    { what: "a COUNTER", attack: { method: "COUNTER", from: BOB, event: OWN } },
    { what: "a DECLINECOUNTER", attack: { method: "DECLINECOUNTER" } },
  ] satisfies readonly { what: string; attack: Attack }[])("$what", async ({ attack }) => {
    const stage = memoryWorld();
    await cardOf(stage, { id: "before", ...("event" in attack && { event: attack.event }) });
    const card = await cardOf(stage, { id: "now", ...attack });
    for (const action of ANSWERS) {
      const request = { ...click(card, action), confirmed: true, delegate: "eve@example.net" };
      expect(await answerInvitation(request, stage.world)).toEqual({ kind: "outdated" });
    }

    expect(stage.sent).toEqual([]);
  });

  it("the user's own invitation", async () => {
    const stage = memoryWorld();
    const card = await cardOf(stage, { from: `Me <${ME}>`, event: OWN });
    for (const action of ANSWERS) {
      const request = { ...click(card, action), confirmed: true };
      expect(await answerInvitation(request, stage.world)).toEqual({ kind: "outdated" });
    }

    expect(stage.sent).toEqual([]);
  });

  it("one that is to be delegated to the user himself", async () => {
    for (const delegate of [ME, ME.toUpperCase()]) {
      const stage = memoryWorld();
      const card = await cardOf(stage, {});
      const request = { ...click(card, "delegate"), delegate };
      expect(await answerInvitation(request, stage.world)).toMatchObject({
        kind: "outcome",
        outcome: { state: "failed", reason: "own-address" },
      });
      expect(stage.sent).toEqual([]);
    }
  });
});
