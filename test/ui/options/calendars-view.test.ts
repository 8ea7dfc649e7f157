// @vitest-environment happy-dom
import { describe, expect, it, vi } from "vitest";
import type { OptionsView } from "../../../src/app/options.ts";
import { choose, deskWith, draw, fieldOf, find, OPTIONS, optionsWith } from "./scene.ts";

const CALENDARS = [
  { id: "home", name: "Home", color: "#3366cc" },
  { id: "work", name: "Größe", color: "#c03030" },
];

function pageWith(settings: Partial<OptionsView["settings"]>, changes: object = {}): HTMLElement {
  return draw(optionsWith(settings, { calendars: CALENDARS, ...changes }), deskWith());
}

function textsOf(list: HTMLElement): readonly (string | null)[] {
  return [...list.children].map(({ textContent }) => textContent);
}

describe("the calendars in the settings", () => {
  it("are not spoken of where none can be reached", () => {
    const page = draw(OPTIONS, deskWith());

    expect(page.querySelector("[data-setting='calendars']")).toBeNull();
    expect(page.querySelector("[data-group='calendar']")).toBeNull();
  });

  it("are named in their colours", () => {
    const names = find(pageWith({}), ".calendar-names");

    expect(textsOf(names)).toEqual(["Home", "Größe"]);
    expect(find(names, "[data-calendar='work'] .calendar-dot").style.backgroundColor).toBe(
      "#c03030",
    );
  });

  it("are offered for each address, to be asked for at first", () => {
    const page = pageWith({});

    expect(textsOf(fieldOf(page, "calendar-of-id1"))).toEqual([
      "Ask me once",
      "No calendar",
      "Home",
      "Größe",
    ]);
    expect(find(page, "label[for='calendar-of-id2-choice']").textContent).toContain(
      "mia@work.example.com",
    );
    expect(fieldOf(page, "calendar-of-id1").value).toBe("");
  });

  it.each([
    ["work", "work"],
    ["none", "none"],
    ["gone", ""],
  ])("show the choice of %j as %j", (chosen, shown) => {
    expect(fieldOf(pageWith({ calendars: { id1: chosen } }), "calendar-of-id1").value).toBe(shown);
  });

  it.each([
    ["work", "work"],
    ["none", "none"],
    ["", null],
  ])("are saved for one address: %j", async (value, calendar) => {
    const saved = calendar === null ? {} : { id1: calendar };
    const options = optionsWith({ calendars: saved }, { calendars: CALENDARS });
    const change = vi.fn().mockResolvedValue({ kind: "saved", options });
    const desk = deskWith({ change });
    const page = draw(optionsWith({ calendars: { id1: "home" } }, { calendars: CALENDARS }), desk);
    choose(page, "calendar-of-id1", value);

    await vi.waitFor(() => {
      expect(desk.sentences).toEqual(["Saved."]);
    });
    expect(change).toHaveBeenCalledWith({ setting: "calendars", identity: "id1", calendar });
    expect(fieldOf(page, "calendar-of-id1").value).toBe(value);
  });

  it.each([
    ["declined", "declinedEvents", "remove"],
    ["cancelled", "cancelledEvents", "remove"],
  ] as const)("say what becomes of %s events", async (field, setting, to) => {
    const options = optionsWith({ [setting]: to }, { calendars: CALENDARS });
    const change = vi.fn().mockResolvedValue({ kind: "saved", options });
    const desk = deskWith({ change });
    const page = draw(optionsWith({}, { calendars: CALENDARS }), desk);
    choose(page, field, to);

    await vi.waitFor(() => {
      expect(desk.sentences).toEqual(["Saved."]);
    });
    expect(change).toHaveBeenCalledWith({ setting, to });
  });

  it("are fixed where an administrator chose", () => {
    const page = pageWith({}, { locked: ["calendars", "declinedEvents"] });

    expect(fieldOf(page, "calendar-of-id1").disabled).toBe(true);
    expect(fieldOf(page, "declined").disabled).toBe(true);
    expect(fieldOf(page, "cancelled").disabled).toBe(false);
  });

  it("can be missing altogether", () => {
    expect(pageWith({}, { calendars: [] }).textContent).toContain("no calendar that takes events");
  });
});
