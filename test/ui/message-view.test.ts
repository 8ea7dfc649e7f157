// @vitest-environment happy-dom
import { describe, expect, it, vi } from "vitest";
import type { MessageView } from "../../src/app/card.ts";
import { messageView } from "../../src/ui/popup/message-view.ts";
import { reader } from "../core/words/english.ts";
import { card, finding } from "./cards.ts";
import { desk } from "./desk.ts";

const nothing = (): void => undefined;

function draw(message: MessageView, tryAgain = nothing): HTMLElement {
  const root = document.createElement("main");
  root.append(...messageView(message, { reader: reader(), desk: desk(), tryAgain }));
  return root;
}

const INSPECTED = {
  kind: "inspected",
  messageId: 3,
  verdict: "ok",
  findings: [],
  cards: [card()],
  place: null,
} as const;

describe("what stands beside a message", () => {
  it("is a card for each invitation", () => {
    const other = card({
      ref: {
        messageId: 3,
        source: "invitation@example.org",
        index: 1,
        uid: "other",
        recurrenceId: null,
        occurrence: null,
      },
    });
    const root = draw({ ...INSPECTED, cards: [card(), other] });
    const ids = [...root.querySelectorAll("[id]")].map(({ id }) => id);

    expect(root.querySelectorAll("article")).toHaveLength(2);
    expect(root.textContent).toContain("2 invitations");
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("is only the card for an ordinary invitation", () => {
    const root = draw(INSPECTED);

    expect([...root.children].map(({ tagName }) => tagName)).toEqual(["ARTICLE"]);
  });

  it.each([
    { place: "bounce", words: "your mail came back" },
    { place: "own-folder", words: "message of your own" },
    { place: "junk", words: "junk or trash" },
  ] as const)("says why nothing can be answered: $place", ({ place, words }) => {
    const root = draw({ ...INSPECTED, place });

    expect(root.querySelector(".place")?.textContent.toLowerCase()).toContain(words);
  });

  it("is what was found about the message as a whole", () => {
    const root = draw({ ...INSPECTED, findings: [finding({ rule: "size-within-limits" })] });

    expect(root.querySelector(".about [data-finding='size-within-limits']")).not.toBeNull();
  });

  it("says that there is no invitation only where the message was read", () => {
    expect(draw({ kind: "none", messageId: 3 }).textContent).toContain("no invitation");
    expect(draw({ kind: "no-message" }).textContent).toContain("Select a message");
  });

  it("says that the other edition does the work", () => {
    expect(draw({ kind: "resting" }).textContent).toContain("Convene Calendar is installed too");
  });

  it.each(["not-downloaded", "encrypted", "failed"] as const)(
    "offers to read again what could not be read: %s",
    (because) => {
      const tryAgain = vi.fn();
      const root = draw({ kind: "unreadable", messageId: 3, because }, tryAgain);

      expect(root.textContent).toContain("is not known");
      expect(root.textContent).not.toContain("No invitation");
      root.querySelector<HTMLElement>("button[data-action='try-again']")?.click();
      expect(tryAgain).toHaveBeenCalledWith(3);
    },
  );
});
