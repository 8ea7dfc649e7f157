// @vitest-environment happy-dom
import { describe, expect, it, vi } from "vitest";
import type { AuthservOffer } from "../../../src/app/options.ts";
import { deskWith, draw, enter, fieldOf, find, OPTIONS, optionsWith } from "./scene.ts";

const TRUSTED = optionsWith({ authserv: "mx.example.org" });

function section(main: HTMLElement): HTMLElement {
  return find(main, "[data-setting='authserv']");
}

function field(main: HTMLElement): HTMLInputElement {
  return fieldOf(main, "authserv");
}

describe("whose checks are believed", () => {
  it("is nobody's at first, and what can go wrong is said", () => {
    const main = draw(OPTIONS, deskWith());

    expect(field(main).value).toBe("");
    expect(find(section(main), ".risk").textContent).toContain("your own mail provider");
  });

  it("is saved and told", async () => {
    const change = vi.fn().mockResolvedValue({ kind: "saved", options: TRUSTED });
    const desk = deskWith({ change });
    const main = draw(OPTIONS, desk);
    enter(main, "authserv", " mx.example.org ");

    await vi.waitFor(() => {
      expect(desk.sentences.join()).toContain("mx.example.org");
    });
    expect(change).toHaveBeenCalledWith({ setting: "authserv", id: "mx.example.org" });
    expect(field(main).value).toBe("mx.example.org");
  });

  it("is nobody's again when the field is emptied", async () => {
    const desk = deskWith({ change: () => Promise.resolve({ kind: "saved", options: OPTIONS }) });
    const main = draw(TRUSTED, desk);
    enter(main, "authserv", "");

    await vi.waitFor(() => {
      expect(desk.sentences).toEqual(["No server is believed from now on."]);
    });
  });

  it("is refused in words", async () => {
    const main = draw(
      OPTIONS,
      deskWith({ change: () => Promise.resolve({ kind: "refused", because: "not-a-server" }) }),
    );
    enter(main, "authserv", "two words");

    await vi.waitFor(() => {
      expect(find(section(main), "[role='alert']").textContent).toContain("one word");
    });
    expect(field(main).getAttribute("aria-invalid")).toBe("true");
  });

  it("is offered from recent mail only when asked for, and taken by a click", async () => {
    const offers: AuthservOffer[] = [
      { id: "mx.example.org", messages: 18 },
      { id: "forged.example.net", messages: 1 },
    ];
    const change = vi.fn().mockResolvedValue({ kind: "saved", options: TRUSTED });
    const desk = deskWith({ change, offerAuthserv: () => Promise.resolve(offers) });
    const main = draw(OPTIONS, desk);
    expect(section(main).querySelector("[data-authserv]")).toBeNull();
    find(main, "[data-action='look']").click();

    await vi.waitFor(() => {
      expect(section(main).querySelectorAll("[data-authserv]")).toHaveLength(2);
    });
    expect(find(main, "[data-authserv='mx.example.org']").textContent).toContain("in 18 messages");
    expect(find(main, "[data-authserv='forged.example.net']").textContent).toContain(
      "in 1 message",
    );
    expect(change).not.toHaveBeenCalled();

    find(main, "[data-authserv='mx.example.org'] button").click();
    await vi.waitFor(() => {
      expect(field(main).value).toBe("mx.example.org");
    });
    expect(change).toHaveBeenCalledWith({ setting: "authserv", id: "mx.example.org" });
  });

  it("is not offered where recent mail names nobody", async () => {
    const main = draw(OPTIONS, deskWith({ offerAuthserv: () => Promise.resolve([]) }));
    find(main, "[data-action='look']").click();

    await vi.waitFor(() => {
      expect(section(main).textContent).toContain("Recent mail names no server.");
    });
  });

  it("does not look for ever where the mail cannot be read", async () => {
    vi.spyOn(console, "error").mockReturnValue();
    const desk = deskWith({ offerAuthserv: () => Promise.reject(new Error("no inbox")) });
    const main = draw(OPTIONS, desk);
    find(main, "[data-action='look']").click();

    await vi.waitFor(() => {
      expect(desk.sentences.join()).toContain("no inbox");
    });
    expect(section(main).textContent).not.toContain("Reading the newest messages");
    expect((find(main, "[data-action='look']") as HTMLButtonElement).disabled).toBe(false);
  });

  it("can only be looked at where an administrator set it", () => {
    const locked = optionsWith({ authserv: "mx.example.org" }, { locked: ["authserv"] });
    const main = draw(locked, deskWith());

    expect(field(main).value).toBe("mx.example.org");
    expect(field(main).readOnly).toBe(true);
    expect(section(main).querySelector("button")).toBeNull();
    expect(section(main).textContent).toContain("Your administrator set this");
  });
});
