import { beforeEach, describe, expect, it, vi } from "vitest";
import type { MessageView } from "../../src/app/card.ts";
import { request } from "../../src/messaging/client.ts";
import { serve, type Handlers } from "../../src/messaging/server.ts";
import { click } from "../app/clicking.ts";

type Listener = (message: unknown, sender: object) => Promise<unknown>;

const port = vi.hoisted(() => ({
  listener: null as Listener | null,
  sender: {},
}));

vi.mock("webextension-polyfill", () => ({
  default: {
    runtime: {
      id: "convene@example.org",
      getURL: () => "moz-extension://our-own/",
      onMessage: {
        addListener(listener: Listener) {
          port.listener = listener;
        },
      },
      // What a real message port does to both the request and the response.
      async sendMessage(message: unknown) {
        const response = await port.listener?.(structuredClone(message), port.sender);
        return structuredClone(response);
      },
    },
  },
}));

const PAGE = { id: "convene@example.org", url: "moz-extension://our-own/ui/popup/popup.html" };
const SCRIPT = {
  id: "convene@example.org",
  url: "imap://a@example.org/INBOX",
  tab: { id: 7, windowId: 2 },
};

const CARD = {
  messageId: 3,
  source: "invitation@example.org",
  index: 0,
  uid: "u",
  recurrenceId: null,
  occurrence: null,
};

const ANSWER = click({ ref: CARD }, "accept", { comment: "Gern, bis später 👋" });

/** Of the requests only those that a test is about. */
function serveOnly(handlers: Partial<Handlers>): void {
  serve(handlers as Handlers);
}

describe("the road between pages and background", () => {
  beforeEach(() => {
    port.sender = PAGE;
    vi.spyOn(console, "error").mockReturnValue();
  });

  it("carries the arguments there and the value back", async () => {
    const view: MessageView = { kind: "none", messageId: 3 };
    const inspectDisplayed = vi.fn<Handlers["inspectDisplayed"]>().mockResolvedValue(view);
    serveOnly({ inspectDisplayed });

    expect(await request("inspectDisplayed", 12)).toEqual(view);
    expect(inspectDisplayed).toHaveBeenCalledWith({ tabId: null, windowId: null }, 12);
  });

  it("carries a whole answer unchanged", async () => {
    const answer = vi
      .fn<Handlers["answer"]>()
      .mockResolvedValue({ kind: "confirm", reasons: ["stale"] });
    serveOnly({ answer });

    expect(await request("answer", ANSWER)).toEqual({ kind: "confirm", reasons: ["stale"] });
    expect(answer).toHaveBeenCalledWith({ tabId: null, windowId: null }, ANSWER);
  });

  it("gives an error its words back", async () => {
    serveOnly({ outcome: () => Promise.reject(new Error("The ledger cannot be opened.")) });

    await expect(request("outcome", CARD)).rejects.toThrow("The ledger cannot be opened.");
  });

  it("tells the background which tab a message's script runs in", async () => {
    const banner = vi.fn<Handlers["banner"]>().mockResolvedValue(null);
    serveOnly({ banner });
    port.sender = SCRIPT;

    expect(await request("banner")).toBeNull();
    expect(banner).toHaveBeenCalledWith({ tabId: 7, windowId: 2 });
  });

  it.each([
    { name: "an answer from inside a message", sender: SCRIPT },
    { name: "an answer from another add-on", sender: { ...PAGE, id: "other@example.org" } },
    { name: "an answer from a page that cannot be told", sender: { id: PAGE.id } },
  ])("refuses $name", async ({ sender }) => {
    const answer = vi.fn<Handlers["answer"]>();
    serveOnly({ answer });
    port.sender = sender;

    await expect(request("answer", ANSWER)).rejects.toThrow("No such request.");
    expect(answer).not.toHaveBeenCalled();
  });

  it.each([
    null,
    "answer",
    {},
    { request: 1 },
    { request: "toString", arguments: [] },
    { request: "nothing", arguments: [] },
  ])("refuses %j", async (message) => {
    serveOnly({});

    expect(await port.listener?.(message, PAGE)).toEqual({
      ok: false,
      message: "No such request.",
    });
  });
});
