// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from "vitest";
import type { AnswerRequest, CardView, MessageView } from "../../src/app/card.ts";
import type { Desk } from "../../src/ui/card/desk.ts";
import { messageView } from "../../src/ui/popup/message-view.ts";
import { reader } from "../core/words/english.ts";
import { card, outcome } from "./cards.ts";
import { desk } from "./desk.ts";

afterEach(() => {
  document.body.replaceChildren();
});

function show(cards: readonly Partial<CardView>[], doing: Partial<Desk> = {}): HTMLElement {
  const view: MessageView = {
    kind: "inspected",
    messageId: 3,
    verdict: "ok",
    findings: [],
    cards: cards.map((changes, index) =>
      card({ ...changes, ref: { ...card().ref, index, uid: `uid-${index}` } }),
    ),
    place: null,
  };
  const around = { reader: reader(), desk: desk(doing), tryAgain: () => undefined };
  document.body.replaceChildren(...messageView(view, around));
  return document.body;
}

function press(root: HTMLElement, selector: string): void {
  const button = root.querySelector<HTMLElement>(selector);
  if (button === null) {
    throw new Error(`There is no ${selector}.`);
  }
  button.click();
}

/** A desk that keeps what it is asked. */
function recorder(): Pick<Desk, "answer" | "preview"> & {
  readonly previewed: AnswerRequest[];
  readonly answered: AnswerRequest[];
} {
  const previewed: AnswerRequest[] = [];
  const answered: AnswerRequest[] = [];
  return {
    previewed,
    answered,
    preview(request) {
      previewed.push(request);
      const letter = {
        from: { name: null, address: "me@example.org" },
        to: { name: null, address: "boss@example.org" },
        subject: `Accepted: ${request.card.uid ?? ""}`,
        text: "",
        method: "REPLY",
        lines: [],
        hasCopy: false,
      };
      return Promise.resolve({ kind: "letters", letters: [letter] });
    },
    answer(request) {
      answered.push(request);
      return new Promise(() => undefined);
    },
  };
}

async function opened(root: HTMLElement): Promise<void> {
  await vi.waitFor(() => {
    expect(root.querySelector(".batch [data-action='confirm']:not([disabled])")).not.toBeNull();
  });
}

describe("several invitations of one organizer", () => {
  it("can be answered together, each by its own answer, after a look at all of them", async () => {
    const asked = recorder();
    const root = show([{}, {}, { replyTo: "BOSS@example.org" }], asked);
    press(root, '[data-action="accept-all"]');
    await opened(root);

    expect(root.querySelectorAll(".batch .letter")).toHaveLength(3);
    expect(asked.answered).toEqual([]);
    press(root, ".batch [data-action='confirm']");
    expect(asked.answered.map(({ action, card: { uid } }) => [action, uid])).toEqual([
      ["accept", "uid-0"],
      ["accept", "uid-1"],
      ["accept", "uid-2"],
    ]);
    expect(root.querySelector(".batch")).toBeNull();
  });

  it("take along what is written on each card", async () => {
    const asked = recorder();
    const root = show([{}, {}], asked);
    const second = root.querySelectorAll<HTMLTextAreaElement>('[data-field="comment"]')[1];
    if (second) {
      second.value = "Late";
    }
    press(root, '[data-action="decline-all"]');
    await opened(root);
    press(root, ".batch [data-action='confirm']");

    expect(asked.previewed).toEqual(asked.answered);
    expect(asked.answered.map(({ action, comment }) => [action, comment])).toEqual([
      ["decline", null],
      ["decline", "Late"],
    ]);
  });

  it("are sent after that look alone, also where each would be asked about, or written first", async () => {
    const asked = recorder();
    const root = show([{ confirm: ["ask"] }, { editFirst: true }], asked);
    press(root, '[data-action="accept-all"]');
    await opened(root);
    press(root, ".batch [data-action='confirm']");

    expect(asked.answered).toMatchObject([
      { action: "accept", previewed: true, edit: false },
      { action: "accept", previewed: true, edit: false },
    ]);
  });

  it("send nothing when the question is cancelled, and the cards can be used again", async () => {
    const asked = recorder();
    const root = show([{}, {}], asked);
    press(root, '[data-action="accept-all"]');
    await opened(root);
    expect(root.querySelectorAll(".answers[inert]")).toHaveLength(2);
    press(root, ".batch [data-action='cancel']");

    expect(asked.answered).toEqual([]);
    expect(root.querySelectorAll(".answers[inert]")).toHaveLength(0);
    expect(document.activeElement).toBe(root.querySelector('[data-action="accept-all"]'));
  });

  it.each<{ name: string; cards: readonly Partial<CardView>[] }>([
    { name: "there is one", cards: [{}] },
    { name: "they are of different organizers", cards: [{}, { replyTo: "eve@example.net" }] },
    { name: "one of two is doubtful", cards: [{}, { confirm: ["danger"] }] },
    { name: "one of two is answered", cards: [{}, { outcome: outcome() }] },
    { name: "one of two needs no answer", cards: [{}, { answerNeeded: false }] },
    { name: "one of two can only be applied", cards: [{}, { actions: ["apply", "ignore"] }] },
    {
      name: "there are more than may leave in a minute",
      cards: Array.from({ length: 21 }, () => ({})),
    },
  ])("are answered one by one where $name", ({ cards }) => {
    expect(show(cards).querySelector(".batch")).toBeNull();
  });
});
