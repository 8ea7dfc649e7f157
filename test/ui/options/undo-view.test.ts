// @vitest-environment happy-dom
import { describe, expect, it, vi } from "vitest";
import { deskWith, draw, fieldOf, OPTIONS, optionsWith } from "./scene.ts";

function list(page: HTMLElement): HTMLSelectElement {
  const found = page.querySelector<HTMLSelectElement>("[data-field='undo-seconds']");
  if (found === null) {
    throw new Error("There is no list.");
  }
  return found;
}

function choose(page: HTMLElement, value: string): void {
  list(page).value = value;
  list(page).dispatchEvent(new Event("change"));
}

describe("the time to take an answer back", () => {
  it("is shown as it is, also where it is none of those offered", () => {
    expect(list(draw(OPTIONS, deskWith())).value).toBe("5");
    expect(list(draw(optionsWith({ undoSeconds: 7 }), deskWith())).value).toBe("7");
  });

  it("can be none", async () => {
    const options = optionsWith({ undoSeconds: 0 });
    const change = vi.fn().mockResolvedValue({ kind: "saved", options });
    const desk = deskWith({ change });
    const page = draw(OPTIONS, desk);
    choose(page, "0");
    await vi.waitFor(() => {
      expect(desk.sentences).toEqual(["Saved."]);
    });

    expect(change).toHaveBeenCalledWith({ setting: "undoSeconds", seconds: 0 });
    expect(list(page).value).toBe("0");
  });

  it("stays as it was where it was not saved", async () => {
    const desk = deskWith({
      change: () => Promise.resolve({ kind: "refused", because: "locked" }),
    });
    const page = draw(OPTIONS, desk);
    choose(page, "60");
    await vi.waitFor(() => {
      expect(desk.sentences).toHaveLength(1);
    });

    expect(list(page).value).toBe("5");
  });

  it("that an administrator chose is fixed", () => {
    const options = optionsWith({ undoSeconds: 10 }, { locked: ["undoSeconds"] });

    expect(list(draw(options, deskWith()))).toMatchObject({ value: "10", disabled: true });
  });
});

describe.each([
  { setting: "askBeforeSending", field: "ask" },
  { setting: "alwaysEdit", field: "edit" },
] as const)("the switch $setting", ({ setting, field }) => {
  it("is off at first, and can be switched on", async () => {
    const options = optionsWith({ [setting]: true });
    const change = vi.fn().mockResolvedValue({ kind: "saved", options });
    const desk = deskWith({ change });
    const box = fieldOf(draw(OPTIONS, desk), field);
    expect(box.checked).toBe(false);
    box.click();
    await vi.waitFor(() => {
      expect(desk.sentences).toEqual(["Saved."]);
    });

    expect(change).toHaveBeenCalledWith({ setting, on: true });
    expect(box.checked).toBe(true);
  });

  it("is fixed where an administrator set it", () => {
    const options = optionsWith({ [setting]: true }, { locked: [setting] });

    expect(fieldOf(draw(options, deskWith()), field)).toMatchObject({
      checked: true,
      disabled: true,
    });
  });
});
