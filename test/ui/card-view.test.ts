// @vitest-environment happy-dom
import { describe, expect, it, vi } from "vitest";
import type { CardView } from "../../src/app/card.ts";
import { cardView } from "../../src/ui/card/card-view.ts";
import { STATES } from "../core/itip/states.ts";
import { reader } from "../core/words/english.ts";
import { ATTENDEES, berlin, card, finding, ME, NOW, outcome } from "./cards.ts";
import { desk } from "./desk.ts";

function draw(changes: Partial<CardView> = {}): HTMLElement {
  return cardView({ card: card(changes), reader: reader(), desk: desk() });
}

function actionsOf(root: HTMLElement): string[] {
  return [...root.querySelectorAll<HTMLElement>("button[data-action]")].map(
    ({ dataset }) => dataset["action"] ?? "",
  );
}

const ACTIONS: readonly (readonly CardView["actions"][number][])[] = [
  [],
  ["ignore"],
  ["apply"],
  ["apply", "ignore"],
  ["refresh", "ignore"],
  ["record", "ignore"],
  ["accept", "tentative", "decline", "record", "ignore"],
  ["accept", "tentative", "decline", "delegate", "counter", "refresh", "record", "ignore"],
];

describe("a card", () => {
  it("says beside a lock that the message was encrypted, and only where it was", () => {
    const row = draw({ isEncrypted: true }).querySelector(".fact-encrypted");

    expect(row?.querySelector("dd")?.textContent).toBe(
      "The message was encrypted. An answer is not.",
    );
    expect(row?.querySelector(".icon-encrypted")).not.toBeNull();
    expect(draw().querySelector(".fact-encrypted")).toBeNull();
  });

  it("names each of the dates that one message adds", () => {
    const [start, end] = [berlin("2026-12-08T10:00:00"), berlin("2026-12-08T11:00:00")];
    const also = { recurrenceId: start, start, end, allDay: false, changes: [] };
    const root = draw({ state: "added", instances: [{ ...also, state: "added" }] });

    const dates = [...root.querySelectorAll(".when-headline")].map((date) => date.textContent);
    expect(new Set(dates).size).toBe(2);
  });

  describe.each(STATES)("in the state %s", (state) => {
    it.each(["organizer", "attendee", "bystander"] as const)("is marked for the %s", (role) => {
      const root = draw({ state, role, verdict: "caution" });

      const hooks = ["invitation", "recurrence-id", "part", "state", "verdict", "role"];
      expect(hooks.map((hook) => root.getAttribute(`data-${hook}`))).toEqual([
        "budget@example.org",
        "",
        "1.2",
        state,
        "caution",
        role,
      ]);
    });

    it.each(ACTIONS)("offers what it may and nothing else: %s", (...actions) => {
      const offered = actionsOf(draw({ state, actions, canEdit: false, canDelete: false }));

      expect(offered.toSorted()).toEqual(actions.toSorted());
    });
  });

  it("offers the composer where it can be opened", () => {
    expect(actionsOf(draw())).toContain("edit");
    expect(actionsOf(draw({ canEdit: false }))).not.toContain("edit");
    expect(actionsOf(draw({ actions: ["apply"] }))).not.toContain("edit");
  });

  it("names the occurrence that it is about", () => {
    const ref = { ...card().ref, recurrenceId: "2026-12-01T09:00:00Z" };

    expect(draw({ ref }).dataset["recurrenceId"]).toBe("2026-12-01T09:00:00Z");
  });

  it("shows the two SEQUENCE numbers of an outdated version, and opens the newer one", () => {
    const knownVersion = { sequence: 3, dtstamp: NOW, headerMessageId: "newer@example.org" };
    const root = draw({ state: "stale", sequence: 1, knownVersion });

    expect(root.querySelector(".standing")?.textContent).toContain("version 1");
    expect(root.querySelector(".standing")?.textContent).toContain("Version 3");
    expect(root.querySelector("button[data-action='open-newer']")).not.toBeNull();
  });

  it.each([
    ["is in no folder any more", () => Promise.resolve(false), "That message is in no folder"],
    ["cannot be asked for", () => Promise.reject(new Error("No answer.")), "No answer."],
  ])("says that the newer message %s", async (_, openMessage, words) => {
    const knownVersion = { sequence: 3, dtstamp: NOW, headerMessageId: "newer@example.org" };
    const changes = card({ state: "stale", sequence: 1, knownVersion });
    const root = cardView({ card: changes, reader: reader(), desk: desk({ openMessage }) });
    root.querySelector<HTMLButtonElement>("button[data-action='open-newer']")?.click();

    await vi.waitFor(() => {
      expect(root.querySelector(".newer")?.textContent).toContain(words);
    });
  });

  it("orders findings by severity and folds the notices", () => {
    const findings = [
      finding({ rule: "prodid-present", severity: "notice" }),
      finding({ rule: "sender-is-organizer", severity: "warning" }),
      finding({ rule: "links-safe", severity: "error" }),
    ];
    const root = draw({ findings });
    const found = [...root.querySelectorAll<HTMLElement>("[data-finding]")].map(
      ({ dataset }) => `${dataset["severity"] ?? ""} ${dataset["finding"] ?? ""}`,
    );

    expect(found).toEqual([
      "error links-safe",
      "warning sender-is-organizer",
      "notice prodid-present",
    ]);
    expect(root.querySelector("details.notices [data-finding]")).not.toBeNull();
    expect(root.querySelector("details.notices")?.hasAttribute("open")).toBe(false);
  });

  it("says the severity in words, not by its colour alone", () => {
    const root = draw({ findings: [finding({ severity: "error" })] });

    expect(root.querySelector(".severity")?.textContent).toBe("Problem");
  });

  it("sets old and new side by side", () => {
    const root = draw({
      state: "update",
      changes: [{ field: "location", old: "Room 2", new: "Room 4" }],
    });
    const cells = [...root.querySelectorAll(".changes tbody :is(th, td)")];

    expect(cells.map(({ textContent }) => textContent)).toEqual(["Where", "Room 2", "Room 4"]);
  });

  it("names the host that a join button leads to", () => {
    const joinLink = { url: "https://meet.example.com/abc", host: "meet.example.com" };

    expect(draw({ joinLink }).querySelector(".fact-join button")?.textContent).toBe(
      "Join on meet.example.com",
    );
  });

  it("folds many attendees and counts those that it does not draw", () => {
    const many = Array.from({ length: 30 }, () => ATTENDEES).flat();
    const root = draw({ attendees: many });

    expect(root.querySelector(".fact-people details")?.hasAttribute("open")).toBe(false);
    expect(root.querySelectorAll(".attendee")).toHaveLength(100);
    expect(root.querySelector(".attendees")?.textContent).toContain("and 50 more");
  });

  it("leaves the choice between several identities, the first one taken", () => {
    const other = { ...ME, id: "id2", address: "team@example.org" };
    const select = draw({ identities: [other, ME] }).querySelector<HTMLSelectElement>(
      "[data-field='identity']",
    );

    expect(select?.value).toBe("id2");
    expect(draw().querySelector("[data-field='identity']")).toBeNull();
  });

  it("still shows the outcome when it is drawn anew", () => {
    const region = draw({ outcome: outcome({ state: "sent" }) }).querySelector("[data-outcome]");

    expect(region?.closest("[aria-live='polite']")).not.toBeNull();
    expect(region?.textContent).toContain("boss@example.org");
  });
});

describe("a stranger's words on a card", () => {
  const hostile = '<img src="x" onerror="alert(1)"><script>alert(2)</script><a href="https://x">';
  const everywhere = {
    summary: hostile,
    location: hostile,
    description: hostile,
    recurrence: hostile,
    me: hostile,
    organizer: { name: hostile, address: hostile },
    sender: { name: hostile, address: hostile },
    senderRelation: "stranger",
    forwardedFrom: { name: hostile, address: hostile },
    attendees: [{ ...ATTENDEES[0], name: hostile, partstat: hostile, delegatedTo: [hostile] }],
    changes: [{ field: "summary", old: hostile, new: hostile }],
    findings: [finding({ data: { sequence: hostile, knownSequence: hostile } })],
    joinLink: { url: `https://example.org/${hostile}`, host: hostile },
    outcome: outcome({ state: "failed", reason: hostile }),
  } as Partial<CardView>;

  it("make no elements", () => {
    const root = draw(everywhere);

    expect(root.querySelectorAll("img, script, a, iframe, style, [onerror], [href]")).toHaveLength(
      0,
    );
    expect(root.querySelector(".title")?.textContent).toBe(hostile);
  });

  it("are kept apart from the direction of the text around them", () => {
    const root = draw(everywhere);

    expect(root.querySelector(".title > bdi")?.textContent).toBe(hostile);
    expect(root.querySelector(".location > bdi")?.textContent).toBe(hostile);
    expect(root.querySelector(".description-text")?.getAttribute("dir")).toBe("auto");
  });
});
