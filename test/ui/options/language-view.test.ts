// @vitest-environment happy-dom
import { describe, expect, it, vi } from "vitest";
import { choose, deskWith, draw, fieldOf, find, OPTIONS, optionsWith } from "./scene.ts";

describe("the language of answers", () => {
  it("is the user's at first", () => {
    expect(fieldOf(draw(OPTIONS, deskWith()), "language").value).toBe("user");
  });

  it("can be the invitation's", async () => {
    const change = vi.fn().mockResolvedValue({
      kind: "saved",
      options: optionsWith({ replyLanguage: "invitation" }),
    });
    const desk = deskWith({ change });
    const page = draw(OPTIONS, desk);
    choose(page, "language", "invitation");

    await vi.waitFor(() => {
      expect(desk.sentences).toEqual(["Saved."]);
    });
    expect(change).toHaveBeenCalledWith({ setting: "replyLanguage", to: "invitation" });
    expect(fieldOf(page, "language").value).toBe("invitation");
  });

  it("stays as it was where it could not be saved", async () => {
    vi.spyOn(console, "error").mockReturnValue();
    const desk = deskWith({ change: () => Promise.reject(new Error("The disk is full.")) });
    const page = draw(OPTIONS, desk);
    choose(page, "language", "invitation");

    await vi.waitFor(() => {
      expect(desk.sentences.join()).toContain("The disk is full.");
    });
    expect(fieldOf(page, "language")).toMatchObject({ value: "user", disabled: false });
  });

  it("that an administrator chose is fixed", () => {
    const page = draw(
      optionsWith({ replyLanguage: "invitation" }, { locked: ["replyLanguage"] }),
      deskWith(),
    );

    expect(fieldOf(page, "language")).toMatchObject({ value: "invitation", disabled: true });
    expect(find(page, "[data-setting='language']").textContent).toContain("Your administrator");
  });
});
