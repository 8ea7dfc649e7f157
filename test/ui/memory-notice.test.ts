// @vitest-environment happy-dom
import { describe, expect, it, vi } from "vitest";
import type { MemoryState } from "../../src/app/ports.ts";
import { memoryNotice } from "../../src/ui/memory/memory-notice.ts";
import { reader } from "../core/words/english.ts";

interface Shown {
  readonly root: HTMLElement;
  readonly words: () => string;
  readonly press: () => void;
}

async function show(state: MemoryState, mend: () => Promise<MemoryState>): Promise<Shown> {
  const notice = memoryNotice({ read: () => Promise.resolve(state), mend }, reader());
  await notice.look();
  return {
    root: notice.root,
    words: () => notice.root.textContent,
    press: () => notice.root.querySelector<HTMLElement>("[data-action='mend-memory']")?.click(),
  };
}

const never = (): Promise<never> => Promise.reject(new Error("nobody pressed anything"));

describe("the notice about the memory", () => {
  it("is empty where everything is kept", async () => {
    expect((await show("kept", never)).root.childElementCount).toBe(0);
  });

  it.each([
    { state: "full", help: "Make room on the disk", remedy: "Try again" },
    { state: "newer", help: "Update Convene", remedy: "Rebuild from my mail" },
    { state: "damaged", help: "can be rebuilt from your mail", remedy: "Rebuild from my mail" },
    { state: "lost", help: "can be rebuilt from your mail", remedy: "Rebuild from my mail" },
  ] as const)("says what $state means and what helps", async ({ state, help, remedy }) => {
    const { root, words } = await show(state, never);
    expect(root.querySelector<HTMLElement>(".memory-state")?.dataset["memory"]).toBe(state);
    expect(words()).toContain(
      state === "lost" ? "remembers again from now on" : "is forgotten soon",
    );
    expect(words()).toContain(help);
    expect(root.querySelector("button")?.textContent).toBe(remedy);
  });

  it("is gone once everything is kept again, and says so", async () => {
    const { root, words, press } = await show("damaged", () => Promise.resolve("kept"));
    press();
    await vi.waitFor(() => {
      expect(words()).toBe("Convene remembers again.");
    });
    expect(root.querySelector("button")).toBeNull();
  });

  it.each([
    ["another trouble", () => Promise.resolve("full" as const)],
    ["no answer", () => Promise.reject(new Error("gone"))],
  ])("stays after %s, and can be asked again", async (_, mend) => {
    const { root, words, press } = await show("full", mend);
    press();
    await vi.waitFor(() => {
      expect(words()).toContain("That did not help");
    });
    expect(root.querySelector("button")?.disabled).toBe(false);
  });

  it("leaves alone what is shown where nobody answers", async () => {
    const notice = memoryNotice({ read: never, mend: never }, reader());
    await notice.look();
    expect(notice.root.childElementCount).toBe(0);
  });
});
