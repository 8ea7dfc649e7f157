import { describe, expect, it } from "vitest";

import { BOSS, ME } from "../core/rules/rule-tester.ts";
import { answerTo, named, receive, sentences, Stage, type Attack } from "./stage.ts";

const EVE = "eve@attacker.example";
const FROM_EVE = `Eve <${EVE}>`;

/** The event that BOSS really arranged. */
const GENUINE: Attack = { id: "genuine" };
const MOVED = ["DTSTART:20261202T090000Z", "DTEND:20261202T100000Z"];

/** His own next version, a day later. */
const NEXT = {
  id: "next",
  event: ["SEQUENCE:1", "DTSTAMP:20261122T115930Z", ...MOVED],
} satisfies Attack;

/** The user's own event, to which others answer. */
const OWN: Attack = {
  id: "own",
  from: `Me <${ME}>`,
  event: [`ORGANIZER:mailto:${ME}`, "ATTENDEE:mailto:bob@example.net"],
};

function reply(attendee: string, from: string): Attack {
  return {
    id: "reply",
    from,
    method: "REPLY",
    event: [`ORGANIZER:mailto:${ME}`, `ATTENDEE;PARTSTAT=ACCEPTED:mailto:${attendee}`],
  };
}

async function stageWith(...messages: readonly Attack[]): Promise<Stage> {
  const stage = new Stage();
  for (const message of messages) {
    await stage.receive(message);
  }
  return stage;
}

describe("forged organizers", () => {
  it("A01 a request in another's name names both, and counts for nothing by itself", async () => {
    const attack = { from: FROM_EVE, event: ["ORGANIZER;CN=Chief:mailto:ceo@example.org"] };
    const received = await receive(attack);

    expect(received).toMatchObject({ state: "new", verdict: "caution", applied: false });
    expect(received.broken).toEqual([
      "answer-goes-to-sender: warning",
      "sender-is-organizer: warning",
    ]);
    expect(sentences(received, "sender-is-organizer")).toEqual([
      `${EVE} sent this in the name of the organizer, ceo@example.org.`,
    ]);
    expect(received.card.replyTo).toBe("ceo@example.org");
  });

  it("A02 a forged cancellation cancels nothing until the user applies it", async () => {
    const stage = await stageWith(GENUINE);
    const attack: Attack = { id: "forged", from: FROM_EVE, method: "CANCEL", event: NEXT.event };
    const forged = await stage.receive(attack);

    expect(forged).toMatchObject({ state: "cancelled", verdict: "caution", applied: false });
    expect(forged.broken).toEqual(["sender-is-organizer: warning"]);
    expect(forged.inspected.actions).toEqual(["apply", "ignore"]);
    expect((await stage.open(NEXT)).state).toBe("update");
    expect((await stage.open(GENUINE)).state).toBe("new");

    stage.decide(forged, null);
    expect((await stage.open(GENUINE)).state).toBe("stale");
  });

  it("A03 a forged update shows old and new, and does not push out the genuine one", async () => {
    const stage = await stageWith(GENUINE);
    const event = ["SEQUENCE:9", ...MOVED, "URL:https://attacker.example/join"];
    const forged = await stage.receive({ id: "forged", from: FROM_EVE, event });

    expect(forged).toMatchObject({ state: "update", verdict: "caution", applied: false });
    expect(forged.broken).toContain("sender-is-organizer: warning");
    expect(forged.card.changes).toContainEqual({
      field: "start",
      old: "2026-12-01T09:00:00Z",
      new: "2026-12-02T09:00:00Z",
    });
    expect(forged.card.changes.map(({ field }) => field)).toContain("links");
    const next = await stage.receive(NEXT);
    expect(next).toMatchObject({ state: "update", verdict: "ok", applied: true });
    expect(next.card.knownVersion?.sequence).toBe(0);
  });

  it("A06 an organizer who takes over a known event is never silent", async () => {
    const stage = await stageWith(GENUINE);
    const event = ["SEQUENCE:1", `ORGANIZER:mailto:${EVE}`];
    const taken = await stage.receive({ id: "taken", from: FROM_EVE, event });

    expect(taken).toMatchObject({ state: "new", verdict: "danger" });
    expect(taken.broken).toEqual(["organizer-unchanged: error"]);
    expect(sentences(taken, "organizer-unchanged")[0]).toContain(BOSS);
    expect(taken.card.confirm).toEqual(["danger"]);
  });

  it("A07 two organizers of one UID keep a state each, and messages of both say so", async () => {
    const other = { id: "other", from: FROM_EVE, event: [`ORGANIZER:mailto:${EVE}`] };
    const stage = await stageWith(GENUINE, other);
    const next = await stage.receive(NEXT);

    expect(next).toMatchObject({ state: "update", verdict: "danger" });
    expect(sentences(next, "organizer-unchanged")[0]).toContain(EVE);
    expect((await stage.open(other)).state).toBe("new");
    expect((await stage.open(GENUINE)).state).toBe("stale");
  });

  it.each(["2147483647", "-1", "NaN", "99999999999999999999"])(
    "A08 SEQUENCE:%s is implausible and pins nothing",
    async (sequence) => {
      const stage = await stageWith(GENUINE);
      const event = [`SEQUENCE:${sequence}`, ...MOVED];
      const pinned = await stage.receive({ id: "pinned", event });

      expect(pinned.broken).toContain("sequence-plausible: warning");
      expect(pinned.applied).toBe(false);
      const sender = { from: `Assistant <pa@example.com>` };
      const organizer = `ORGANIZER;SENT-BY="mailto:pa@example.com":mailto:${BOSS}`;
      const next = { ...NEXT, ...sender, event: [...NEXT.event, organizer] };
      expect(await stage.open(next)).toMatchObject({ state: "update", applied: true });
    },
  );

  it("A08 a SEQUENCE pinned under the organizer's own address leaves later ones answerable", async () => {
    const stage = await stageWith(GENUINE, { id: "pinned", event: ["SEQUENCE:2147483647"] });
    const next = await stage.open(NEXT);

    expect(next.state).toBe("stale");
    expect(next.card.confirm).toContain("stale");
    expect(next.inspected.actions).toContain("accept");
  });

  it("A09 a DTSTAMP of the far future does not win against later messages", async () => {
    const stage = await stageWith(GENUINE);
    const event = ["SEQUENCE:1", "DTSTAMP:20991231T000000Z", ...MOVED];
    const pinned = await stage.receive({ id: "pinned", from: FROM_EVE, event });

    expect(pinned.broken).toContain("dtstamp-plausible: warning");
    expect(pinned.applied).toBe(false);
    expect((await stage.open(NEXT)).state).toBe("update");
  });

  it("A12 whoever claims to write for the organizer is shown beside him", async () => {
    const organizer = `ORGANIZER;SENT-BY="mailto:${EVE}":mailto:${BOSS}`;
    const claimed = await receive({ from: FROM_EVE, event: [organizer] });
    const unclaimed = await receive({ from: "Mallory <m@other.example>", event: [organizer] });

    expect(claimed.card).toMatchObject({ senderRelation: "sent-by", sender: { address: EVE } });
    expect(claimed.card.replyTo).toBe(BOSS);
    expect(unclaimed).toMatchObject({ verdict: "caution", applied: false });
    expect(unclaimed.broken).toContain("sender-is-organizer: warning");
  });

  it("A13 an answer that would reach a third party is announced with its address", async () => {
    const event = ["ORGANIZER:mailto:calendar@harvest.example"];
    const received = await receive({ from: FROM_EVE, event });

    expect(sentences(received, "answer-goes-to-sender")).toEqual([
      `Your answer would go to calendar@harvest.example, not to ${EVE}, who sent this.`,
    ]);
    expect(received.card.replyTo).toBe("calendar@harvest.example");
    expect(named(answerTo(received)?.header, "To:")).toEqual(["To: calendar@harvest.example"]);
  });

  it("A22 a sender who enters the user's answer beforehand is told on", async () => {
    const received = await receive({ event: [`ATTENDEE;PARTSTAT=ACCEPTED:mailto:${ME}`] });

    expect(received.noted).toContain("not-premarked");
    expect(received.card.answered).toBeNull();
    expect(received.inspected.answerNeeded).toBe(true);
  });
});

describe("forged answers", () => {
  it("A04 an answer in another's name is marked and changes nothing", async () => {
    const stage = await stageWith(OWN);
    const forged = await stage.receive(reply("bob@example.net", FROM_EVE));

    expect(forged).toMatchObject({ state: "reply", verdict: "caution", applied: false });
    expect(forged.broken).toEqual(["sender-is-attendee: warning"]);
    expect(sentences(forged, "sender-is-attendee")).toEqual([
      `${EVE} sent this answer in the name of bob@example.net.`,
    ]);
  });

  it("A05 an answer of somebody who was never invited is said to be one", async () => {
    const stage = await stageWith(OWN);
    const crasher = await stage.receive(reply(EVE, FROM_EVE));

    expect(crasher).toMatchObject({ state: "reply", verdict: "caution" });
    expect(crasher.broken).toEqual(["replier-invited: warning"]);
  });
});

describe("deceptive names", () => {
  it("A10 a display name that is another address is shown with the real one", async () => {
    const name = "IT Support <it@example.org>";
    const event = [`ORGANIZER;CN="${name}":mailto:${EVE}`];
    const received = await receive({ from: `"it@example.org" <${EVE}>`, event });

    expect(received.broken).toEqual(["name-matches-address: warning"]);
    for (const sentence of sentences(received, "name-matches-address")) {
      expect(sentence).toContain("it@example.org");
      expect(sentence).toContain(EVE);
    }
    expect(received.card.organizer).toEqual({ name, address: EVE });
  });

  it.each([
    ["Cyrillic letters", "boss@exаmple.com"],
    ["their punycode", "boss@xn--exmple-4nf.com"],
    ["letters that run together", "boss@exarnple.com"],
  ])("A11 a domain that imitates one that the user knows is named: %s", async (_, address) => {
    const attack: Attack = {
      id: "imitation",
      from: `Boss <${address}>`,
      event: [`ORGANIZER:mailto:${address}`],
    };
    const addresses = { identities: [ME, "me@example.com"], aliases: [] };
    const received = await new Stage({ addresses }).receive(attack);

    expect(received.verdict).toBe("caution");
    expect(received.broken).toEqual(["no-lookalike: warning"]);
    expect(sentences(received, "no-lookalike")[0]).toContain("example.com");
  });

  it.each([
    ["an override of direction", "SUMMARY:Invoice \u202efdp.exe"],
    ["zero-width spaces in a title", "SUMMARY:Bud\u200bget"],
    ["tags that spell a hidden text", "DESCRIPTION:Hi \u{e0049}\u{e0067}\u{e006e}"],
    ["an override in a name", `ORGANIZER;CN=\u202egnad:mailto:${BOSS}`],
  ])("A11 hidden characters are named: %s", async (_, line) => {
    const received = await receive({ event: [line] });

    expect(received.verdict).toBe("caution");
    expect(received.broken).toEqual(["text-without-hidden-characters: warning"]);
    expect(sentences(received, "text-without-hidden-characters")[0]).toMatch(
      /U\+(?:202E|200B|E00)/,
    );
  });
});
