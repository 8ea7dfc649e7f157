// @vitest-environment happy-dom
import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { reader } from "../core/words/english.ts";

const thunderbird = vi.hoisted(() => ({
  tabs: [{ id: 7 }] as object[],
  respond: (request: string, args: unknown[]): unknown => [request, args],
  asked: [] as unknown[],
}));

vi.mock("webextension-polyfill", () => ({
  default: {
    tabs: { query: () => Promise.resolve(thunderbird.tabs) },
    i18n: {
      getMessage: (key: string, values: string[]) =>
        key === "@@bidi_dir" ? "rtl" : reader().translate(key, values),
      getUILanguage: () => "en-GB",
    },
    runtime: {
      getManifest: () => ({ homepage_url: "https://example.org/convene/" }),
      sendMessage: ({ request, arguments: args }: { request: string; arguments: unknown[] }) => {
        thunderbird.asked.push([request, ...args]);
        return Promise.resolve(thunderbird.respond(request, args)).then((value) => ({
          ok: true,
          value,
        }));
      },
    },
  },
}));

const page = readFileSync("src/ui/popup/popup.html", "utf8");

async function open(): Promise<HTMLElement> {
  vi.resetModules();
  document.documentElement.innerHTML = page
    .replace(/<script.*<\/script>/u, "")
    .replace(/<link.*>/gu, "");
  await import("../../src/ui/popup/popup.ts");
  const main = document.querySelector("main");
  if (main === null) {
    throw new Error("There is no main.");
  }
  await vi.waitFor(() => {
    expect(main.hasAttribute("aria-busy")).toBe(false);
  });
  return main;
}

describe("the popup", () => {
  beforeEach(() => {
    thunderbird.tabs = [{ id: 7 }];
    thunderbird.asked = [];
  });

  it("shows the message of its window's tab, in the user's language and direction", async () => {
    thunderbird.respond = () => ({ kind: "none", messageId: 3 });
    const main = await open();

    expect(thunderbird.asked).toEqual([
      ["lastInspected", 7],
      ["inspectDisplayed", 7],
    ]);
    expect(main.textContent).toContain("It contains no invitation.");
    expect(document.title).toBe("Invitation");
    expect(document.documentElement.lang).toBe("en-GB");
    expect(document.documentElement.dir).toBe("rtl");
  });

  it("asks nothing where there is no tab", async () => {
    thunderbird.tabs = [];
    const main = await open();

    expect(thunderbird.asked).toEqual([]);
    expect(main.textContent).toContain("Select a message");
  });

  it("reads the message again when asked to", async () => {
    thunderbird.respond = (request) =>
      request === "inspectAgain"
        ? { kind: "none", messageId: 3 }
        : { kind: "unreadable", messageId: 3, because: "not-downloaded" };
    const main = await open();
    main.querySelector<HTMLElement>("button[data-action='try-again']")?.click();

    await vi.waitFor(() => {
      expect(main.textContent).toContain("no invitation");
    });
    expect(thunderbird.asked).toEqual([
      ["lastInspected", 7],
      ["inspectDisplayed", 7],
      ["inspectAgain", 3],
    ]);
  });

  it("shows at once what was found before, which can be used when it is known to hold", async () => {
    const before = { kind: "none", messageId: 3 };
    let answer: (view: object) => void = () => undefined;
    const fresh = new Promise<object>((resolve) => {
      answer = resolve;
    });
    thunderbird.respond = (request) => (request === "lastInspected" ? before : fresh);
    const opened = open();
    await vi.waitFor(() => {
      expect(document.querySelector("main")?.textContent).toContain("no invitation");
    });
    const drawn = document.querySelector("main > *");
    expect(document.querySelector("main")?.inert).toBe(true);
    answer(before);
    const main = await opened;

    expect(main.inert).toBe(false);
    expect(main.firstElementChild).toBe(drawn);
  });

  it("shows what holds where that is something else", async () => {
    thunderbird.respond = (request) =>
      request === "lastInspected"
        ? { kind: "none", messageId: 3 }
        : { kind: "unreadable", messageId: 4, because: "not-downloaded" };
    const main = await open();

    expect(main.textContent).not.toContain("no invitation");
    expect(main.querySelector("[data-notice]")?.getAttribute("data-notice")).toBe("unreadable");
  });

  it("holds on to what holds where nothing is known from before", async () => {
    vi.spyOn(console, "warn").mockReturnValue();
    thunderbird.respond = (request) => {
      if (request === "lastInspected") {
        throw new Error("The background has just started.");
      }
      return { kind: "none", messageId: 3 };
    };
    const main = await open();

    expect(main.textContent).toContain("no invitation");
  });

  it("says with the add-on's own words that something went wrong", async () => {
    vi.spyOn(console, "error").mockReturnValue();
    thunderbird.respond = () => {
      throw new Error("The database cannot be opened.");
    };
    const main = await open();

    expect(main.textContent).toContain("Something went wrong");
    expect(main.textContent).toContain("The database cannot be opened.");
  });
});
