// @vitest-environment happy-dom
import { describe, expect, it, vi } from "vitest";
import type { ChangeResult } from "../../../src/app/options.ts";
import type { Refusal } from "../../../src/app/judged-change.ts";
import { choose, deskWith, draw, enter, fieldOf, find, OPTIONS, optionsWith } from "./scene.ts";

const TEAM = optionsWith({ aliases: ["team@example.org"] });

function section(main: HTMLElement): HTMLElement {
  return find(main, "[data-setting='aliases']");
}

function listed(main: HTMLElement): (string | undefined)[] {
  return [...section(main).querySelectorAll<HTMLElement>("[data-address]")].map(
    ({ dataset }) => dataset["address"],
  );
}

describe("the other addresses", () => {
  it("stand below those that Thunderbird knows, which cannot be removed", () => {
    const main = draw(TEAM, deskWith());

    expect(listed(main)).toEqual(["me@example.org", "mia@work.example.com", "team@example.org"]);
    expect(section(main).querySelectorAll("[data-action='remove-alias']")).toHaveLength(1);
  });

  it("say what is missing", () => {
    const main = draw({ ...OPTIONS, own: [] }, deskWith());

    expect(section(main).textContent).toContain("set up an account");
    expect(section(main).textContent).toContain("None so far.");
  });

  it("take another one, and the field is ready for the next", async () => {
    const change = vi.fn().mockResolvedValue({ kind: "saved", options: TEAM });
    const desk = deskWith({ change });
    const main = draw(OPTIONS, desk);
    enter(main, "alias", " team@example.org ");

    await vi.waitFor(() => {
      expect(listed(main)).toContain("team@example.org");
    });
    const input = fieldOf(main, "alias");
    expect(change).toHaveBeenCalledWith({ setting: "aliases", add: "team@example.org" });
    expect(input.value).toBe("");
    expect(document.activeElement).toBe(input);
    expect(desk.sentences.join()).toContain("team@example.org was added");
  });

  it.each<{ because: Refusal; words: string }>([
    { because: "not-an-address", words: "name@example.org" },
    { because: "already-yours", words: "already among yours" },
    { because: "too-many", words: "The list is full" },
    { because: "locked", words: "Your administrator" },
  ])("say why one is refused: $because", async ({ because, words }) => {
    const desk = deskWith({ change: () => Promise.resolve({ kind: "refused", because }) });
    const main = draw(OPTIONS, desk);
    enter(main, "alias", "nobody");

    await vi.waitFor(() => {
      expect(find(section(main), "[role='alert']").textContent).toContain(words);
    });
    const input = fieldOf(main, "alias");
    expect(input.value).toBe("nobody");
    expect(input.getAttribute("aria-invalid")).toBe("true");
    expect(input.getAttribute("aria-describedby")).toContain(
      find(section(main), "[role='alert']").id,
    );
    expect(desk.sentences).toEqual([]);
  });

  it("complain no longer once one is taken", async () => {
    const answers: ChangeResult[] = [
      { kind: "refused", because: "not-an-address" },
      { kind: "saved", options: TEAM },
    ];
    const main = draw(
      OPTIONS,
      deskWith({
        change: () => Promise.resolve(answers.shift() ?? { kind: "saved", options: TEAM }),
      }),
    );
    const alert = find(section(main), "[role='alert']");
    enter(main, "alias", "nobody");
    await vi.waitFor(() => {
      expect(alert.textContent).not.toBe("");
    });
    enter(main, "alias", "team@example.org");

    await vi.waitFor(() => {
      expect(alert.textContent).toBe("");
    });
    expect(find(main, "[data-field='alias']").getAttribute("aria-invalid")).toBe("false");
  });

  it("lose one, by a button that names it", async () => {
    const change = vi.fn().mockResolvedValue({ kind: "saved", options: OPTIONS });
    const main = draw(TEAM, deskWith({ change }));
    const remove = find(main, "[data-action='remove-alias']");

    expect(remove.getAttribute("aria-label")).toContain("team@example.org");
    remove.click();
    await vi.waitFor(() => {
      expect(listed(main)).not.toContain("team@example.org");
    });
    expect(change).toHaveBeenCalledWith({ setting: "aliases", remove: "team@example.org" });
    expect(document.activeElement).toBe(find(main, "[data-field='alias']"));
  });

  it("can only be looked at where an administrator set them", () => {
    const main = draw(optionsWith(TEAM.settings, { locked: ["aliases"] }), deskWith());

    expect(listed(main)).toContain("team@example.org");
    expect(section(main).textContent).toContain("Your administrator set this");
    expect(section(main).querySelector("button, input")).toBeNull();
  });

  it("tell that the change did not work", async () => {
    vi.spyOn(console, "error").mockReturnValue();
    const desk = deskWith({ change: () => Promise.reject(new Error("The disk is full.")) });
    enter(draw(OPTIONS, desk), "alias", "team@example.org");

    await vi.waitFor(() => {
      expect(desk.sentences.join()).toContain("The disk is full.");
    });
  });

  it("can be answered from one of the user's identities", async () => {
    const options = optionsWith({
      aliases: ["team@example.org"],
      aliasIdentities: { "team@example.org": "mia@work.example.com" },
    });
    const change = vi.fn().mockResolvedValue({ kind: "saved", options });
    const desk = deskWith({ change });
    const main = draw(TEAM, desk);
    const field = "identity-of-team@example.org";
    expect(fieldOf(main, field).value).toBe("");
    choose(main, field, "mia@work.example.com");

    await vi.waitFor(() => {
      expect(desk.sentences).toEqual(["Saved."]);
    });
    expect(change).toHaveBeenCalledWith({
      setting: "aliasIdentities",
      alias: "team@example.org",
      identity: "mia@work.example.com",
    });
    expect(fieldOf(main, field).value).toBe("mia@work.example.com");
  });

  it("offer no choice to who has one identity", () => {
    const main = draw({ ...TEAM, own: ["me@example.org"] }, deskWith());

    expect(section(main).querySelector("select")).toBeNull();
  });
});
