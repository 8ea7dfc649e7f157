import { describe, expect, it, vi } from "vitest";
import { answerInvitation } from "../../src/app/answer-invitation.ts";
import type { AnswerRequest } from "../../src/app/card.ts";
import type { Settings, StoredMessage, Transport, World } from "../../src/app/ports.ts";
import { AT_ONCE, memoryWorld } from "../attacks/world.ts";
import { cardOf, click } from "./clicking.ts";

const ALL = ["messagesTags", "messagesUpdate"];
const EVERYTHING = { markRead: true, tagAnswered: true, trashAnswered: true };

interface Case {
  readonly settings?: Partial<Settings>;
  readonly granted?: readonly string[];
  /** Copies of the message, by Thunderbird's id: the clicked one is 0. */
  readonly copies?: readonly Partial<StoredMessage>[];
  readonly transport?: Transport;
  readonly marks?: Partial<World["marks"]>;
}

const INBOX: StoredMessage["folder"] = { id: "1", accountId: "1", specialUse: ["inbox"] };
const SENT: StoredMessage["folder"] = { id: "2", accountId: "1", specialUse: ["sent"] };

/** What was done to which message, and what became of the answer. */
async function answered(
  action: AnswerRequest["action"],
  { settings = {}, granted = ALL, copies = [{}], transport, marks }: Case,
  said: Partial<AnswerRequest> = {},
): Promise<{ readonly done: readonly unknown[][]; readonly outcome: string }> {
  const stage = memoryWorld();
  const done: unknown[][] = [];
  const note =
    (name: string) =>
    (...args: readonly unknown[]): Promise<void> => {
      done.push([name, ...args.slice(0, 2)]);
      return Promise.resolve();
    };
  const world: World = {
    ...stage.world,
    settings: () => Promise.resolve({ ...AT_ONCE, ...settings }),
    granted: () => Promise.resolve(new Set(granted)),
    marks: { markRead: note("read"), tag: note("tag"), trash: note("trash"), ...marks },
    mailbox: {
      ...stage.world.mailbox,
      find: (headerMessageId) =>
        Promise.resolve(
          copies.map((copy, messageId) => ({
            messageId,
            headerMessageId,
            isJunk: false,
            folder: INBOX,
            ...copy,
          })),
        ),
    },
    ...(transport && { transports: { atOnce: transport, outbox: transport } }),
  };
  const card = await cardOf({ ...stage, world }, {});
  const result = await answerInvitation(click(card, action, said), world);
  return { done, outcome: result.kind === "outcome" ? result.outcome.state : result.kind };
}

describe("the message that was answered", () => {
  it("is marked as read by default, and nothing else", async () => {
    expect(await answered("accept", {})).toEqual({ done: [["read", 0]], outcome: "sent" });
  });

  it.each([
    ["accept", "accepted"],
    ["tentative", "tentative"],
    ["decline", "declined"],
  ] as const)("of %s is tagged as %s and moved, where that is chosen", async (action, tag) => {
    const { done } = await answered(action, { settings: EVERYTHING });

    expect(done).toEqual([
      ["read", 0],
      ["tag", 0, tag],
      ["trash", 0],
    ]);
  });

  it("is tagged as answered where another answers in one's place", async () => {
    const settings = { ...EVERYTHING, trashAnswered: false };
    const { done } = await answered("delegate", { settings }, { delegate: "dora@example.net" });

    expect(done).toContainEqual(["tag", 0, "answered"]);
  });

  it.each(["refresh", "ignore"] as const)("stays as it is after %s", async (action) => {
    expect((await answered(action, { settings: EVERYTHING })).done).toEqual([]);
  });

  it("is treated the same where the answer is only recorded", async () => {
    const { done, outcome } = await answered("record", {}, { partstat: "ACCEPTED" });

    expect({ done, outcome }).toEqual({ done: [["read", 0]], outcome: "recorded" });
  });

  it("stays as it is where the event is only kept", async () => {
    expect((await answered("record", {})).done).toEqual([]);
  });

  it("stays as it is where the answer did not leave", async () => {
    const send = vi.fn().mockResolvedValue({ kind: "failed", reason: "550 no", status: "" });
    const transport = { name: "native", send } as const;

    expect(await answered("accept", { transport })).toEqual({ done: [], outcome: "failed" });
  });

  it("is left alone by what is not allowed", async () => {
    const settings = { ...EVERYTHING, trashAnswered: false };

    expect((await answered("accept", { settings, granted: [] })).done).toEqual([]);
    expect((await answered("accept", { settings, granted: ["messagesUpdate"] })).done).toEqual([
      ["read", 0],
    ]);
  });

  it("is the one that was clicked, not another copy", async () => {
    const copies = [{}, { folder: { ...SENT, specialUse: [] } }, { folder: SENT }];

    expect((await answered("accept", { copies })).done).toEqual([["read", 0]]);
  });

  it("is, where Thunderbird numbers anew, the only copy outside of Sent and Trash", async () => {
    const only = [{ messageId: 7 }, { messageId: 8, folder: SENT }];
    const several = [{ messageId: 7 }, { messageId: 8 }];

    expect((await answered("accept", { copies: only })).done).toEqual([["read", 7]]);
    expect((await answered("accept", { copies: several })).done).toEqual([]);
  });

  it("is left alone where it is an opened file", async () => {
    expect((await answered("accept", { copies: [{ folder: null }] })).done).toEqual([]);
  });

  it("changes nothing about the answer where it cannot be marked", async () => {
    const warn = vi.spyOn(console, "warn").mockReturnValue();
    const marks = { markRead: () => Promise.reject(new Error("read-only folder")) };

    expect((await answered("accept", { marks })).outcome).toBe("sent");
    expect(warn).toHaveBeenCalledOnce();
  });
});
