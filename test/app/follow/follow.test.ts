import { describe, expect, it } from "vitest";
import { followMoves, type Moved } from "../../../src/app/follow/follow-moves.ts";
import { catchUp, readNewcomers, type FollowWorld } from "../../../src/app/follow/newcomers.ts";
import type { Places } from "../../../src/app/ports.ts";
import type { ListedMessage, Look } from "../../../src/app/scan/scan-ports.ts";
import { invitationMail, makeInvitation } from "../../e2e/invitation.ts";
import { memoryWorld } from "../../attacks/world.ts";

const NOW = Date.parse("2026-11-22T12:00:00Z");
const HOUR = 60 * 60 * 1000;

let count = 0;

/** A folder in memory, whose messages have a Date so many hours ago. */
function folderOf(
  hoursAgo: readonly number[],
  look: Look | null,
): FollowWorld & {
  readonly reads: number[];
  readonly kept: Map<string, Look>;
  readonly listed: readonly ListedMessage[];
} {
  count += 1;
  const folderId = `account1://Sent${count}`;
  const listed = hoursAgo.map((hours, index) => message(index, hours, folderId));
  const kept = new Map(look === null ? [] : [[folderId, look]]);
  const reads: number[] = [];
  const { world } = memoryWorld();
  return {
    reads,
    kept,
    listed,
    world: {
      ...world,
      clock: { ...world.clock, now: () => NOW },
      mailbox: {
        ...world.mailbox,
        readRaw(messageId) {
          reads.push(messageId);
          return Promise.resolve(invitationMail(makeInvitation({ uid: `uid-${messageId}` })));
        },
      },
    },
    folders: {
      list: () => Promise.resolve([]),
      count: () => Promise.resolve(listed.length),
      async *pages() {
        yield await Promise.resolve(listed);
      },
      holds: () => Promise.resolve(false),
      newerThan: (_, since) => Promise.resolve(listed.filter(({ date }) => date >= since)),
      isOffline: () => false,
    },
    looks: {
      all: () => Promise.resolve(new Map(kept)),
      get: (id) => Promise.resolve(kept.get(id) ?? null),
      put(id, value) {
        kept.set(id, value);
        return Promise.resolve();
      },
    },
    turn: () => Promise.resolve(),
  };
}

function message(
  messageId: number,
  hours: number,
  folderId: string,
  specialUse: readonly string[] = ["sent"],
): ListedMessage {
  const headerMessageId = `${messageId}@example.org`;
  const folder = { id: folderId, accountId: "account1", specialUse };
  const date = NOW - hours * HOUR;
  return {
    messageId,
    headerMessageId,
    isJunk: false,
    folder,
    date,
    size: 900,
    key: headerMessageId,
  };
}

describe("what comes into Sent", () => {
  it("is read once, and of a folder never watched before only what is new", async () => {
    const follow = folderOf([0, 0.5, 60], null);
    const folderId = follow.listed[0]?.folder?.id ?? "";
    await readNewcomers(folderId, follow);
    await readNewcomers(folderId, follow);
    expect(follow.reads).toEqual([0, 1]);
    expect((await follow.world.memories.recall("uid-0")).facts).toHaveLength(1);
    expect(follow.kept.get(folderId)).toEqual({ at: NOW, total: 3 });
  });

  it("is found also when its Date lies some hours before the last look", async () => {
    const follow = folderOf([10, 60], { at: NOW - 5 * HOUR, total: 1 });
    await readNewcomers([...follow.kept.keys()][0] ?? "", follow);
    expect(follow.reads).toEqual([0]);
  });
});

describe("what came while nobody listened", () => {
  it("is read where a watched folder has another number of messages", async () => {
    const follow = folderOf([1, 2], { at: NOW - 5 * HOUR, total: 1 });
    await catchUp(follow);
    expect(follow.reads).toEqual([0, 1]);
  });

  it("is nothing where the number is the same", async () => {
    const follow = folderOf([1, 2], { at: NOW - 5 * HOUR, total: 2 });
    await catchUp(follow);
    expect(follow.reads).toEqual([]);
  });
});

describe("a message that is moved", () => {
  const INBOX = ["inbox"];
  const cases: readonly { name: string; move: Moved; isKnown: boolean; reads: number[] }[] = [
    {
      name: "out of Junk is read",
      move: { from: message(1, 1, "Junk", ["junk"]), to: message(2, 1, "INBOX", INBOX) },
      isKnown: false,
      reads: [2],
    },
    {
      name: "out of Junk is not read again where it is known",
      move: { from: message(1, 1, "Junk", ["junk"]), to: message(2, 1, "INBOX", INBOX) },
      isKnown: true,
      reads: [],
    },
    {
      name: "between ordinary folders is not read",
      move: { from: message(1, 1, "INBOX", INBOX), to: message(2, 1, "Lists", []) },
      isKnown: false,
      reads: [],
    },
    {
      name: "into Trash is not read",
      move: { from: message(1, 1, "Junk", ["junk"]), to: message(2, 1, "Trash", ["trash"]) },
      isKnown: false,
      reads: [],
    },
    {
      name: "to nowhere is not read",
      move: { from: message(1, 1, "Trash", ["trash"]), to: null },
      isKnown: true,
      reads: [],
    },
  ];

  it.each(cases)("$name", async ({ move, isKnown, reads }) => {
    const follow = folderOf([], null);
    const ways: object[] = [];
    const elsewhere = move.to === null ? ["an old place"] : [];
    const places: Places = {
      find: () => Promise.resolve(elsewhere),
      move(headerMessageId, way) {
        ways.push({ headerMessageId, ...way });
        return Promise.resolve(isKnown);
      },
    };
    await followMoves([move], { ...follow, places });
    expect(follow.reads).toEqual(reads);
    expect(ways).toEqual([
      {
        headerMessageId: (move.to ?? move.from)?.headerMessageId,
        from: move.from?.folder?.id ?? null,
        to: move.to?.folder?.id ?? null,
      },
      // Where it is not any more, whatever was noted.
      ...elsewhere.map((from) => ({ headerMessageId: "1@example.org", from, to: null })),
    ]);
  });
});
