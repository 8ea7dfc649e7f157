import { beforeEach, describe, expect, it, vi } from "vitest";
import type { MessageView } from "../../src/app/card.ts";
import { forgetViews, keepView, keptView, viewAtHand } from "../../src/messaging/found-views.ts";

const session = vi.hoisted(() => new Map<string, unknown>());

vi.mock("webextension-polyfill", () => ({
  default: {
    extension: { getBackgroundPage: () => globalThis },
    storage: {
      session: {
        set: (values: object) => {
          Object.entries(values).forEach(([key, value]) => session.set(key, value));
          return Promise.resolve();
        },
        get: (key?: string) =>
          Promise.resolve(
            key === undefined ? Object.fromEntries(session) : { [key]: session.get(key) },
          ),
        remove: (keys: string | string[]) => {
          [keys].flat().forEach((key) => session.delete(key));
          return Promise.resolve();
        },
      },
    },
  },
}));

const VIEW: MessageView = { kind: "none", messageId: 3 };

describe("what was found when a tab displayed its message", () => {
  beforeEach(() => {
    globalThis.foundViews = undefined;
    session.clear();
  });

  it("is at hand for the popup of that tab alone", () => {
    keepView(7, VIEW);

    expect(viewAtHand(7)).toEqual(VIEW);
    expect(viewAtHand(8)).toBeNull();
  });

  it("outlives the event page", async () => {
    keepView(7, VIEW);
    globalThis.foundViews = undefined;

    expect(viewAtHand(7)).toBeNull();
    expect(await keptView(7)).toEqual(VIEW);
    expect(await keptView(8)).toBeNull();
  });

  it("is gone while another message is inspected", async () => {
    keepView(7, VIEW);
    keepView(7, null);

    expect(viewAtHand(7)).toBeNull();
    expect(await keptView(7)).toBeNull();
  });

  it("is forgotten by a click, and nothing else with it", async () => {
    session.set("draft-1", "of the composer");
    keepView(7, VIEW);
    forgetViews();

    expect(viewAtHand(7)).toBeNull();
    await vi.waitFor(() => {
      expect([...session.keys()]).toEqual(["draft-1"]);
    });
  });
});
