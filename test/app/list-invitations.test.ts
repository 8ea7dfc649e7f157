import { describe, expect, it } from "vitest";
import type { OutcomeView } from "../../src/app/card.ts";
import type { IndexedInvitation } from "../../src/app/indexed-invitation.ts";
import { listInvitations } from "../../src/app/list-invitations.ts";
import type { ListedInvitation, Section } from "../../src/app/listed-invitation.ts";
import { berlin, date, NOW } from "../ui/cards.ts";
import { indexed, reply } from "./indexed.ts";

const OUTCOMES = new Map<string, OutcomeView["state"]>();

function list(...all: readonly IndexedInvitation[]): readonly ListedInvitation[] {
  return listInvitations({ indexed: all, outcomes: OUTCOMES, now: NOW });
}

const ACCEPTED = { partstat: "ACCEPTED", sequence: 0, at: NOW - 1000 };

describe("the section of an invitation", () => {
  const cases: readonly (readonly [string, Section, readonly IndexedInvitation[]])[] = [
    ["asks for an answer", "open", [indexed()]],
    ["is answered", "other", [indexed({ answerNeeded: false, answered: ACCEPTED })]],
    [
      "changed since the answer",
      "changed",
      [
        indexed({ answerNeeded: false, answered: ACCEPTED }),
        indexed({ state: "update", sequence: 1, answered: ACCEPTED }),
      ],
    ],
    [
      "is answered from a phone meanwhile",
      "other",
      [
        indexed(),
        indexed({
          method: "REPLY",
          isOwn: true,
          author: { name: "Me", address: "me@example.org", partstat: "DECLINED" },
          date: NOW + 1000,
        }),
      ],
    ],
    ["is cancelled", "cancelled", [indexed(), indexed({ method: "CANCEL", state: "cancelled" })]],
    [
      "is cancelled before it was known",
      "cancelled",
      [
        indexed({ method: "CANCEL", state: "unknown-event", sequence: 1 }),
        indexed({ state: "stale" }),
      ],
    ],
    [
      "is revived",
      "open",
      [
        indexed({ method: "CANCEL", state: "cancelled", sequence: 1 }),
        indexed({ state: "update", sequence: 2 }),
      ],
    ],
    [
      "is cancelled for others only",
      "open",
      [indexed(), indexed({ method: "CANCEL", state: "minor-update", sequence: 1 })],
    ],
    ["may not be what it says", "suspicious", [indexed({ suspicious: true })]],
    ["is the user's own", "own", [indexed({ role: "organizer", isOwn: true, answerNeeded: null })]],
    [
      "is over",
      "other",
      [indexed({ start: berlin("2026-11-01T10:00:00"), end: berlin("2026-11-01T11:00:00") })],
    ],
    [
      "is today, all day",
      "open",
      [indexed({ start: date("2026-11-30"), end: date("2026-12-01") })],
    ],
    [
      "began long ago and goes on",
      "open",
      [indexed({ repeats: true, start: berlin("2020-11-01T10:00:00"), end: null })],
    ],
    ["has no time at all", "open", [indexed({ start: null, end: null })]],
    [
      "has a time that no calendar has",
      "open",
      [indexed({ start: { ...date("2026-02-30"), wall: "x" }, end: null })],
    ],
  ];

  it.each(cases)("of one that %s is %s", (_, section, all) => {
    expect(list(...all).map((row) => row.section)).toEqual([section]);
  });

  it.each(["pending", "queued", "failed", "unknown"] as const)(
    "of one whose answer is %s is unsent",
    (state) => {
      const one = indexed({ answerNeeded: false });
      const outcomes = new Map([[one.key, state]]);
      const [row] = listInvitations({ indexed: [one], outcomes, now: NOW });

      expect(row).toMatchObject({ section: "unsent", outcome: state });
    },
  );
});

describe("the rows", () => {
  it("are one for each event, as its newest version has it, in whichever order they came", () => {
    const versions = [
      indexed({ sequence: 0, title: "Old" }),
      indexed({ sequence: 2, title: "Newest", state: "update" }),
      indexed({ sequence: 1, title: "Newer", state: "stale" }),
    ];

    expect(list(...versions).map(({ title }) => title)).toEqual(["Newest"]);
    expect(list(...versions.reverse()).map(({ title }) => title)).toEqual(["Newest"]);
  });

  it("keep what is suspicious apart from what it pretends to change", () => {
    const forged = indexed({ method: "CANCEL", state: "cancelled", suspicious: true });

    expect(list(indexed(), forged).map(({ section, method }) => [section, method])).toEqual([
      ["suspicious", "CANCEL"],
      ["open", "REQUEST"],
    ]);
  });

  it("keep two organizers of one UID apart", () => {
    expect(list(indexed(), indexed({ organizerKey: "other@example.org" }))).toHaveLength(2);
  });

  it("cancel the occurrences of a cancelled series", () => {
    const rows = list(
      indexed({ repeats: true }),
      indexed({ recurrenceId: "2026-12-08T09:00:00Z" }),
      indexed({ method: "CANCEL", state: "cancelled", sequence: 1 }),
    );

    expect(rows.map(({ section }) => section)).toEqual(["cancelled", "cancelled"]);
  });

  it("count each guest's last answer to an event of the user's", () => {
    const own = indexed({ role: "organizer", isOwn: true, answerNeeded: null });
    const [row] = list(
      own,
      reply("Ann", "ACCEPTED"),
      reply("Bob", "DECLINED"),
      { ...reply("Bob", "ACCEPTED"), dtstamp: NOW + 1 },
      // Exchange leaves ORGANIZER out.
      { ...reply("Cem", "TENTATIVE"), organizerKey: "" },
    );

    expect(row).toMatchObject({
      section: "own",
      method: "REQUEST",
      replies: { accepted: 2, tentative: 1, declined: 0 },
    });
  });
});
