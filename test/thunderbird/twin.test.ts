import { beforeEach, describe, expect, it, vi } from "vitest";
import { answerTwin, askTwin, CALENDAR_ID, STORE_ID } from "../../src/thunderbird/twin.ts";

type Listener = (message: unknown, sender: { id?: string }) => unknown;

const thunderbird = vi.hoisted(() => ({
  listeners: [] as Listener[],
  send: (): Promise<unknown> => Promise.resolve(true),
}));

vi.mock("webextension-polyfill", () => ({
  default: {
    runtime: {
      onMessageExternal: {
        addListener: (listener: Listener) => thunderbird.listeners.push(listener),
      },
      sendMessage: () => thunderbird.send(),
    },
  },
}));

function heard(message: unknown, id: string): unknown {
  return thunderbird.listeners.map((listener) => listener(message, { id }))[0];
}

describe("the other edition", () => {
  beforeEach(() => {
    thunderbird.listeners = [];
    answerTwin(STORE_ID, { ledger: () => Promise.resolve("everything") });
  });

  it("is answered", async () => {
    expect(await heard({ convene: "ledger" }, STORE_ID)).toBe("everything");
  });

  it.each([
    ["another add-on", { convene: "ledger" }, "eve@attacker.example"],
    ["this edition itself", { convene: "ledger" }, CALENDAR_ID],
    ["a request that is not answered", { convene: "present" }, STORE_ID],
    ["a request that nobody knows", { convene: "toString" }, STORE_ID],
    ["something else", "ledger", STORE_ID],
    ["nothing", null, STORE_ID],
  ])("is the only one that is: not %s", (_, message, id) => {
    expect(heard(message, id)).toBeUndefined();
  });

  it("may not be there", async () => {
    thunderbird.send = () => Promise.reject(new Error("Could not establish connection."));

    expect(await askTwin(STORE_ID, "present")).toBeNull();
  });
});
