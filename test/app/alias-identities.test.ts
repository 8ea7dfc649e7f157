import { describe, expect, it } from "vitest";
import { answerInvitation } from "../../src/app/answer-invitation.ts";
import type { Identity, Settings, World } from "../../src/app/ports.ts";
import { ME } from "../core/rules/rule-tester.ts";
import { AT_ONCE, memoryWorld } from "../attacks/world.ts";
import { cardOf, click } from "./clicking.ts";

const HOME: Identity = { id: "home", email: "home@example.net", name: "Mia", accountId: "1" };
const WORK: Identity = { id: "work", email: "work@example.net", name: "Mia", accountId: "2" };

interface Case {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly aliasIdentities: Settings["aliasIdentities"];
  readonly from: Identity;
}

/** The invitation is for ME, which is none of the identities; it came to HOME's account. */
const CASES: readonly Case[] = [
  { name: "the account that got it", aliases: [ME], aliasIdentities: {}, from: HOME },
  {
    name: "the identity that answers for it",
    aliases: [ME],
    aliasIdentities: { [ME]: WORK.email },
    from: WORK,
  },
  {
    name: "that identity, however the address is spelled",
    aliases: [ME.toUpperCase()],
    aliasIdentities: { [ME]: WORK.email.toUpperCase() },
    from: WORK,
  },
  {
    name: "the account that got it, where that identity is gone",
    aliases: [ME],
    aliasIdentities: { [ME]: "gone@example.net" },
    from: HOME,
  },
  {
    name: "the account that got it, where the address is the user's no longer",
    aliases: ["other@example.net"],
    aliasIdentities: { [ME]: WORK.email },
    from: HOME,
  },
];

describe("an invitation to another address of the user's is answered from", () => {
  it.each(CASES)("$name", async ({ aliases, aliasIdentities, from }) => {
    const stage = memoryWorld();
    const world: World = {
      ...stage.world,
      identities: { list: () => Promise.resolve([HOME, WORK]) },
      settings: () => Promise.resolve({ ...AT_ONCE, aliases, aliasIdentities }),
    };
    const card = await cardOf({ ...stage, world }, {});
    expect(card.identities[0]?.id).toBe(from.id);
    await answerInvitation(click(card, "accept", { confirmed: true }), world);

    const [sent] = stage.sent;
    const text = new TextDecoder().decode(sent?.bytes).replaceAll("\r\n ", "");
    expect(sent?.identityId).toBe(from.id);
    expect(text).toContain(`From: Mia <${from.email}>`);
  });
});
