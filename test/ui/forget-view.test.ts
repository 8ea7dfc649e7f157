// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Desk } from "../../src/ui/card/desk.ts";
import { forgetView } from "../../src/ui/card/forget-view.ts";
import { reader } from "../core/words/english.ts";
import { card } from "./cards.ts";
import { desk } from "./desk.ts";

afterEach(() => {
  document.body.replaceChildren();
});

function show(forgetEvent: Desk["forgetEvent"]): HTMLElement {
  const root = forgetView({ card: card(), reader: reader(), desk: desk({ forgetEvent }) });
  if (root === null) {
    throw new Error("The card offers nothing to forget.");
  }
  document.body.append(root);
  return root;
}

function button(root: HTMLElement, forget: string): HTMLButtonElement {
  const found = root.querySelector<HTMLButtonElement>(`button[data-forget="${forget}"]`);
  if (found === null) {
    throw new Error(`There is no ${forget}.`);
  }
  return found;
}

function press(root: HTMLElement, ...forget: readonly string[]): void {
  for (const name of forget) {
    button(root, name).click();
  }
}

const FORGOTTEN = "This event is forgotten. What you look at next is remembered again.";
const FAILED = "The event was not forgotten: No space.";

describe("forgetting the event of a card", () => {
  it("takes a second click, and says that it is done", async () => {
    const forgetEvent = vi.fn<Desk["forgetEvent"]>().mockResolvedValue();
    const root = show(forgetEvent);
    press(root, "ask");
    expect(forgetEvent).not.toHaveBeenCalled();

    press(root, "confirm");
    await vi.waitFor(() => {
      expect(root.textContent).toBe(FORGOTTEN);
    });
    expect(forgetEvent).toHaveBeenCalledWith(card().ref.uid);
  });

  it("says why it failed, and can be tried again", async () => {
    const forgetEvent = vi
      .fn<Desk["forgetEvent"]>()
      .mockRejectedValueOnce(new Error("No space."))
      .mockResolvedValue();
    const root = show(forgetEvent);
    press(root, "ask", "confirm");
    await vi.waitFor(() => {
      expect(root.querySelector('[role="status"]')?.textContent).toBe(FAILED);
    });
    expect(document.activeElement).toBe(button(root, "confirm"));

    press(root, "confirm");
    await vi.waitFor(() => {
      expect(root.textContent).toBe(FORGOTTEN);
    });
  });

  it("says nothing of a failure any more where the event is kept after it", async () => {
    const root = show(() => Promise.reject(new Error("No space.")));
    press(root, "ask", "confirm");
    await vi.waitFor(() => {
      expect(root.textContent).toContain(FAILED);
    });
    press(root, "cancel", "ask");

    expect(root.textContent).not.toContain(FAILED);
  });
});
