// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from "vitest";
import type { AnswerRequest, CardView, LetterView, PreviewView } from "../../src/app/card.ts";
import { cardView } from "../../src/ui/card/card-view.ts";
import type { Desk } from "../../src/ui/card/desk.ts";
import { reader } from "../core/words/english.ts";
import { card, outcome } from "./cards.ts";
import { desk } from "./desk.ts";

afterEach(() => {
  document.body.replaceChildren();
});

function show(changes: Partial<CardView>, doing: Partial<Desk> = {}): HTMLElement {
  const root = cardView({ card: card(changes), reader: reader(), desk: desk(doing) });
  document.body.append(root);
  return root;
}

/** Of the kind that a case knows to stand there. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
function find<Found extends HTMLElement>(root: HTMLElement, selector: string): Found {
  const found = root.querySelector<Found>(selector);
  if (found === null) {
    throw new Error(`There is no ${selector}.`);
  }
  return found;
}

function choose(root: HTMLElement, field: string, value: string): void {
  const control = find<HTMLSelectElement>(root, `[data-field="${field}"]`);
  control.value = value;
  control.dispatchEvent(new Event("input", { bubbles: true }));
  control.dispatchEvent(new Event("change", { bubbles: true }));
}

function openPreview(root: HTMLElement): void {
  find<HTMLDetailsElement>(root, ".preview").open = true;
}

const LETTER: LetterView = {
  from: { name: "Mia Example", address: "me@example.org" },
  to: { name: "Bea Boss", address: "boss@example.org" },
  subject: "Accepted: Budget 2027",
  text: "Yes\n\nMia Example has accepted this invitation.",
  method: "REPLY",
  lines: ["BEGIN:VCALENDAR", "SUMMARY:\u202Egpj.exe", "END:VCALENDAR"],
  hasCopy: false,
};

/** A desk that keeps what was asked to be previewed. */
function previewer(view: PreviewView): { requests: AnswerRequest[]; preview: Desk["preview"] } {
  const requests: AnswerRequest[] = [];
  return {
    requests,
    preview(request) {
      requests.push(request);
      return Promise.resolve(view);
    },
  };
}

describe("the preview of an answer", () => {
  it("asks for nothing while it is closed", () => {
    const root = show({});
    choose(root, "comment", "Yes");

    expect(find<HTMLDetailsElement>(root, ".preview").open).toBe(false);
  });

  it("says from whom, to whom and in which words it leaves", async () => {
    const root = show({}, previewer({ kind: "letters", letters: [LETTER] }));
    openPreview(root);

    await vi.waitFor(() => {
      expect(find(root, ".letter").dataset["method"]).toBe("REPLY");
    });
    const words = find(root, ".letter").textContent;
    expect(words).toContain("Mia Example <me@example.org>");
    expect(words).toContain("Bea Boss <boss@example.org>");
    expect(words).toContain("Accepted: Budget 2027");
    expect(words).toContain("Yes\n\nMia Example has accepted");
    expect(root.querySelector(".letter .match")).toBeNull();
  });

  it("folds the object away, with every character that has no shape named", async () => {
    const root = show({}, previewer({ kind: "letters", letters: [LETTER] }));
    openPreview(root);

    await vi.waitFor(() => {
      expect(find(root, ".letter-object pre").textContent).toBe(
        "BEGIN:VCALENDAR\nSUMMARY:‹U+202E›gpj.exe\nEND:VCALENDAR",
      );
    });
    expect(find<HTMLDetailsElement>(root, ".letter-object").open).toBe(false);
  });

  it("shows markup as text", async () => {
    const hostile = { ...LETTER, subject: "<img src=x onerror=alert(1)>", lines: ["<b>x</b>"] };
    const root = show({}, previewer({ kind: "letters", letters: [hostile] }));
    openPreview(root);

    await vi.waitFor(() => {
      expect(find(root, ".letter").textContent).toContain("<img src=x onerror=alert(1)>");
    });
    expect(root.querySelector(".letter img, .letter b")).toBeNull();
  });

  it("says when the answer does not go to who wrote", async () => {
    const root = show(
      { sender: { name: null, address: "pa@example.org" } },
      previewer({ kind: "letters", letters: [LETTER] }),
    );
    openPreview(root);

    await vi.waitFor(() => {
      expect(find(root, ".letter .match").textContent).toBe(
        "The answer goes to boss@example.org, not to pa@example.org, who sent this message.",
      );
    });
  });

  it("keeps in step with comment, occurrence and answer", async () => {
    const { requests, preview } = previewer({ kind: "letters", letters: [LETTER] });
    const root = show(SERIES, { preview, outcome: () => Promise.resolve(null) });
    openPreview(root);
    choose(root, "comment", "Sorry");
    choose(root, "occurrence", SECOND);
    choose(root, "preview-action", "decline");

    await vi.waitFor(() => {
      expect(requests.at(-1)).toMatchObject({
        action: "decline",
        comment: "Sorry",
        card: { occurrence: SECOND },
        confirmed: false,
      });
    });
  });

  it("shows the newest where the background is slow, and asks no more than that takes", async () => {
    const answers: ((view: PreviewView) => void)[] = [];
    const root = show({}, { preview: () => new Promise((resolve) => answers.push(resolve)) });
    openPreview(root);
    await vi.waitFor(() => {
      expect(answers).toHaveLength(1);
    });
    for (const comment of ["a", "ab", "abc"]) {
      choose(root, "comment", comment);
    }
    expect(answers).toHaveLength(1);
    answers[0]?.({ kind: "letters", letters: [] });
    await vi.waitFor(() => {
      expect(answers).toHaveLength(2);
    });
    answers[1]?.({ kind: "letters", letters: [LETTER] });

    await vi.waitFor(() => {
      expect(find(root, ".letters").hasAttribute("aria-busy")).toBe(false);
    });
    expect(find(root, ".letters").textContent).toContain("Accepted");
  });

  it.each([
    { view: { kind: "letters", letters: [] }, words: "Nothing is sent." },
    { view: { kind: "refused", reason: "To" }, words: "cannot be written" },
    { view: { kind: "outdated" }, words: "has changed" },
  ] satisfies { view: PreviewView; words: string }[])("says $words", async ({ view, words }) => {
    const root = show({}, previewer(view));
    openPreview(root);

    await vi.waitFor(() => {
      expect(find(root, ".letters").textContent).toContain(words);
    });
  });

  it.each([
    { action: "delegate", words: "whom you send" },
    { action: "counter", words: "the time that you propose" },
  ])("says what $action lacks", async ({ action, words }) => {
    const root = show({}, previewer({ kind: "refused", reason: "" }));
    openPreview(root);
    choose(root, "preview-action", action);

    await vi.waitFor(() => {
      expect(find(root, ".letters").textContent).toContain(words);
    });
  });

  it("says that the background failed", async () => {
    const root = show({}, { preview: () => Promise.reject(new Error("gone")) });
    const logged = vi.spyOn(console, "error").mockReturnValue();
    openPreview(root);

    await vi.waitFor(() => {
      expect(find(root, ".letters").textContent).toContain("could not be made");
    });
    expect(logged).toHaveBeenCalledOnce();
  });

  it("stands in the question before a doubtful answer, too", async () => {
    const { requests, preview } = previewer({ kind: "letters", letters: [LETTER] });
    const root = show({ confirm: ["stale"] }, { preview });
    find(root, 'button[data-action="decline"]').click();
    openPreview(find(root, ".question"));

    await vi.waitFor(() => {
      expect(find(root, ".question .letter").textContent).toContain("Accepted");
    });
    expect(requests).toMatchObject([{ action: "decline" }]);
  });

  it("is not offered where nothing can be sent", () => {
    const root = show({ actions: ["record", "ignore"] });

    expect(root.querySelector(".preview")).toBeNull();
  });
});

const SECOND = "2026-12-08T09:00:00Z";

const SERIES: Partial<CardView> = {
  recurrence: "Every Tuesday",
  answered: { partstat: "ACCEPTED", sequence: 0, dtstamp: 0, at: Date.parse("2026-11-30T07:00Z") },
  occurrences: {
    shown: [
      { key: "2026-12-01T09:00:00Z", start: "2026-12-01T09:00:00Z", answered: null },
      {
        key: SECOND,
        start: "2026-12-08T14:00:00Z",
        answered: {
          partstat: "DECLINED",
          sequence: 0,
          dtstamp: 0,
          at: Date.parse("2026-11-30T07:30Z"),
        },
      },
    ],
    hasMore: true,
  },
};

function optionsOf(root: HTMLElement): (string | null)[] {
  const select = find<HTMLSelectElement>(root, '[data-field="occurrence"]');
  return [...select.options].map(({ textContent }) => textContent);
}

describe("the choice of an occurrence", () => {
  it("is not there where nothing recurs", () => {
    expect(show({}).querySelector('[data-field="occurrence"]')).toBeNull();
  });

  it("begins with the whole series, then the next dates in words, with what was answered", () => {
    expect(optionsOf(show(SERIES))).toEqual([
      "The whole series",
      "Tue 1 Dec, 10:00",
      "Tue 8 Dec, 15:00 (Declined)",
    ]);
  });

  it("goes along with the answer", () => {
    const requests: AnswerRequest[] = [];
    const root = show(SERIES, {
      outcome: () => Promise.resolve(null),
      answer(request) {
        requests.push(request);
        return new Promise(() => undefined);
      },
    });
    choose(root, "occurrence", SECOND);
    find(root, 'button[data-action="accept"]').click();

    expect(requests).toMatchObject([{ action: "accept", card: { occurrence: SECOND } }]);
  });

  it("shows what became of the answer to that occurrence, and to the series again", async () => {
    const root = show(
      { ...SERIES, outcome: outcome({ action: "accept" }) },
      {
        outcome: ({ occurrence }) =>
          Promise.resolve(occurrence === null ? outcome({ action: "accept" }) : null),
      },
    );
    const region = find(root, ".outcome-region");
    expect(region.textContent).not.toBe("");
    choose(root, "occurrence", SECOND);

    expect(region.textContent).toBe("");
    expect(find(root, ".my-answer").textContent).toContain("declined");
    choose(root, "occurrence", "");
    await vi.waitFor(() => {
      expect(region.textContent).not.toBe("");
    });
    expect(find(root, ".my-answer").textContent).toContain("accepted");
  });

  it("is told of more dates on demand", async () => {
    const asked: unknown[] = [];
    const root = show(SERIES, {
      occurrences(ref, after) {
        asked.push([ref.uid, after]);
        const later = "2026-12-15T09:00:00Z";
        return Promise.resolve({
          shown: [{ key: later, start: later, answered: null }],
          hasMore: false,
        });
      },
    });
    const more = find<HTMLButtonElement>(root, 'button[data-action="more-dates"]');
    more.click();

    await vi.waitFor(() => {
      expect(optionsOf(root)).toHaveLength(4);
    });
    expect(asked).toEqual([["budget@example.org", SECOND]]);
    expect(more.hidden).toBe(true);
  });

  it("says why no more dates can be told, and can be asked again", async () => {
    const root = show(SERIES, { occurrences: () => Promise.reject(new Error("No answer.")) });
    const more = find<HTMLButtonElement>(root, 'button[data-action="more-dates"]');
    more.click();

    await vi.waitFor(() => {
      expect(find(root, ".more-dates-failed").textContent).toBe("No answer.");
    });
    expect(more.disabled).toBe(false);
  });
});

describe("the user's own sentences", () => {
  const templates = ["I will be late.", "Please send the minutes."];
  const put = (root: HTMLElement, index: number): void => {
    find(root, `[data-template="${index}"]`).click();
  };
  const comment = (root: HTMLElement): HTMLTextAreaElement => find(root, '[data-field="comment"]');

  it("are not there by default", () => {
    expect(show({}).querySelector("[data-template]")).toBeNull();
  });

  it("are put into the comment by one click", () => {
    const root = show({ templates });
    put(root, 0);

    expect(comment(root).value).toBe("I will be late.");
    expect(document.activeElement).toBe(comment(root));
  });

  it("are added below what stands there, each once", () => {
    const root = show({ templates });
    comment(root).value = "Hello";
    put(root, 1);
    put(root, 1);

    expect(comment(root).value).toBe("Hello\nPlease send the minutes.");
  });
});
