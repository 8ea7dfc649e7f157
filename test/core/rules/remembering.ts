import type { Circumstances, Remembered } from "../../../src/core/circumstances.ts";
import { inspect } from "../../../src/core/inspect.ts";
import type { Fact } from "../../../src/core/itip/fact.ts";
import { messageOf, ME, NOW, type Case } from "./rule-tester.ts";

/** Message-IDs differ, so that each is a message of its own. */
export type Earlier = Omit<Case, "name" | "remembered">;

/** What is remembered after these messages, the first as <earlier-1@example.net> and so on. */
export async function after(...messages: readonly Earlier[]): Promise<Remembered> {
  const facts: Fact[] = [];
  for (const [index, message] of messages.entries()) {
    const fields = [
      ...(message.fields ?? []),
      `Message-ID: <earlier-${String(index + 1)}@example.net>`,
    ];
    const text = messageOf({ name: "", ...message, fields });
    const memory = { facts: [...facts], decisions: [] };
    const { invitations } = await inspect(new TextEncoder().encode(text), {
      ...CIRCUMSTANCES,
      ...message.circumstances,
      recall: () => Promise.resolve({ memory, calendar: [] }),
    });
    facts.push(...invitations.flatMap(({ fact }) => (fact === null ? [] : [fact])));
  }
  return { memory: { facts, decisions: [] }, calendar: [] };
}

const CIRCUMSTANCES: Omit<Circumstances, "recall"> = {
  now: NOW,
  addresses: { identities: [ME], aliases: [] },
  authserv: null,
  folder: "ordinary",
  verifySignature: () => Promise.resolve({ kind: "unchecked" }),
};
