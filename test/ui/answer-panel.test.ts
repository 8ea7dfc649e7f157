// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from "vitest";
import type { AnswerRequest, CardView, FindingView, OutcomeView } from "../../src/app/card.ts";
import { cardView } from "../../src/ui/card/card-view.ts";
import type { Desk } from "../../src/ui/card/desk.ts";
import { reader } from "../core/words/english.ts";
import { card, finding, ME, outcome } from "./cards.ts";
import { desk } from "./desk.ts";
import { PREVIEW } from "./gallery/scenes.ts";

afterEach(() => {
  document.body.replaceChildren();
  vi.useRealTimers();
});

function show(changes: Partial<CardView>, doing: Partial<Desk>): HTMLElement {
  const root = cardView({ card: card(changes), reader: reader(), desk: desk(doing) });
  document.body.append(root);
  return root;
}

function find(root: HTMLElement, selector: string): HTMLElement {
  const found = root.querySelector<HTMLElement>(selector);
  if (found === null) {
    throw new Error(`There is no ${selector}.`);
  }
  return found;
}

function press(root: HTMLElement, action: string): void {
  find(root, `button[data-action="${action}"]`).click();
}

function fill(root: HTMLElement, field: string, value: string): void {
  (find(root, `[data-field="${field}"]`) as HTMLInputElement).value = value;
}

function outcomeOf(root: HTMLElement): string | undefined {
  return root.querySelector<HTMLElement>("[data-outcome]")?.dataset["outcome"];
}

/** An answer that never comes back, and the requests that were made. */
function recorder(): { requests: AnswerRequest[]; answer: Desk["answer"] } {
  const requests: AnswerRequest[] = [];
  return {
    requests,
    answer: (request) => {
      requests.push(request);
      return new Promise(() => undefined);
    },
  };
}

describe("an answer", () => {
  it.each(["accept", "tentative", "decline"] as const)(
    "is asked for by one click: %s",
    (action) => {
      const { requests, answer } = recorder();
      press(show({}, { answer }), action);

      expect(requests).toEqual([
        {
          card: card().ref,
          action,
          comment: null,
          identity: null,
          confirmed: false,
          previewed: false,
          edit: false,
          calendar: null,
          partstat: null,
          delegate: null,
          counter: null,
        },
      ]);
    },
  );

  it("takes the comment and the identity along", () => {
    const { requests, answer } = recorder();
    const root = show({ identities: [ME, { ...ME, id: "id2" }] }, { answer });
    fill(root, "comment", "  Bis später; 👋, danke\n");
    fill(root, "identity", "id2");
    press(root, "accept");

    expect(requests).toMatchObject([{ comment: "Bis später; 👋, danke", identity: "id2" }]);
  });

  it("is given once by five fast clicks", () => {
    const { requests, answer } = recorder();
    const root = show({}, { answer });
    for (let click = 0; click < 5; click += 1) {
      press(root, "accept");
    }

    expect(requests).toHaveLength(1);
    expect(outcomeOf(root)).toBe("pending");
  });

  it("opens the composer first where that was asked for", () => {
    const { requests, answer } = recorder();
    const root = show({}, { answer });
    press(root, "edit");

    expect(find(root, "button[data-action='edit']").getAttribute("aria-pressed")).toBe("true");
    expect(find(root, "button[data-action='decline']").textContent).toBe("Decline…");
    press(root, "decline");
    expect(requests).toMatchObject([{ action: "decline", edit: true }]);
  });

  it("is not edited when the composer was taken back", () => {
    const { requests, answer } = recorder();
    const root = show({}, { answer });
    press(root, "edit");
    press(root, "edit");
    press(root, "accept");

    expect(requests).toMatchObject([{ edit: false }]);
  });

  it("can be written down without being sent", () => {
    const { requests, answer } = recorder();
    const root = show({}, { answer });
    fill(root, "record-as", "TENTATIVE");
    press(root, "record");

    expect(requests).toMatchObject([{ action: "record", partstat: "TENTATIVE" }]);
  });

  it("names the delegate", () => {
    const { requests, answer } = recorder();
    const root = show({}, { answer });
    press(root, "delegate");
    expect(requests).toHaveLength(0);

    fill(root, "delegate", "bob@example.org");
    press(root, "delegate");
    expect(requests).toMatchObject([{ action: "delegate", delegate: "bob@example.org" }]);
  });

  it("proposes a time in the zone in which it was typed", () => {
    const { requests, answer } = recorder();
    const root = show({}, { answer });
    fill(root, "counter-start", "2026-12-02T14:00");
    fill(root, "counter-end", "2026-12-02T15:00");
    press(root, "counter");

    expect(requests).toMatchObject([
      {
        action: "counter",
        counter: { start: "2026-12-02T14:00", end: "2026-12-02T15:00", timeZone: "Europe/Berlin" },
      },
    ]);
  });

  it("proposes no time that ends before it begins", () => {
    const { requests, answer } = recorder();
    const root = show({}, { answer });
    fill(root, "counter-start", "2026-12-02T14:00");
    fill(root, "counter-end", "2026-12-02T13:00");
    press(root, "counter");

    expect(requests).toHaveLength(0);
  });
});

describe("the second click", () => {
  it("says why and then sends what was asked for", () => {
    const { requests, answer } = recorder();
    const root = show({ confirm: ["stale", "past"] }, { answer });
    fill(root, "comment", "Late");
    press(root, "accept");

    expect(requests).toHaveLength(0);
    expect(find(root, ".question").textContent).toContain("This version is outdated");
    expect(find(root, ".question").textContent).toContain("The event is over.");
    press(root, "confirm");
    expect(requests).toMatchObject([{ action: "accept", comment: "Late", confirmed: true }]);
    expect(root.querySelector(".question")).toBeNull();
  });

  it("leaves nothing but confirm and cancel to press", () => {
    const { requests, answer } = recorder();
    const root = show({ confirm: ["danger"] }, { answer });
    press(root, "accept");
    press(root, "decline");
    press(root, "record");
    const enabled = [...root.querySelectorAll<HTMLButtonElement>("footer button")]
      .filter(({ disabled }) => !disabled)
      .map(({ dataset }) => dataset["action"]);

    expect(enabled).toEqual(["confirm", "cancel"]);
    expect(requests).toHaveLength(0);
  });

  it("takes the click back", () => {
    const { requests, answer } = recorder();
    const root = show({ confirm: ["danger"] }, { answer });
    press(root, "accept");
    press(root, "cancel");

    expect(requests).toHaveLength(0);
    expect(root.querySelector(".question")).toBeNull();
    expect(document.activeElement).toBe(find(root, "button[data-action='accept']"));
  });

  it("moves the focus to its heading", () => {
    const root = show({ confirm: ["danger"] }, {});
    press(root, "accept");

    expect(document.activeElement).toBe(find(root, ".question h3"));
  });

  it.each(["ignore", "record"])("is not asked of what sends nothing: %s", (action) => {
    const { requests, answer } = recorder();
    press(show({ confirm: ["danger", "stale"] }, { answer }), action);

    expect(requests).toMatchObject([{ action, confirmed: false }]);
  });

  it("is not asked for the newer version of an outdated one", () => {
    const { requests, answer } = recorder();
    press(show({ confirm: ["stale"] }, { answer }), "refresh");

    expect(requests).toHaveLength(1);
  });

  it("is asked where only the background knows a reason", async () => {
    const answers = [
      { kind: "confirm", reasons: ["stale"] },
      { kind: "outcome", outcome: outcome() },
    ] as const;
    const answer = vi
      .fn<Desk["answer"]>()
      .mockResolvedValueOnce(answers[0])
      .mockResolvedValueOnce(answers[1]);
    const root = show({}, { answer });
    press(root, "accept");
    await vi.waitFor(() => find(root, ".question"));

    expect(outcomeOf(root)).toBeUndefined();
    press(root, "confirm");
    await vi.waitFor(() => {
      expect(outcomeOf(root)).toBe("sent");
    });
    expect(answer).toHaveBeenLastCalledWith(expect.objectContaining({ confirmed: true }));
  });
});

describe("a user who wants to see every answer before it leaves", () => {
  const preview = (): ReturnType<Desk["preview"]> => Promise.resolve(PREVIEW);

  it("sees it, and sends it with a second click", async () => {
    const { requests, answer } = recorder();
    const root = show({ confirm: ["ask"] }, { answer, preview });
    press(root, "accept");
    await vi.waitFor(() => find(root, ".question details[open] .letter"));

    expect(find(root, ".question h3").textContent).toBe("Send this answer?");
    expect(find(root, ".question [data-action='confirm']").textContent).toBe("Send");
    expect(requests).toHaveLength(0);
    press(root, "confirm");
    expect(requests).toMatchObject([{ action: "accept", confirmed: true }]);
  });

  it("is told what speaks against it, too", () => {
    const root = show({ confirm: ["past", "ask"] }, { preview });
    press(root, "accept");

    expect(find(root, ".question h3").textContent).toBe("Answer nevertheless?");
    expect(find(root, ".question ul").textContent).toBe("The event is over.");
    expect(find(root, ".question [data-action='confirm']").textContent).toBe("Accept anyway");
  });

  it("is not asked where the composer shows it", () => {
    const { requests, answer } = recorder();
    const root = show({ confirm: ["ask"] }, { answer });
    press(root, "edit");
    press(root, "accept");

    expect(requests).toMatchObject([{ action: "accept", edit: true }]);
  });
});

describe("a user who always writes in the composer first", () => {
  it("gets it with one click", () => {
    const { requests, answer } = recorder();
    const root = show({ editFirst: true }, { answer });
    expect(find(root, "button[data-action='accept']").textContent).toBe("Accept…");
    press(root, "accept");

    expect(requests).toMatchObject([{ action: "accept", edit: true }]);
  });

  it("can do without it for once", () => {
    const { requests, answer } = recorder();
    const root = show({ editFirst: true }, { answer });
    press(root, "edit");
    expect(find(root, "button[data-action='accept']").textContent).toBe("Accept");
    press(root, "accept");

    expect(requests).toMatchObject([{ action: "accept", edit: false }]);
  });
});

describe("an invitation that may not come from its organizer", () => {
  const doubt = (rule: string, severity: "warning" | "notice"): FindingView =>
    finding({ rule, severity, wording: null, data: {}, placeholders: [] });

  it.each(["sender-is-organizer", "authentication-passed"])(
    "is ignored or deleted first of all: %s",
    (rule) => {
      const root = show({ findings: [doubt(rule, "warning")] }, {});
      const buttons = [...find(root, ".answer-form > .buttons").querySelectorAll("button")];

      expect(buttons.map(({ dataset }) => dataset["action"]).slice(0, 5)).toEqual([
        "ignore",
        "delete",
        "accept",
        "tentative",
        "decline",
      ]);
      expect(find(root, ".answers").textContent).toContain("It is not certain");
    },
  );

  it("is answered first where only a notice speaks of the sender", () => {
    const root = show({ findings: [doubt("sender-is-organizer", "notice")] }, {});
    const [first] = find(root, ".answer-form > .buttons").querySelectorAll("button");

    expect(first?.dataset["action"]).toBe("accept");
    expect(root.querySelectorAll("button[data-action='ignore']")).toHaveLength(1);
  });
});

describe("deleting the message", () => {
  it("tells nobody, and the card is gone", async () => {
    const deleteMessage = vi.fn<Desk["deleteMessage"]>().mockResolvedValue(true);
    const refresh = vi.fn();
    press(show({}, { deleteMessage, refresh }), "delete");
    await vi.waitFor(() => {
      expect(refresh).toHaveBeenCalledOnce();
    });

    expect(deleteMessage).toHaveBeenCalledWith(card().ref);
  });

  it("is not offered where it cannot be", () => {
    expect(show({ canDelete: false }, {}).querySelector("[data-action='delete']")).toBeNull();
  });
});

describe("deleting the message where that fails", () => {
  it("says why, and can be tried again", async () => {
    const deleteMessage = vi.fn<Desk["deleteMessage"]>().mockRejectedValue(new Error("No space."));
    const root = show({}, { deleteMessage });
    press(root, "delete");
    await vi.waitFor(() => {
      expect(find(root, ".delete-failed").textContent).toBe(
        "The message was not deleted: No space.",
      );
    });

    expect(find(root, "button[data-action='delete']").hasAttribute("disabled")).toBe(false);
    press(root, "delete");
    expect(find(root, ".delete-failed").textContent).toBe("");
    expect(deleteMessage).toHaveBeenCalledTimes(2);
  });
});

describe("where the organizer asks for no answer", () => {
  it.each([
    { action: "accept", partstat: "ACCEPTED" },
    { action: "tentative", partstat: "TENTATIVE" },
    { action: "decline", partstat: "DECLINED" },
  ])("$action is recorded alone, as the card says before", ({ action, partstat }) => {
    const { requests, answer } = recorder();
    const root = show({ replyWanted: false }, { answer });
    expect(find(root, ".answers").textContent).toContain("The organizer asks for no answer");
    press(root, action);

    expect(requests).toMatchObject([{ action: "record", partstat, edit: false }]);
  });

  it("an answer is one more click away", () => {
    const { requests, answer } = recorder();
    const root = show({ replyWanted: false }, { answer });
    find(root, "[data-field='send']").click();
    fill(root, "comment", "Glad to come");
    press(root, "accept");

    expect(requests).toMatchObject([{ action: "accept", comment: "Glad to come" }]);
  });

  it("nothing of that stands on any other card", () => {
    expect(show({}, {}).querySelector("[data-field='send']")).toBeNull();
  });
});

describe("the outcome", () => {
  it.each([
    { action: "record", partstat: "TENTATIVE", words: /^You accepted tentatively /u },
    { action: "accept", partstat: "ACCEPTED", words: /^You accepted /u },
    { action: "record", partstat: null, words: /^You have not answered yet/u },
  ] as const)(
    "of what is only recorded ($action, $partstat) is what the card says at once",
    async ({ action, partstat, words }) => {
      const recorded = outcome({ state: "recorded", action, partstat, to: null });
      const answer = vi.fn().mockResolvedValue({ kind: "outcome", outcome: recorded });
      const root = show({}, { answer });
      press(root, action);
      await vi.waitFor(() => {
        expect(outcomeOf(root)).toBe("recorded");
      });

      expect(find(root, ".my-answer").textContent).toMatch(words);
    },
  );

  it("is followed until nothing more happens to it", async () => {
    vi.useFakeTimers();
    const seen = vi
      .fn<Desk["outcome"]>()
      .mockResolvedValueOnce(outcome({ state: "pending" }))
      .mockResolvedValueOnce(outcome({ state: "queued" }))
      .mockResolvedValue(outcome({ state: "sent" }));
    const root = show(
      {},
      {
        answer: () =>
          Promise.resolve({ kind: "outcome", outcome: outcome({ state: "pending" }) } as const),
        outcome: seen,
      },
    );
    press(root, "accept");
    await vi.advanceTimersByTimeAsync(300);
    expect(outcomeOf(root)).toBe("pending");
    expect(find(root, ".my-answer").textContent).toMatch(/^You have not answered /u);
    await vi.advanceTimersByTimeAsync(350);
    expect(outcomeOf(root)).toBe("queued");
    expect(find(root, ".my-answer").textContent).toMatch(/^You accepted /u);
    await vi.advanceTimersByTimeAsync(2000);
    expect(outcomeOf(root)).toBe("sent");
    await vi.advanceTimersByTimeAsync(60_000);

    expect(seen).toHaveBeenCalledTimes(3);
    expect(find(root, ".my-answer").textContent).toMatch(/^You accepted /u);
  });

  it("is followed on when the card is drawn anew", async () => {
    vi.useFakeTimers();
    const root = show(
      { outcome: outcome({ state: "pending" }) },
      { outcome: () => Promise.resolve(outcome({ state: "failed", reason: "550 No" })) },
    );
    await vi.advanceTimersByTimeAsync(300);

    expect(outcomeOf(root)).toBe("failed");
    expect(find(root, "[data-outcome]").textContent).toContain("550 No");
  });

  it("stays as it was said while the background does not answer", async () => {
    vi.useFakeTimers();
    vi.spyOn(console, "warn").mockReturnValue();
    const seen = vi
      .fn<Desk["outcome"]>()
      .mockRejectedValueOnce(new Error("Receiving end does not exist"))
      .mockResolvedValue(outcome({ state: "sent" }));
    const root = show({ outcome: outcome({ state: "queued" }) }, { outcome: seen });
    await vi.advanceTimersByTimeAsync(300);
    expect(outcomeOf(root)).toBe("queued");
    await vi.advanceTimersByTimeAsync(2000);

    expect(outcomeOf(root)).toBe("sent");
  });

  it("is asked for no more when the card is gone", async () => {
    vi.useFakeTimers();
    const seen = vi.fn<Desk["outcome"]>().mockResolvedValue(outcome({ state: "pending" }));
    const root = show({ outcome: outcome({ state: "pending" }) }, { outcome: seen });
    root.remove();
    await vi.advanceTimersByTimeAsync(60_000);

    expect(seen).toHaveBeenCalledTimes(1);
  });

  it("gets the focus after an answer", async () => {
    const root = show(
      {},
      { answer: () => Promise.resolve({ kind: "outcome", outcome: outcome() } as const) },
    );
    press(root, "accept");
    await vi.waitFor(() => {
      expect(outcomeOf(root)).toBe("sent");
    });

    expect(document.activeElement).toBe(find(root, "[data-outcome]"));
  });

  it.each(["failed", "unknown"] as const)("can be sent again: %s", async (state) => {
    const resend = vi.fn<Desk["resend"]>().mockResolvedValue(outcome());
    const root = show({ outcome: outcome({ state }) }, { resend });
    press(root, "resend");
    await vi.waitFor(() => {
      expect(outcomeOf(root)).toBe("sent");
    });

    expect(resend).toHaveBeenCalledWith(card().ref);
  });

  it.each(["pending", "queued", "sent", "recorded"] as const)(
    "is not sent again by mistake: %s",
    (state) => {
      const root = show(
        { outcome: outcome({ state }) },
        { outcome: () => Promise.resolve(outcome({ state })) },
      );

      expect(root.querySelector("button[data-action='resend']")).toBeNull();
    },
  );

  it("leaves the choice while the composer is open", () => {
    const root = show(
      { outcome: outcome({ state: "pending", isEditing: true }) },
      { outcome: () => Promise.resolve(null) },
    );

    expect(find(root, "button[data-action='decline']").hasAttribute("disabled")).toBe(false);
  });

  it("is failed where the click did not arrive", async () => {
    const root = show(
      {},
      {
        answer: () => Promise.reject(new Error("Receiving end does not exist")),
        outcome: () => Promise.resolve(null),
      },
    );
    press(root, "accept");
    await vi.waitFor(() => {
      expect(outcomeOf(root)).toBe("failed");
    });

    expect(find(root, "[data-outcome]").textContent).toContain("Receiving end does not exist");
    expect(find(root, "button[data-action='accept']").hasAttribute("disabled")).toBe(false);
  });

  it("is what the background knows where only its answer was lost", async () => {
    const root = show(
      {},
      {
        answer: () => Promise.reject(new Error("lost")),
        outcome: () => Promise.resolve(outcome({ state: "sent" })),
      },
    );
    press(root, "accept");

    await vi.waitFor(() => {
      expect(outcomeOf(root)).toBe("sent");
    });
  });

  it("is unknown where nobody can say", async () => {
    const root = show(
      {},
      {
        answer: () => Promise.reject(new Error("lost")),
        outcome: () => Promise.reject(new Error("lost too")),
      },
    );
    press(root, "accept");

    await vi.waitFor(() => {
      expect(outcomeOf(root)).toBe("unknown");
    });
  });

  it("is asked for anew where the card is not true any more", async () => {
    const refresh = vi.fn();
    const root = show(
      {},
      { answer: () => Promise.resolve({ kind: "outdated" } as const), refresh },
    );
    press(root, "accept");

    await vi.waitFor(() => {
      expect(refresh).toHaveBeenCalledOnce();
    });
  });
});

describe("an answer that is held back", () => {
  const leaving = (): OutcomeView =>
    outcome({ state: "pending", leavesAt: Date.now() + 5000, since: Date.now() });

  function pressed(doing: Partial<Desk>): HTMLElement {
    const root = show(
      {},
      {
        answer: () => Promise.resolve({ kind: "outcome", outcome: leaving() } as const),
        outcome: () => new Promise(() => undefined),
        ...doing,
      },
    );
    press(root, "accept");
    return root;
  }

  it("counts down in sight, and is read aloud once", async () => {
    vi.useFakeTimers();
    const root = pressed({});
    await vi.advanceTimersByTimeAsync(0);
    const aloud = find(root, "[data-outcome] .unseen");
    const seen = find(root, "[data-outcome] [aria-hidden='true']:not(svg)");
    expect(seen.textContent).toBe("Your answer leaves in 5 seconds.");
    await vi.advanceTimersByTimeAsync(2100);

    expect(seen.textContent).toBe("Your answer leaves in 3 seconds.");
    expect(aloud.textContent).toBe("Your answer leaves in 5 seconds.");
  });

  it("stays the same element while nothing new is known of it", async () => {
    vi.useFakeTimers();
    const same = leaving();
    const root = pressed({
      answer: () => Promise.resolve({ kind: "outcome", outcome: same } as const),
      outcome: () => Promise.resolve(same),
    });
    await vi.advanceTimersByTimeAsync(0);
    const undo = find(root, "button[data-action='undo']");
    undo.focus();
    await vi.advanceTimersByTimeAsync(1000);

    expect(document.activeElement).toBe(undo);
  });

  it("is taken back by a click: the card is as before, and says so", async () => {
    const undoAnswer = vi
      .fn<Desk["undoAnswer"]>()
      .mockResolvedValue({ isUndone: true, outcome: null });
    const root = pressed({ undoAnswer });
    await vi.waitFor(() => {
      press(root, "undo");
    });
    await vi.waitFor(() => find(root, ".taken-back"));

    expect(undoAnswer).toHaveBeenCalledWith(card().ref);
    expect(outcomeOf(root)).toBeUndefined();
    expect(find(root, "[role='status']").textContent).toBe("Taken back. Nothing was sent.");
    expect(document.activeElement).toBe(find(root, "button[data-action='accept']"));
  });

  it("says what is true where it was too late", async () => {
    const undoAnswer = (): ReturnType<Desk["undoAnswer"]> =>
      Promise.resolve({ isUndone: false, outcome: outcome() });
    const root = pressed({ undoAnswer });
    await vi.waitFor(() => {
      press(root, "undo");
    });

    await vi.waitFor(() => {
      expect(outcomeOf(root)).toBe("sent");
    });
    expect(root.querySelector(".taken-back")).toBeNull();
  });

  it("leaves the other answers to be given", async () => {
    const root = pressed({});
    await vi.waitFor(() => find(root, "button[data-action='undo']"));

    expect(find(root, "button[data-action='decline']").hasAttribute("disabled")).toBe(false);
  });
});

describe("an answer taken back from the calendar", () => {
  const CALENDAR = { name: "Home", because: null, detail: "", to: null } as const;

  const DECLINED = {
    action: "decline",
    partstat: "DECLINED",
    messageId: "reply-2@example.org",
  } as const;

  function applied(changes: Partial<OutcomeView> = {}): OutcomeView {
    return outcome({ calendar: { ...CALENDAR, state: "written" }, ...changes });
  }

  function undone(changes: Partial<OutcomeView> = {}): OutcomeView {
    return outcome({ calendar: { ...CALENDAR, state: "undone" }, partstat: null, ...changes });
  }

  function mine(root: HTMLElement): string | null {
    return find(root, '[data-attendee="me"] .partstat').textContent;
  }

  async function answered(root: HTMLElement, action: string, expected: string): Promise<void> {
    press(root, action);
    await vi.waitFor(() => {
      expect(mine(root)).toBe(expected);
    });
  }

  it("leaves the one before it, where it was given on the same card", async () => {
    const root = show(
      {},
      {
        answer: vi
          .fn()
          .mockResolvedValueOnce({ kind: "outcome", outcome: applied() })
          .mockResolvedValue({
            kind: "outcome",
            outcome: applied(DECLINED),
          }),
        undoCalendar: () => Promise.resolve(undone({ ...DECLINED, partstat: null })),
      },
    );
    await answered(root, "accept", "Accepted");
    await answered(root, "decline", "Declined");
    await answered(root, "undo", "Accepted");

    expect(find(root, ".my-answer").textContent).toMatch(/^You accepted /u);
  });

  it("has the card drawn anew where it was drawn with that answer", async () => {
    const refresh = vi.fn();
    const root = show(
      { outcome: applied() },
      { refresh, undoCalendar: () => Promise.resolve(undone()) },
    );
    press(root, "undo");
    await vi.waitFor(() => {
      expect(refresh).toHaveBeenCalledOnce();
    });

    expect(find(root, "[data-outcome]").textContent).toContain("Home");
  });

  it("leaves the card as it is where the calendar could not be put back", async () => {
    const refresh = vi.fn();
    const root = show(
      { outcome: applied() },
      {
        refresh,
        undoCalendar: () =>
          Promise.resolve(applied({ calendar: { ...CALENDAR, state: "failed" } })),
      },
    );
    press(root, "undo");
    await vi.waitFor(() => {
      expect(root.querySelector('[data-action="try-again"]')).not.toBeNull();
    });

    expect(refresh).not.toHaveBeenCalled();
  });
});

describe("my line in the list of attendees", () => {
  const ANSWERED = { kind: "outcome", outcome: outcome() } as const;

  async function accepted(changes: Partial<CardView>, choice = ""): Promise<string | null> {
    const root = show(changes, {
      answer: () => Promise.resolve(ANSWERED),
      outcome: () => Promise.resolve(null),
    });
    if (choice !== "") {
      fill(root, "occurrence", choice);
      find(root, '[data-field="occurrence"]').dispatchEvent(new Event("change"));
    }
    press(root, "accept");
    await vi.waitFor(() => {
      expect(outcomeOf(root)).toBe("sent");
    });
    return find(root, '[data-attendee="me"] .partstat').textContent;
  }

  it("says at once what was answered", async () => {
    expect(await accepted({})).toBe("Accepted");
  });

  it("is left alone by an answer to one occurrence", async () => {
    const key = "2026-12-01T09:00:00Z";
    const shown = [{ key, start: key, answered: null }];
    expect(await accepted({ occurrences: { shown, hasMore: false } }, key)).toBe("No answer yet");
  });

  it("is left alone where nothing is asked of the user", async () => {
    expect(await accepted({ answerNeeded: null })).toBe("No answer yet");
  });
});
