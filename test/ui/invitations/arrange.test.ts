import { describe, expect, it } from "vitest";
import type { ListedInvitation } from "../../../src/app/listed-invitation.ts";
import { arrange, prepare, sortFor, type Query } from "../../../src/ui/invitations/arrange.ts";
import { date, NOW } from "../cards.ts";
import { instant, manyRows, row } from "./rows.ts";

const READER = { now: NOW, zone: "Europe/Berlin", locale: "en" };

const QUERY: Query = { section: "all", text: "", sort: "start", group: "none" };

function arranged(rows: readonly ListedInvitation[], query: Partial<Query> = {}): unknown {
  const asked = { ...QUERY, ...query };
  return arrange(sortFor(prepare(rows, READER), asked, READER), asked).map((line) =>
    line.kind === "heading" ? `${line.group} (${line.count})` : line.row.title,
  );
}

const DAY = 86_400_000;

const ROWS = [
  row({ title: "Past", start: instant(NOW - 3 * DAY) }),
  row({ title: "Long past", start: instant(NOW - 30 * DAY) }),
  row({ title: "Later", start: instant(NOW + 9 * DAY), section: "other" }),
  row({ title: "This morning", start: instant(NOW - 3_600_000) }),
  row({ title: "No time", start: null, end: null }),
  row({ title: "Weekly", start: instant(NOW - 90 * DAY), repeats: true }),
];

describe("arranging the list", () => {
  it("puts what comes next first, then what repeats, what is past, what has no time", () => {
    expect(arranged(ROWS)).toEqual([
      "This morning",
      "Later",
      "Weekly",
      "Past",
      "Long past",
      "No time",
    ]);
  });

  it("keeps to the section", () => {
    expect(arranged(ROWS, { section: "other" })).toEqual(["Later"]);
  });

  it("groups by day, a whole-day event on the day that it names", () => {
    const rows = [
      row({ title: "Holiday", start: date("2026-12-24"), end: date("2026-12-25") }),
      row({ title: "Late", start: instant(Date.parse("2026-12-23T23:30:00Z")) }),
    ];

    expect(arranged(rows, { group: "day" })).toEqual(["2026-12-24 (2)", "Late", "Holiday"]);
  });

  it("groups by organizer, and sorts within", () => {
    const by = (name: string): ListedInvitation["organizer"] => ({ name, address: null });
    const rows = [
      row({ title: "b", organizer: by("Åsa") }),
      row({ title: "a", organizer: by("Zoë") }),
      row({ title: "a", organizer: by("Åsa") }),
    ];

    expect(arranged(rows, { group: "organizer", sort: "title" })).toEqual([
      "Åsa (2)",
      "a",
      "b",
      "Zoë (1)",
      "a",
    ]);
  });

  it.each([
    ["a part of the title", "budg"],
    ["any case", "BUDGET"],
    ["the organizer's name", "bea"],
    ["the organizer's address", "boss@"],
    ["the UID", "budget@example"],
    ["several words in any order", "boss 2027"],
  ])("finds by %s", (_, text) => {
    expect(arranged([row(), row({ title: "x", uid: "y", organizer: null })], { text })).toEqual([
      "Budget 2027",
    ]);
  });

  it("finds without accents", () => {
    expect(arranged([row({ title: "Größe prüfen" })], { text: "prufen" })).toHaveLength(1);
  });

  it("leaves out nothing and repeats nothing", () => {
    const rows = manyRows(500);
    const titles = arranged(rows, { sort: "received" }) as readonly string[];

    expect(new Set(titles).size).toBe(500);
  });
});
