import { describe, expect, it } from "vitest";
import { answerInvitation } from "../../../src/app/answer-invitation.ts";
import type { Intent } from "../../../src/app/intent.ts";
import type { Notice } from "../../../src/app/notices/notice.ts";
import {
  tellOfAnswer,
  tellOfMessage,
  tellOfWaiting,
  type TellWorld,
} from "../../../src/app/notices/tell.ts";
import type { Settings, StoredMessage, World } from "../../../src/app/ports.ts";
import { readMessage } from "../../../src/app/read-message.ts";
import { bytesOf } from "../../attacks/stage.ts";
import { AT_ONCE, memoryWorld, type MemoryWorld } from "../../attacks/world.ts";
import { NOW } from "../../core/rules/rule-tester.ts";
import { cardOf, click } from "../clicking.ts";

const ALL = { notifyCancelled: true, notifyChanged: true, notifyNotLeft: true };
const MINUTE = 60_000;

interface Telling extends TellWorld {
  readonly shown: readonly Notice[];
  readonly stage: MemoryWorld;
}

function telling(settings: Partial<Settings> = ALL, granted = ["notifications"]): Telling {
  const stage = memoryWorld();
  const told = new Set<string>();
  const shown: Notice[] = [];
  const world: World = {
    ...stage.world,
    settings: () => Promise.resolve({ ...AT_ONCE, ...settings }),
    granted: () => Promise.resolve(new Set(granted)),
  };
  return {
    stage: { ...stage, world },
    world,
    shown,
    show(notice) {
      shown.push(notice);
      return Promise.resolve();
    },
    claim(key) {
      const isNew = !told.has(key);
      told.add(key);
      return Promise.resolve(isNew);
    },
  };
}

const SOON = ["DTSTART:20261123T100000Z", "DTEND:20261123T110000Z"];

/** An invitation for tomorrow, and its cancellation, which arrives so often. */
async function cancel(
  tell: Telling,
  times = 1,
  changes: Partial<StoredMessage> = {},
): Promise<void> {
  const { stage, world } = tell;
  await readMessage(stage.deliver(bytesOf({ id: "first", event: SOON })), world);
  const event = [...SOON, "SEQUENCE:1", "STATUS:CANCELLED"];
  const message = stage.deliver(bytesOf({ id: "cancel", method: "CANCEL", event }));
  for (let count = 0; count < times; count++) {
    await tellOfMessage(await readMessage({ ...message, ...changes }, world), tell);
  }
}

describe("of a message that has just come", () => {
  it("is told what the settings say, once", async () => {
    const tell = telling();
    await cancel(tell, 2);

    expect(tell.shown).toMatchObject([{ kind: "cancelled", source: "cancel@example.net" }]);
  });

  it.each([
    ["nobody wants it", telling({ ...ALL, notifyCancelled: false })],
    ["Thunderbird was not allowed to", telling(ALL, [])],
  ])("is told nothing where %s", async (_, tell) => {
    await cancel(tell);

    expect(tell.shown).toEqual([]);
  });

  it.each([{ isJunk: true }, { folder: { id: "9", accountId: "1", specialUse: ["trash"] } }])(
    "is told nothing where it is junk: %j",
    async (changes) => {
      const tell = telling();
      await cancel(tell, 1, changes);

      expect(tell.shown).toEqual([]);
    },
  );
});

/** The click that a finished answer is, as the store keeps it. */
async function answered(changes: Partial<Intent>, tell: Telling): Promise<Intent> {
  let last: Intent | null = null;
  const world: World = {
    ...tell.world,
    intents: {
      ...tell.world.intents,
      update(intent) {
        last = intent;
        return tell.world.intents.update(intent);
      },
    },
  };
  const card = await cardOf(tell.stage, {});
  await answerInvitation(click(card, "accept"), world);
  return { ...(last as unknown as Intent), ...changes };
}

describe("of an answer", () => {
  it.each<readonly [Partial<Intent>, Notice["kind"] | null]>([
    [{ state: "failed", reason: "550 no" }, "not-left"],
    [{ state: "failed", reason: "interrupted" }, "not-left"],
    [{ state: "failed", reason: "replaced" }, null],
    [{ state: "unknown" }, "not-known"],
    [{ state: "queued", since: NOW - 14 * MINUTE }, null],
    [{ state: "queued", since: NOW - 15 * MINUTE }, "waiting"],
    [{ state: "pending" }, null],
    [{ state: "sent" }, null],
    [{ state: "failed", letters: [] }, null],
  ])("%j is told as %j", async (changes, kind) => {
    const tell = telling();
    await tellOfAnswer(await answered(changes, tell), tell);

    expect(tell.shown.map((notice) => notice.kind)).toEqual(kind === null ? [] : [kind]);
  });

  it("is told once, and nothing where nobody wants it", async () => {
    const tell = telling();
    const intent = await answered({ state: "failed" }, tell);
    await tellOfAnswer(intent, tell);
    await tellOfAnswer(intent, tell);
    expect(tell.shown).toHaveLength(1);

    const silent = telling({ ...ALL, notifyNotLeft: false });
    await tellOfAnswer(intent, silent);
    expect(silent.shown).toEqual([]);
  });

  it("that waits in the Outbox is found at the next start", async () => {
    const tell = telling();
    const waiting = await answered({ state: "queued", since: NOW - 60 * MINUTE }, tell);
    const unfinished = (): Promise<readonly Intent[]> => Promise.resolve([waiting]);
    const intents = { ...tell.world.intents, unfinished };
    await tellOfWaiting({ ...tell, world: { ...tell.world, intents } });

    expect(tell.shown).toMatchObject([{ kind: "waiting", at: waiting.at }]);
  });
});
