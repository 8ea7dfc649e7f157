import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { readArrival, readMissed, type Missed } from "../../../src/app/follow/arrivals.ts";
import type { StoredMessage, World } from "../../../src/app/ports.ts";
import type { ListedMessage } from "../../../src/app/scan/scan-ports.ts";
import { memoryWorld } from "../../attacks/world.ts";
import { invitationMail, makeInvitation } from "../../e2e/invitation.ts";

function copyIn(messageId: number, use: string): ListedMessage {
  return {
    messageId,
    headerMessageId: "new@example.org",
    isJunk: false,
    folder: { id: use, accountId: "account1", specialUse: [use] },
    date: 0,
    size: 900,
    key: "new",
  };
}

beforeEach(() => {
  // What cannot be read is said there.
  vi.spyOn(console, "warn").mockReturnValue();
});

afterEach(() => {
  vi.restoreAllMocks();
});

const CAME = copyIn(1, "inbox");
const MOVED = copyIn(2, "trash");

/** A mailbox in which these copies can be read. */
function worldWith(copies: StoredMessage[]): World {
  const { world } = memoryWorld();
  return {
    ...world,
    mailbox: {
      ...world.mailbox,
      readRaw: (messageId) =>
        copies.some((copy) => copy.messageId === messageId)
          ? Promise.resolve(invitationMail(makeInvitation({ uid: "event" })))
          : Promise.reject(new Error("gone")),
      find: () => Promise.resolve(copies),
    },
  };
}

async function factsIn({ memories }: World): Promise<number> {
  return (await memories.recall("event")).facts.length;
}

it.each([
  ["where it came", CAME],
  ["from Trash, as what came", MOVED],
])("new mail is read %s", async (_, copy) => {
  const world = worldWith([copy]);
  const missed: Missed = new Map();
  expect(await readArrival(CAME, world, missed)).toMatchObject({ kind: "inspected" });
  expect(await factsIn(world)).toBe(1);
  expect(missed.size).toBe(0);
});

it("new mail that is on its way elsewhere is read once it is there", async () => {
  const copies: StoredMessage[] = [];
  const world = worldWith(copies);
  const missed: Missed = new Map();
  expect(await readArrival(CAME, world, missed)).toMatchObject({ kind: "unreadable" });
  await readMissed([{ from: copyIn(7, "inbox"), to: null }], world, missed);
  expect(await factsIn(world)).toBe(0);

  copies.push(MOVED);
  await readMissed([{ from: CAME, to: MOVED }], world, missed);
  expect(await factsIn(world)).toBe(1);
  expect(missed.size).toBe(0);
});
