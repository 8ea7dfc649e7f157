// @vitest-environment happy-dom
import { describe, expect, it, vi } from "vitest";
import { deskWith, draw, fieldOf, OPTIONS, optionsWith } from "./scene.ts";

describe("the language of answers", () => {
  it("is the user's at first", () => {
    expect(fieldOf(draw(OPTIONS, deskWith()), "reply-language").checked).toBe(false);
  });

  it("can be the organizer's", async () => {
    const change = vi.fn().mockResolvedValue({
      kind: "saved",
      options: optionsWith({ replyLanguage: "invitation" }),
    });
    const desk = deskWith({ change });
    const box = fieldOf(draw(OPTIONS, desk), "reply-language");
    box.click();

    await vi.waitFor(() => {
      expect(desk.sentences).toHaveLength(1);
    });
    expect(change).toHaveBeenCalledWith({ setting: "replyLanguage", language: "invitation" });
    expect(box.checked).toBe(true);
  });

  it("that an administrator chose is fixed", () => {
    const page = draw(
      optionsWith({ replyLanguage: "invitation" }, { locked: ["replyLanguage"] }),
      deskWith(),
    );

    expect(fieldOf(page, "reply-language")).toMatchObject({ checked: true, disabled: true });
  });
});
