// @vitest-environment happy-dom
import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { reader } from "../../core/words/english.ts";
import { find, OPTIONS } from "./scene.ts";

const thunderbird = vi.hoisted(() => ({
  respond: (request: string): unknown => request,
  asked: [] as unknown[],
}));

const NO_SCAN = vi.hoisted(() => ({
  state: "never",
  done: 0,
  total: 0,
  counts: { read: 0, found: 0, tooLarge: 0, unreadable: 0 },
  remainingMs: null,
  endedAt: null,
  problem: null,
}));

vi.mock("webextension-polyfill", () => ({
  default: {
    i18n: {
      getMessage: (key: string, values: string[]) =>
        key === "@@bidi_dir" ? "rtl" : reader().translate(key, values),
      getUILanguage: () => "en-GB",
    },
    runtime: {
      sendMessage: ({ request, arguments: args }: { request: string; arguments: unknown[] }) => {
        if (request === "readMemory") {
          return Promise.resolve({ ok: true, value: "kept" });
        }
        thunderbird.asked.push([request, ...args]);
        const isScan = request === "readScan";
        const value = isScan ? NO_SCAN : thunderbird.respond(request);
        return Promise.resolve({ ok: true, value });
      },
    },
  },
}));

const page = readFileSync("src/ui/options/options.html", "utf8");

async function open(): Promise<HTMLElement> {
  vi.resetModules();
  document.documentElement.innerHTML = page
    .replace(/<script.*<\/script>/u, "")
    .replace(/<link.*>/gu, "");
  await import("../../../src/ui/options/options.ts");
  const main = find(document.body, "main");
  await vi.waitFor(() => {
    expect(main.hasAttribute("aria-busy")).toBe(false);
  });
  return main;
}

describe("the options page", () => {
  beforeEach(() => {
    thunderbird.asked = [];
    thunderbird.respond = () => OPTIONS;
  });

  it("shows every part, in the user's language and direction", async () => {
    const main = await open();
    const parts = [...main.querySelectorAll<HTMLElement>("[data-setting]")];

    expect(thunderbird.asked).toEqual([["readOptions"], ["readScan"]]);
    expect(parts.map(({ dataset }) => dataset["setting"])).toEqual([
      "aliases",
      "authserv",
      "templates",
      "language",
      "undo",
      "sending",
      "copy",
      "after",
      "notify",
      "mailbox",
      "record",
      "retention",
    ]);
    expect(document.title).toBe("Convene settings");
    expect(document.documentElement.lang).toBe("en-GB");
    expect(document.documentElement.dir).toBe("rtl");
  });

  it("tells aloud what became of a click", async () => {
    const main = await open();
    const told = find(document.body, ".told[role='status']");
    thunderbird.respond = () => ({ kind: "saved", options: OPTIONS });
    find(main, "[data-field='copy']").click();

    await vi.waitFor(() => {
      expect(told.textContent).toContain("no file is attached");
    });
    expect(told.getAttribute("aria-live")).toBe("polite");
  });

  it("goes on at the record after all events were forgotten", async () => {
    const main = await open();
    thunderbird.respond = (request) =>
      request === "readOptions" ? { ...OPTIONS, events: 0 } : undefined;
    find(main, "[data-action='forget']").click();
    find(main, "[data-action='confirm']").click();

    await vi.waitFor(() => {
      expect(find(main, ".record-events").textContent).toContain("0");
    });
    expect(thunderbird.asked).toContainEqual(["forgetEvents"]);
    expect(document.activeElement?.id).toBe("record-title");
  });

  it("says with the add-on's own words that something went wrong", async () => {
    vi.spyOn(console, "error").mockReturnValue();
    thunderbird.respond = () => {
      throw new Error("The database cannot be opened.");
    };
    const main = await open();

    expect(main.textContent).toContain("The database cannot be opened.");
  });
});
