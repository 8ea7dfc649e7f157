import { describe, expect, it } from "vitest";

import { answerInvitation } from "../../src/app/answer-invitation.ts";
import type { CardView } from "../../src/app/card.ts";
import { Stage, type Attack } from "../attacks/stage.ts";
import { memoryWorld } from "../attacks/world.ts";
import { BOSS, ME } from "../core/rules/rule-tester.ts";
import { cardOf, click } from "./clicking.ts";

const ANNA = "anna@example.com";
const BEN = "ben@example.com";

/** An event of the user's own. */
const MINE: Attack = {
  id: "mine",
  from: ME,
  event: [
    "SEQUENCE:1",
    `ORGANIZER:mailto:${ME}`,
    `ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:${ANNA}`,
    `ATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:${BEN.toUpperCase()}`,
  ],
};

function reply(id: string, from: string, partstat: string, ...event: readonly string[]): Attack {
  const attendee = `ATTENDEE;PARTSTAT=${partstat}:mailto:${from}`;
  const version = event.some((line) => line.startsWith("SEQUENCE:")) ? [] : ["SEQUENCE:1"];
  const own = [...version, `ORGANIZER:mailto:${ME}`, attendee, ...event];
  return { id, from, method: "REPLY", event: own };
}

/** What stands beside each guest once all these messages have come. */
async function answersOn(...messages: readonly Attack[]): Promise<Record<string, string>> {
  const stage = new Stage();
  for (const message of messages) {
    await stage.receive(message);
  }
  const { card } = await stage.receive(MINE);
  return partstats(card);
}

function partstats({ attendees }: CardView): Record<string, string> {
  return Object.fromEntries(
    attendees.map(({ address, partstat }) => [address?.toLowerCase() ?? "", partstat]),
  );
}

describe("the guests on the card of an event of mine", () => {
  it("stand as the message names them while nobody has answered", async () => {
    expect(await answersOn()).toEqual({ [ANNA]: "NEEDS-ACTION", [BEN]: "NEEDS-ACTION" });
  });

  it("stand there with what each of them replied last, whatever the order", async () => {
    const first = reply("1", ANNA, "TENTATIVE", "DTSTAMP:20261122T120000Z");
    const second = reply("2", ANNA, "DECLINED", "DTSTAMP:20261122T130000Z");
    const other = reply("3", BEN, "ACCEPTED");
    const expected = { [ANNA]: "DECLINED", [BEN]: "ACCEPTED" };
    expect(await answersOn(first, second, other)).toEqual(expected);
    expect(await answersOn(second, other, first)).toEqual(expected);
  });

  it("have not answered what was rescheduled after they replied", async () => {
    const early = reply("1", ANNA, "ACCEPTED", "SEQUENCE:0");
    expect((await answersOn(early))[ANNA]).toBe("NEEDS-ACTION");
  });

  it("are not moved by a reply that somebody else wrote in their name", async () => {
    const forged = { ...reply("1", ANNA, "DECLINED"), from: "mallory@example.net" };
    expect((await answersOn(forged))[ANNA]).toBe("NEEDS-ACTION");
  });
});

describe("my own line among the guests", () => {
  it("says what I answered", async () => {
    const stage = memoryWorld();
    const invitation = { id: "1" };
    const card = await cardOf(stage, invitation);
    expect(partstats(card)[ME]).toBe("NEEDS-ACTION");
    await answerInvitation(click(card, "tentative"), stage.world);
    expect(partstats(await cardOf(stage, invitation))[ME]).toBe("TENTATIVE");
  });

  it("says what the message says while a new answer is asked for", async () => {
    const stage = memoryWorld();
    const card = await cardOf(stage, { id: "1" });
    await answerInvitation(click(card, "accept"), stage.world);
    const moved = { id: "2", event: ["SEQUENCE:1", "DTSTART:20261210T090000Z"] };
    const update = await cardOf(stage, moved);
    expect(update.organizer?.address).toBe(BOSS);
    expect(partstats(update)[ME]).toBe("NEEDS-ACTION");
  });
});
