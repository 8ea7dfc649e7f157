// @vitest-environment happy-dom
import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { reader } from "../core/words/english.ts";

const thunderbird = vi.hoisted(() => ({
  tabs: [{ id: 7 }] as object[],
  respond: (request: string, args: unknown[]): unknown => [request, args],
  asked: [] as unknown[],
  /** What the window of the event page holds; null while that does not run. */
  page: null as { foundViews?: Map<number, object> } | null,
  /** What storage.session holds. */
  kept: new Map<string, object>(),
  memory: "kept",
  askMemory: (): void => undefined,
}));

vi.mock("webextension-polyfill", () => ({
  default: {
    tabs: { query: () => Promise.resolve(thunderbird.tabs) },
    extension: { getBackgroundPage: () => thunderbird.page },
    storage: {
      session: { get: (key: string) => Promise.resolve({ [key]: thunderbird.kept.get(key) }) },
    },
    i18n: {
      getMessage: (key: string, values: string[]) =>
        key === "@@bidi_dir" ? "rtl" : reader().translate(key, values),
      getUILanguage: () => "en-GB",
    },
    runtime: {
      getManifest: () => ({ homepage_url: "https://example.org/convene/" }),
      sendMessage: ({ request, arguments: args }: { request: string; arguments: unknown[] }) => {
        if (request === "readMemory") {
          thunderbird.askMemory();
          return Promise.resolve({ ok: true, value: thunderbird.memory });
        }
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

/** As the badge opens it for a tab; without one before there was a badge. */
async function open(tab: number | null = 7): Promise<HTMLElement> {
  history.replaceState(null, "", tab === null ? "?" : `?tab=${tab}`);
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

function at(view: object): { foundViews: Map<number, object> } {
  return { foundViews: new Map([[7, view]]) };
}

describe("the popup", () => {
  beforeEach(() => {
    thunderbird.tabs = [{ id: 7 }];
    thunderbird.asked = [];
    thunderbird.page = null;
    thunderbird.kept.clear();
    thunderbird.memory = "kept";
    thunderbird.askMemory = () => undefined;
  });

  it("says above the card that nothing is remembered", async () => {
    thunderbird.respond = () => ({ kind: "none", messageId: 3 });
    thunderbird.memory = "full";
    await open();

    await vi.waitFor(() => {
      expect(document.querySelector("[data-memory='full']")?.textContent).toBe(
        "Convene’s memory is off: there is no room left to write.",
      );
    });
  });

  it("asks for that when the card can be used, and also where there is none", async () => {
    const busy: (string | null | undefined)[] = [];
    const ask = (): void => {
      busy.push(document.querySelector("main")?.getAttribute("aria-busy"));
    };
    thunderbird.askMemory = ask;
    thunderbird.respond = () => ({ kind: "none", messageId: 3 });
    await open();
    await vi.waitFor(() => {
      expect(busy).toEqual([null]);
    });

    vi.spyOn(console, "error").mockImplementationOnce(() => undefined);
    thunderbird.respond = () => Promise.reject(new Error("nobody knows"));
    thunderbird.memory = "damaged";
    await open();
    await vi.waitFor(() => {
      expect(document.querySelector("[data-memory='damaged']")).not.toBeNull();
    });
    expect(busy).toEqual([null, null]);
  });

  it("shows the message of its tab, in the user's language and direction", async () => {
    thunderbird.respond = () => ({ kind: "none", messageId: 3 });
    const main = await open();

    expect(thunderbird.asked).toEqual([["inspectDisplayed", 7]]);
    expect(main.textContent).toContain("It contains no invitation.");
    expect(document.title).toBe("Invitation");
    expect(document.documentElement.lang).toBe("en-GB");
    expect(document.documentElement.dir).toBe("rtl");
  });

  it("asks which tab is active where it is told none", async () => {
    thunderbird.tabs = [{ id: 9 }];
    thunderbird.respond = () => ({ kind: "none", messageId: 3 });
    await open(null);

    expect(thunderbird.asked).toEqual([["inspectDisplayed", 9]]);
  });

  it("asks nothing where there is no tab", async () => {
    thunderbird.tabs = [];
    const main = await open(null);

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
      ["inspectDisplayed", 7],
      ["inspectAgain", 3],
    ]);
  });

  it.each([
    ["the event page has found", (view: object) => (thunderbird.page = at(view))],
    ["it found in an earlier life", (view: object) => thunderbird.kept.set("found-7", view)],
  ])("shows at once what %s, which can be used when it is known to hold", async (_, hold) => {
    const before = { kind: "none", messageId: 3 };
    hold(before);
    let answer: (view: object) => void = () => undefined;
    thunderbird.respond = () =>
      new Promise<object>((resolve) => {
        answer = resolve;
      });
    const opened = open();
    await vi.waitFor(() => {
      expect(thunderbird.asked).toEqual([["inspectDisplayed", 7]]);
    });
    const main = document.querySelector("main");
    const drawn = document.querySelector("main > *");
    expect(main?.textContent).toContain("no invitation");
    expect(main?.inert).toBe(true);
    answer(before);
    await opened;

    expect(main?.inert).toBe(false);
    expect(main?.firstElementChild).toBe(drawn);
  });

  it("draws what the event page has found before it asks for anything", async () => {
    const view = { kind: "none", messageId: 3 };
    thunderbird.page = at(view);
    const shown: (string | undefined)[] = [];
    thunderbird.respond = () => {
      shown.push(document.querySelector("main")?.textContent);
      return view;
    };
    await open();

    expect(shown).toEqual([expect.stringContaining("no invitation")]);
  });

  it("shows what holds where that is something else", async () => {
    thunderbird.page = at({ kind: "none", messageId: 3 });
    thunderbird.respond = () => ({
      kind: "unreadable",
      messageId: 4,
      because: "not-downloaded",
    });
    const main = await open();

    expect(main.textContent).not.toContain("no invitation");
    expect(main.querySelector("[data-notice]")?.getAttribute("data-notice")).toBe("unreadable");
  });

  it("shows nothing that was found in another tab", async () => {
    thunderbird.page = { foundViews: new Map([[8, { kind: "none", messageId: 3 }]]) };
    thunderbird.respond = () => ({ kind: "unreadable", messageId: 4, because: "not-downloaded" });
    const main = await open();

    expect(main.textContent).not.toContain("no invitation");
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
