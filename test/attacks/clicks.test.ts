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
