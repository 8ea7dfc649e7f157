// @vitest-environment happy-dom
import { describe, expect, it, vi } from "vitest";
import type { SurroundingsView } from "../../src/app/card.ts";
import type { Desk } from "../../src/ui/card/desk.ts";
import { surroundingsView } from "../../src/ui/card/surroundings-view.ts";
import { reader } from "../core/words/english.ts";
import { card } from "./cards.ts";
import { desk } from "./desk.ts";

const WITHOUT_CALENDAR: SurroundingsView = {
  calendar: null,
  isThere: false,
  serverTells: false,
  hasCalendars: false,
  day: null,
  conflicts: [],
  occurrences: 0,
};

async function offered(
  changes: Partial<Desk>,
): Promise<{ root: HTMLElement; make: HTMLButtonElement }> {
  const root = surroundingsView({
    card: card(),
    reader: reader(),
    desk: desk({ surroundings: () => Promise.resolve(WITHOUT_CALENDAR), ...changes }),
  });
  const make = await vi.waitFor(() => {
    const found = root.querySelector<HTMLButtonElement>('button[data-action="make-calendar"]');
    expect(found).not.toBeNull();
    return found;
  });
  if (make === null) {
    throw new Error("No calendar is offered.");
  }
  return { root, make };
}

describe("the offer of a calendar", () => {
  it("is gone once there is one", async () => {
    const found = [WITHOUT_CALENDAR, { ...WITHOUT_CALENDAR, hasCalendars: true }];
    const { root, make } = await offered({
      surroundings: () => Promise.resolve(found.shift() ?? null),
      makeCalendar: () => Promise.resolve(true),
    });
    make.click();

    await vi.waitFor(() => {
      expect(root.querySelector("button")).toBeNull();
    });
  });

  it("says why none could be made, and can be taken again", async () => {
    const { root, make } = await offered({
      makeCalendar: () => Promise.reject(new Error("No space.")),
    });
    make.click();

    await vi.waitFor(() => {
      expect(root.querySelector('[role="status"]')?.textContent).toBe("No space.");
    });
    expect(make.disabled).toBe(false);
  });
});
