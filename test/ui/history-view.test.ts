// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from "vitest";
import type { PastAnswerView } from "../../src/app/past-answer.ts";
import { cardView } from "../../src/ui/card/card-view.ts";
import type { Desk } from "../../src/ui/card/desk.ts";
import { reader } from "../core/words/english.ts";
import { card, outcome, pastAnswer } from "./cards.ts";
import { desk } from "./desk.ts";
import { histories } from "./gallery/scenes.ts";

afterEach(() => {
  document.body.replaceChildren();
});

function draw(doing: Partial<Desk>): HTMLElement {
  const root = cardView({ card: card(), reader: reader(), desk: desk(doing) });
  document.body.append(root);
  return root;
}

function sectionOf(root: HTMLElement): HTMLDetailsElement {
  const section = root.querySelector<HTMLDetailsElement>("details.history");
  if (section === null) {
    throw new Error("There is no place for the answers.");
  }
  return section;
}

async function listed(root: HTMLElement, count: number): Promise<readonly string[]> {
  const section = sectionOf(root);
  await vi.waitFor(() => {
    expect(section.querySelectorAll("li")).toHaveLength(count);
  });
  return [...section.querySelectorAll("li")].map(({ textContent }) => textContent);
}

/** The section with one answer in it. */
async function sentence(changes: Partial<PastAnswerView>): Promise<string> {
  const history = (): Promise<PastAnswerView[]> => Promise.resolve([pastAnswer(changes)]);
  const [words = ""] = await listed(draw({ history }), 1);
  return words;
}

describe("the answers given so far", () => {
  it("are hidden where there are none", async () => {
    const history = vi.fn<Desk["history"]>().mockResolvedValue([]);
    const root = draw({ history });
    await vi.waitFor(() => {
      expect(history).toHaveBeenCalledWith(card().ref);
    });

    expect(sectionOf(root).hidden).toBe(true);
  });

  it("are folded, and say what, when, to which version, with which words, and its fate", async () => {
    const history = (): ReturnType<Desk["history"]> => Promise.resolve(histories["changed"] ?? []);
    const root = draw({ history });
    const [declined, proposed, accepted] = await listed(root, 3);

    expect(sectionOf(root).hidden).toBe(false);
    expect(sectionOf(root).open).toBe(false);
    expect(sectionOf(root).querySelector("summary")?.textContent).toBe("Your answers");
    expect(declined).toMatch(/^Declined .*I am ill\.To version 1\. It waits in the Outbox\.$/u);
    expect(proposed).toMatch(
      /^Another time proposed .*Wed 2 Dec, 14:00.15:00Could we meet later\?To version 0\. Sent to boss@/u,
    );
    expect(accepted).toMatch(/^Accepted .*To version 0\. Sent to boss@example\.org\.$/u);
  });

  it.each<[Partial<PastAnswerView>, string]>([
    [{ state: "pending" }, "It has not left yet."],
    [{ state: "failed", reason: "550 No" }, "Your answer was not sent: 550 No"],
    [{ state: "unknown" }, "Whether it was sent is not known."],
    [{ state: "recorded", to: null }, "Only recorded; nothing was sent."],
    [{ state: "recorded" }, "Your calendar's server sent it to boss@example.org."],
    [{ state: "found" }, "Found in your mail: you answered elsewhere."],
    [{ state: "noted", sequence: null }, "It is known from what Convene remembers"],
    [{ isUndone: true }, "In your calendar it was taken back."],
    [{ said: "COUNTER" }, "Another time proposed"],
    [
      { said: "COUNTER", proposed: { start: "2026-12-02T14:00:00", end: "" } },
      "Wed 2 Dec, 14:00To version 0.",
    ],
    [{ said: "REFRESH" }, "Current version asked for"],
    [{ said: "DELEGATED", delegate: "ann@example.org" }, "Delegated to ann@example.org"],
    [{ recurrenceId: "2026-12-08T09:00:00Z" }, "Only for Tue 8 Dec, 10:00."],
  ])("say of %o: %s", async (changes, words) => {
    expect(await sentence(changes)).toContain(words);
  });

  it("make no elements of a comment, and name what would turn it around", async () => {
    const comment = "<img src=x onerror=alert(1)>\u202Etxt.exe";
    const root = draw({ history: () => Promise.resolve([pastAnswer({ comment })]) });
    await listed(root, 1);

    expect(sectionOf(root).querySelector("img")).toBeNull();
    expect(sectionOf(root).querySelector(".past-comment bdi")?.textContent).toMatch(
      /^<img src=x onerror=alert\(1\)>‹.+›txt\.exe$/u,
    );
  });

  it("are told anew when something was answered, and stay unfolded", async () => {
    const first = pastAnswer();
    const history = vi.fn<Desk["history"]>().mockResolvedValueOnce([first]);
    history.mockResolvedValue([pastAnswer({ said: "DECLINED" }), first]);
    const answer: Desk["answer"] = () =>
      Promise.resolve({ kind: "outcome", outcome: outcome({ action: "decline" }) });
    const root = draw({ history, answer });
    await listed(root, 1);
    sectionOf(root).open = true;
    root.querySelector<HTMLElement>("button[data-action='decline']")?.click();

    expect(await listed(root, 2)).toMatchObject([
      expect.stringMatching(/^Declined/u),
      expect.stringMatching(/^Accepted/u),
    ]);
    expect(sectionOf(root).open).toBe(true);
  });

  it("leave the card as it is where nobody can tell them", async () => {
    const warn = vi.spyOn(console, "warn").mockReturnValue();
    const root = draw({ history: () => Promise.reject(new Error("gone")) });
    await vi.waitFor(() => {
      expect(warn).toHaveBeenCalledOnce();
    });

    expect(sectionOf(root).hidden).toBe(true);
  });
});
