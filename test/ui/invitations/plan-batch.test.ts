import { describe, expect, it } from "vitest";
import type { CardView, MessageView } from "../../../src/app/card.ts";
import { planOf } from "../../../src/ui/invitations/plan-batch.ts";
import { card } from "../cards.ts";
import { row } from "./rows.ts";

function message(...cards: readonly CardView[]): MessageView {
  return {
    kind: "inspected",
    messageId: 3,
    verdict: "ok",
    findings: [],
    cards,
    place: null,
  };
}

describe("what one click on several invitations does", () => {
  it("is a letter where one click on the card would send one", () => {
    expect(planOf(row(), message(card()), "accept")).toMatchObject({ kind: "letter" });
  });

  const cases: readonly (readonly [string, string, MessageView])[] = [
    ["whose message is gone", "gone", { kind: "no-message" }],
    ["that another message has taken over", "gone", message(card({ ref: other() }))],
    ["that is cancelled by now", "not-asked", message(card({ actions: ["apply", "ignore"] }))],
    ["that warns", "look", message(card({ confirm: ["danger"] }))],
    ["that is over", "look", message(card({ confirm: ["past"] }))],
    ["that no address can answer", "no-identity", message(card({ identities: [] }))],
    ["that names nobody to answer", "no-identity", message(card({ replyTo: null }))],
  ];

  it.each(cases)("leaves out one %s", (_, because, view) => {
    expect(planOf(row(), view, "accept")).toMatchObject({ kind: "left-out", because });
  });

  it("takes the card of the row's own occurrence", () => {
    const occurrence = { ...other(), uid: "budget@example.org", recurrenceId: "2026-12-08" };
    const view = message(card(), card({ ref: occurrence }));

    expect(planOf(row({ recurrenceId: "2026-12-08" }), view, "accept")).toMatchObject({
      kind: "letter",
      card: { ref: { recurrenceId: "2026-12-08" } },
    });
  });
});

function other(): CardView["ref"] {
  return { ...card().ref, uid: "other@example.org" };
}
