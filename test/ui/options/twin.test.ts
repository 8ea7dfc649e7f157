// @vitest-environment happy-dom
import { describe, expect, it, vi } from "vitest";
import { deskWith, draw, find, OPTIONS } from "./scene.ts";

const RESTING = { ...OPTIONS, twin: "resting" } as const;
const TAKEN = { kind: "readable", events: 2, added: 2, completed: 0 } as const;

describe("the other edition in the settings", () => {
  it("is not spoken of where it is not there", () => {
    const main = draw(OPTIONS, deskWith());

    expect(main.querySelector("[data-twin], [data-action='take-over']")).toBeNull();
  });

  it("that does the work is named, with what to do", () => {
    const said = find(draw({ ...OPTIONS, twin: "at-work" }, deskWith()), "[data-twin='at-work']");

    expect(said.textContent).toContain("Convene is resting");
    expect(said.textContent).toContain("Remove or disable one of them");
  });

  it.each([
    { taken: TAKEN, words: "What Convene knew is known here now." },
    { taken: null, words: "Convene did not answer. Is it still installed and enabled?" },
  ])("that rests gives what it knows by one click: $words", async ({ taken, words }) => {
    const refresh = vi.fn().mockResolvedValue(undefined);
    const desk = deskWith({ takeOver: () => Promise.resolve(taken), refresh });
    find(draw(RESTING, desk), "[data-action='take-over']").click();

    await vi.waitFor(() => {
      expect(desk.sentences).toEqual([words]);
    });
    expect(refresh).toHaveBeenCalledOnce();
  });
});
