// @vitest-environment happy-dom
import { describe, expect, it, vi } from "vitest";
import type { ImportView } from "../../../src/app/options.ts";
import type { OptionsDesk } from "../../../src/ui/options/options-desk.ts";
import { deskWith, draw, fieldOf, find, OPTIONS } from "./scene.ts";

/** Chooses a file, as its dialog would. */
function choose(main: HTMLElement, text: string, size = text.length): void {
  const file = new File([text], "convene.json", { type: "application/json" });
  Object.defineProperty(file, "size", { value: size });
  const input = fieldOf(main, "import");
  Object.defineProperty(input, "files", { value: [file], configurable: true });
  input.dispatchEvent(new Event("change"));
}

async function question(main: HTMLElement): Promise<HTMLElement> {
  await vi.waitFor(() => {
    find(main, ".question");
  });
  return find(main, ".question");
}

describe("what is remembered", () => {
  it.each([
    { events: 0, words: "0 events are remembered." },
    { events: 1, words: "1 event is remembered." },
    { events: 1234, words: "1,234 events are remembered." },
  ])("is counted: $events", ({ events, words }) => {
    const main = draw({ ...OPTIONS, events }, deskWith());

    expect(find(main, ".record-events").textContent).toBe(words);
  });

  it("is exported into a file with the day in its name", async () => {
    const save = vi.fn<OptionsDesk["save"]>();
    const desk = deskWith({ save, exportLedger: () => Promise.resolve("{}") });
    find(draw(OPTIONS, desk), "[data-action='export']").click();

    await vi.waitFor(() => {
      expect(save).toHaveBeenCalledWith("convene-2026-11-30.json", "{}");
    });
    expect(desk.sentences).toEqual(["A file with 12 events is ready to be saved."]);
  });
});

describe("an import", () => {
  it.each<{ view: ImportView; says: string[]; not: string[] }>([
    {
      view: { kind: "readable", events: 3, added: 2, completed: 1 },
      says: ["It holds 3 events.", "New here: 2 events.", "adds to it: 1 event."],
      not: ["known already"],
    },
    {
      view: { kind: "readable", events: 3, added: 3, completed: 0 },
      says: ["New here: 3 events."],
      not: ["adds to"],
    },
    {
      view: { kind: "readable", events: 3, added: 0, completed: 0 },
      says: ["Everything in it is known already."],
      not: ["New here"],
    },
  ])("tells what it would bring before it does: $view", async ({ view, says, not }) => {
    const importLedger = vi.fn<OptionsDesk["importLedger"]>();
    const desk = deskWith({ importLedger, previewImport: () => Promise.resolve(view) });
    const main = draw(OPTIONS, desk);
    choose(main, "{}");
    const { textContent } = await question(main);

    for (const words of says) {
      expect(textContent).toContain(words);
    }
    for (const words of not) {
      expect(textContent).not.toContain(words);
    }
    expect(textContent).toContain("Import only what you exported yourself");
    expect(importLedger).not.toHaveBeenCalled();
  });

  it("brings the file's text after the second click, and shows the page anew", async () => {
    const view: ImportView = { kind: "readable", events: 1, added: 1, completed: 0 };
    const importLedger = vi.fn<OptionsDesk["importLedger"]>().mockResolvedValue(view);
    const refresh = vi.fn<OptionsDesk["refresh"]>().mockResolvedValue();
    const desk = deskWith({ importLedger, refresh, previewImport: () => Promise.resolve(view) });
    const main = draw(OPTIONS, desk);
    choose(main, '{"version": 1}');
    find(await question(main), "[data-action='confirm']").click();

    await vi.waitFor(() => {
      expect(desk.sentences).toEqual(["The file was imported."]);
    });
    expect(importLedger).toHaveBeenCalledExactlyOnceWith('{"version": 1}');
    expect(refresh).toHaveBeenCalledOnce();
  });

  it.each([
    { because: "not-json", words: "is not a record of events" },
    { because: "not-a-ledger", words: "is not a complete record" },
    { because: "newer-version", words: "newer version of Convene" },
  ] as const)("says why a file is none: $because", async ({ because, words }) => {
    const desk = deskWith({
      previewImport: () => Promise.resolve({ kind: "unreadable", because }),
    });
    const main = draw(OPTIONS, desk);
    choose(main, "BEGIN:VCALENDAR");

    await vi.waitFor(() => {
      expect(desk.sentences.join()).toContain(words);
    });
    expect(main.querySelector(".question")).toBeNull();
  });

  it("does not even read a file that is too large", async () => {
    const desk = deskWith();
    choose(draw(OPTIONS, desk), "{}", 65 * 1024 * 1024);

    await vi.waitFor(() => {
      expect(desk.sentences.join()).toContain("too large");
    });
  });
});

describe("forgetting", () => {
  it.each([
    { action: "forget", asked: "forget", title: "Forget all events?", told: "were forgotten" },
    { action: "reset", asked: "reset", title: "Reset all settings?", told: "first day" },
  ] as const)("asks before it does: $action", async ({ action, asked, title, told }) => {
    const doIt = vi.fn().mockResolvedValue(OPTIONS);
    const refresh = vi.fn<OptionsDesk["refresh"]>().mockResolvedValue();
    const desk = deskWith({ [asked]: doIt, refresh });
    const main = draw(OPTIONS, desk);
    find(main, `[data-action='${action}']`).click();
    const asking = await question(main);

    expect(document.activeElement?.textContent).toBe(title);
    expect(doIt).not.toHaveBeenCalled();
    find(asking, "[data-action='confirm']").click();
    await vi.waitFor(() => {
      expect(desk.sentences.join()).toContain(told);
    });
    expect(doIt).toHaveBeenCalledOnce();
    expect(refresh).toHaveBeenCalledOnce();
  });

  it.each([
    {
      how: "Cancel",
      cancel: (asking: HTMLElement): void => {
        find(asking, "[data-action='cancel']").click();
      },
    },
    {
      how: "Escape",
      cancel: (asking: HTMLElement): void => {
        asking.dispatchEvent(new KeyboardEvent("keydown", { key: "Escape" }));
      },
    },
  ])("can be cancelled, and the focus goes back: $how", async ({ cancel }) => {
    const main = draw(OPTIONS, deskWith());
    const opener = find(main, "[data-action='forget']");
    opener.focus();
    opener.click();
    cancel(await question(main));

    expect(main.querySelector(".question")).toBeNull();
    expect(document.activeElement).toBe(opener);
  });
});

describe("the page", () => {
  it("names every part and every field, each id once", () => {
    const main = draw(OPTIONS, deskWith());
    const ids = [...main.querySelectorAll("[id]")].map(({ id }) => id);

    expect(new Set(ids).size).toBe(ids.length);
    for (const section of main.querySelectorAll("section[data-setting]")) {
      const heading = document.getElementById(section.getAttribute("aria-labelledby") ?? "");
      expect(heading?.textContent).toBeTruthy();
    }
    for (const input of main.querySelectorAll("input")) {
      const label = input.labels?.[0]?.textContent ?? input.getAttribute("aria-label");
      expect(label).toBeTruthy();
    }
    for (const button of main.querySelectorAll("button")) {
      expect(button.textContent).toBeTruthy();
    }
  });
});
