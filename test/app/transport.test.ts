import { describe, expect, it } from "vitest";
import { answerInvitation } from "../../src/app/answer-invitation.ts";
import type { Settings, World } from "../../src/app/ports.ts";
import { AT_ONCE, memoryWorld } from "../attacks/world.ts";
import { cardOf, click } from "./clicking.ts";

interface Case {
  readonly name: string;
  readonly settings?: Partial<Settings>;
  readonly hasOutboxOnly?: boolean;
  readonly outcome: string;
  readonly isCopied: boolean;
}

const CASES: readonly Case[] = [
  { name: "at once, with a copy, by default", outcome: "sent", isCopied: true },
  {
    name: "through the Outbox where that is chosen",
    settings: { transport: "outbox" },
    outcome: "queued",
    isCopied: true,
  },
  {
    name: "without a copy where that is chosen, and is said to be sent all the same",
    settings: { sentCopies: "never" },
    outcome: "sent",
    isCopied: false,
  },
  {
    name: "through the Outbox where there is nothing else",
    hasOutboxOnly: true,
    outcome: "queued",
    isCopied: true,
  },
];

describe("an answer leaves", () => {
  it.each(CASES)("$name", async ({ settings, hasOutboxOnly = false, outcome, isCopied }) => {
    const stage = memoryWorld();
    const { outbox } = stage.world.transports;
    const world: World = {
      ...stage.world,
      settings: () => Promise.resolve({ ...AT_ONCE, ...settings }),
      ...(hasOutboxOnly && { transports: { atOnce: null, outbox } }),
    };
    const card = await cardOf({ ...stage, world }, {});
    const result = await answerInvitation(click(card, "accept"), world);

    expect(result).toMatchObject({ kind: "outcome", outcome: { state: outcome } });
    expect(stage.sent).toMatchObject([{ isCopied }]);
  });
});
