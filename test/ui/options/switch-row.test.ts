// @vitest-environment happy-dom
import { describe, expect, it, vi } from "vitest";
import { choose, deskWith, draw, fieldOf, find, OPTIONS, optionsWith } from "./scene.ts";

function box(main: HTMLElement): HTMLInputElement {
  return fieldOf(main, "copy");
}

describe("the answer as a file besides", () => {
  it.each([true, false])("is shown as it is: %s", (attachCopy) => {
    expect(box(draw(optionsWith({ attachCopy }), deskWith())).checked).toBe(attachCopy);
  });

  it.each([
    { on: true, words: "From now on a file is attached" },
    { on: false, words: "no file is attached" },
  ])("is saved at once: $on", async ({ on, words }) => {
    const options = optionsWith({ attachCopy: on });
    const change = vi.fn().mockResolvedValue({ kind: "saved", options });
    const desk = deskWith({ change });
    const main = draw(optionsWith({ attachCopy: !on }), desk);
    box(main).click();

    await vi.waitFor(() => {
      expect(desk.sentences.join()).toContain(words);
    });
    expect(change).toHaveBeenCalledWith({ setting: "attachCopy", on });
    expect(box(main).checked).toBe(on);
  });

  it("stays as it was where it could not be saved", async () => {
    vi.spyOn(console, "error").mockReturnValue();
    const desk = deskWith({ change: () => Promise.reject(new Error("The disk is full.")) });
    const main = draw(OPTIONS, desk);
    box(main).click();

    await vi.waitFor(() => {
      expect(desk.sentences.join()).toContain("The disk is full.");
    });
    expect(box(main).checked).toBe(false);
    expect(box(main).disabled).toBe(false);
  });

  it("cannot be changed where an administrator set it", () => {
    const main = draw(optionsWith({ attachCopy: true }, { locked: ["attachCopy"] }), deskWith());

    expect(box(main).disabled).toBe(true);
    expect(find(main, "[data-setting='copy']").textContent).toContain("Your administrator");
  });
});

describe("every switch", () => {
  const fields = [...draw(OPTIONS, deskWith()).querySelectorAll("input[type='checkbox']")].map(
    (each) => (each as HTMLInputElement).dataset["field"] ?? "",
  );

  it.each(fields)("says that it was changed, in words that there are: %s", async (field) => {
    const change = vi.fn().mockResolvedValue({ kind: "saved", options: OPTIONS });
    const desk = deskWith({ change });
    fieldOf(draw(OPTIONS, desk), field).click();

    await vi.waitFor(() => {
      expect(desk.sentences).toHaveLength(1);
    });
    expect(desk.sentences.join()).toMatch(/\w/u);
  });
});

describe("how answers leave", () => {
  it("is explained step by step where they wait in the Outbox", () => {
    const sending = find(draw(OPTIONS, deskWith()), "[data-setting='sending']");

    expect(sending.textContent).toContain("Send Unsent Messages");
    expect(sending.querySelectorAll("ol > li")).toHaveLength(3);
    expect(sending.textContent).toContain("mailnews.sendInBackground");
  });

  it("needs no steps where they leave at once", () => {
    const main = draw({ ...OPTIONS, sendsAtOnce: true }, deskWith());
    const sending = find(main, "[data-setting='sending']");

    expect(sending.textContent).toContain("as soon as you click");
    expect(sending.textContent).not.toContain("Send Unsent Messages");
    expect(sending.querySelector("li")).toBeNull();
  });

  it("is chosen where there is a choice, and explained anew", async () => {
    const outbox = optionsWith({ transport: "outbox" }, { sendsAtOnce: true });
    const change = vi.fn().mockResolvedValue({ kind: "saved", options: outbox });
    const desk = deskWith({ change });
    const main = draw({ ...OPTIONS, sendsAtOnce: true }, desk);
    choose(main, "transport", "outbox");

    await vi.waitFor(() => {
      expect(desk.sentences).toEqual(["Saved."]);
    });
    expect(change).toHaveBeenCalledWith({ setting: "transport", to: "outbox" });
    expect(find(main, "[data-setting='sending']").textContent).toContain("Send Unsent Messages");
  });

  it("offers no choice where there is none", () => {
    const main = draw(OPTIONS, deskWith());

    expect(main.querySelector("[data-field='transport'], [data-field='copies']")).toBeNull();
  });
});

describe("a setting that needs a permission", () => {
  const missing = { tagAnswered: ["messagesTags"] } as const;
  const tagged = optionsWith({ tagAnswered: true });

  it("is off without it, and says that Thunderbird asks", () => {
    const main = draw(optionsWith({ tagAnswered: true }, { missing }), deskWith());

    expect(fieldOf(main, "tag").checked).toBe(false);
    expect(find(main, "#tag-text").textContent).toContain("asks for your permission");
    expect(find(main, "#read-text").textContent).toBe("");
  });

  it("is switched on once it is allowed", async () => {
    const allow = vi.fn().mockResolvedValue(true);
    const change = vi.fn().mockResolvedValue({ kind: "saved", options: tagged });
    const refresh = vi.fn().mockResolvedValue(undefined);
    const desk = deskWith({ allow, change, refresh });
    const main = draw(optionsWith({}, { missing }), desk);
    fieldOf(main, "tag").click();

    await vi.waitFor(() => {
      expect(desk.sentences).toEqual(["Saved."]);
    });
    expect(allow).toHaveBeenCalledWith(["messagesTags"]);
    expect(change).toHaveBeenCalledWith({ setting: "tagAnswered", on: true });
    expect(fieldOf(main, "tag").checked).toBe(true);
    expect(refresh).toHaveBeenCalledWith('[data-field="tag"]');
  });

  it("stays off where it is refused", async () => {
    const desk = deskWith({ allow: () => Promise.resolve(false) });
    const main = draw(optionsWith({}, { missing }), desk);
    fieldOf(main, "tag").click();

    await vi.waitFor(() => {
      expect(desk.sentences).toEqual(["Not allowed: this stays off."]);
    });
    expect(fieldOf(main, "tag").checked).toBe(false);
  });

  it("asks for nothing that is allowed, nor when it is switched off", async () => {
    const change = vi.fn().mockResolvedValue({ kind: "saved", options: OPTIONS });
    const desk = deskWith({ change });
    const main = draw(tagged, desk);
    fieldOf(main, "tag").click();

    await vi.waitFor(() => {
      expect(desk.sentences).toEqual(["Saved."]);
    });
    expect(change).toHaveBeenCalledWith({ setting: "tagAnswered", on: false });
  });
});
