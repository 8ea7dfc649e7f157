// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import type { BannerView } from "../../src/app/card.ts";
import type { State } from "../../src/core/itip/state.ts";
import { bannerView, type Banner } from "../../src/ui/banner/banner-view.ts";
import { reader } from "../core/words/english.ts";
import { finding } from "./cards.ts";

function draw(changes: Partial<BannerView>): Banner | null {
  const view: BannerView = { state: "new", verdict: "ok", finding: null, ...changes };
  return bannerView(view, reader(), () => undefined);
}

function must(banner: Banner | null): Banner {
  if (banner === null) {
    throw new Error("There is no banner.");
  }
  return banner;
}

const QUIET: readonly State[] = [
  "new",
  "update",
  "minor-update",
  "duplicate",
  "added",
  "published",
  "reply",
  "counter",
  "refresh",
  "counter-declined",
];

describe("the banner in a message", () => {
  it.each(QUIET)("says nothing of what is sound: %s", (state) => {
    expect(draw({ state })).toBeNull();
  });

  it.each([
    { state: "stale", words: "This invitation is outdated" },
    { state: "cancelled", words: "This event was cancelled" },
    { state: "removed", words: "You were removed from this event" },
    { state: "unknown-event", words: "This message is about an unknown event" },
    { state: "unusable", words: "This invitation cannot be used" },
  ] as const)("warns of the state $state, whatever the verdict", ({ state, words }) => {
    expect(must(draw({ state })).inside.querySelector("strong")?.textContent).toBe(words);
  });

  it.each([
    { verdict: "caution", words: "Take care with this invitation" },
    { verdict: "danger", words: "Do not rely on this invitation" },
    { verdict: "unusable", words: "This invitation cannot be used" },
  ] as const)("warns by the verdict $verdict", ({ verdict, words }) => {
    const { inside, host } = must(draw({ verdict, finding: finding() }));

    expect(inside.querySelector("strong")?.textContent).toBe(words);
    expect(inside.querySelector(".sentence")?.textContent).toContain("version 3");
    expect(host.dataset).toMatchObject({ state: "new", verdict });
  });

  it("answers nothing", () => {
    const { inside } = must(draw({ verdict: "danger" }));
    const actions = [...inside.querySelectorAll("button")].map(({ dataset }) => dataset["action"]);

    expect(actions).toEqual(["open", "close"]);
  });

  it("is closed to the document around it", () => {
    const { host, inside } = must(draw({ verdict: "danger" }));

    expect(host.shadowRoot).toBeNull();
    expect(host.childNodes).toHaveLength(0);
    expect(inside.getRootNode()).not.toBe(host.getRootNode());
  });

  it("cannot be restyled from outside", () => {
    const { style } = must(draw({ verdict: "danger" })).host;
    const properties = ["all", "display", "position", "z-index"];

    expect(properties.map((property) => style.getPropertyPriority(property))).toEqual([
      "important",
      "important",
      "important",
      "important",
    ]);
  });

  it("does not act on a click that the document made up", () => {
    let opened = 0;
    const banner = bannerView(
      { state: "stale", verdict: "danger", finding: null },
      reader(),
      () => {
        opened += 1;
      },
    );
    const { inside, host } = must(banner);
    document.body.append(host);
    for (const button of inside.querySelectorAll("button")) {
      const made = new MouseEvent("click");
      Object.defineProperty(made, "isTrusted", { value: false });
      button.dispatchEvent(made);
    }

    expect(opened).toBe(0);
    expect(host.isConnected).toBe(true);
    host.remove();
  });

  it("opens the card and can be closed", () => {
    let opened = 0;
    const banner = bannerView(
      { state: "stale", verdict: "danger", finding: null },
      reader(),
      () => {
        opened += 1;
      },
    );
    const { inside, host } = must(banner);
    document.body.append(host);
    for (const button of inside.querySelectorAll("button")) {
      const real = new MouseEvent("click");
      Object.defineProperty(real, "isTrusted", { value: true });
      button.dispatchEvent(real);
    }

    expect(opened).toBe(1);
    expect(host.isConnected).toBe(false);
  });

  it("makes no elements of a stranger's words", () => {
    const hostile = "<img src=x onerror=alert(1)>";
    const found = finding({ data: { sequence: hostile, knownSequence: hostile } });
    const { inside } = must(draw({ verdict: "danger", finding: found }));

    expect(inside.querySelector("img")).toBeNull();
    expect(inside.querySelector(".sentence")?.textContent).toContain(hostile);
  });
});
