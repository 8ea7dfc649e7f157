// @vitest-environment happy-dom
import { describe, expect, it, vi } from "vitest";
import { deskWith, draw, enter, fieldOf, find, OPTIONS, optionsWith } from "./scene.ts";

const LATE = "I will be late.";

describe("sentences for comments", () => {
  it("are none at first", () => {
    const page = draw(OPTIONS, deskWith());

    expect(find(page, '[data-setting="templates"]').textContent).toContain("None so far.");
  });

  it("are added by Enter, and the field is free for the next", async () => {
    const change = vi.fn().mockResolvedValue({
      kind: "saved",
      options: optionsWith({ templates: [LATE] }),
    });
    const desk = deskWith({ change });
    const page = draw(OPTIONS, desk);
    enter(page, "template", LATE);

    await vi.waitFor(() => {
      expect(desk.sentences).toEqual(["The sentence was added."]);
    });
    expect(change).toHaveBeenCalledWith({ setting: "templates", add: LATE });
    expect(find(page, "[data-template]").textContent).toContain(LATE);
    expect(fieldOf(page, "template").value).toBe("");
  });

  it("that are refused stay in the field, with the reason", async () => {
    const page = draw(
      OPTIONS,
      deskWith({ change: () => Promise.resolve({ kind: "refused", because: "list-full" }) }),
    );
    enter(page, "template", LATE);

    await vi.waitFor(() => {
      expect(find(page, "#template-problem").textContent).toContain("list is full");
    });
    expect(fieldOf(page, "template").value).toBe(LATE);
  });

  it("can be removed one by one", async () => {
    const change = vi.fn().mockResolvedValue({ kind: "saved", options: OPTIONS });
    const page = draw(optionsWith({ templates: [LATE, "Sorry"] }), deskWith({ change }));
    const remove = find(page, `[data-template="${LATE}"] button`);
    remove.click();

    expect(remove.getAttribute("aria-label")).toContain(LATE);
    await vi.waitFor(() => {
      expect(page.querySelectorAll("[data-template]")).toHaveLength(0);
    });
    expect(change).toHaveBeenCalledWith({ setting: "templates", remove: LATE });
  });

  it("of an administrator cannot be changed", () => {
    const page = draw(optionsWith({ templates: [LATE] }, { locked: ["templates"] }), deskWith());
    const section = find(page, '[data-setting="templates"]');

    expect(section.textContent).toContain(LATE);
    expect(section.querySelectorAll("button, input")).toHaveLength(0);
  });
});
