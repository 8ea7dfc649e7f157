import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { pressAnswer } from "./answer.ts";
import { EDITIONS } from "./edition.ts";
import { invitationMail, makeInvitation } from "./invitation.ts";
import { readRecord } from "./kept-record.ts";
import { Stage } from "./stage.ts";

type Popup = Awaited<ReturnType<Stage["openPopup"]>>;

describe.each(EDITIONS)("in the $name edition", (edition) => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.start(edition, { sendInBackground: true });
  });

  afterAll(async () => {
    await stage.stop();
  });

  it("five fast clicks on Accept send one reply", async () => {
    await stage.receive(invitationMail(makeInvitation()));
    const popup = await stage.openPopup();
    await popup.click('button[data-action="accept"]', 5);
    await stage.waitForOutcome(popup, "sent", "failed", "unknown");
    await stage.closePopup();

    await expectSent(1);
  });

  it("five requests at the same time send one reply", async () => {
    await stage.receive(invitationMail(makeInvitation()));
    const popup = await stage.openPopup();
    const outcomes = await popup.evaluate(requestFiveTimes);
    expect(new Set(outcomes)).toEqual(new Set(["outcome"]));
    await stage.waitForOutcome(await reopen(), "sent", "failed", "unknown");
    await stage.closePopup();

    await expectSent(2);
  });

  it("the same answer once more, after it left, sends nothing", async () => {
    const popup = await pressAnswer(stage, { action: "accept" });
    expect(await stage.waitForOutcome(popup, "sent")).toContain("juergen@example.com");
    await stage.closePopup();

    await expectSent(2);
  });

  it("a changed answer is sent", async () => {
    const popup = await pressAnswer(stage, { action: "decline" });
    await stage.smtp.waitFor(3);
    expect(await stage.waitForOutcome(popup, "sent")).toContain("juergen@example.com");
    await stage.closePopup();
  });

  it("an outdated invitation takes a second click, and may be left alone", async () => {
    const invitation = makeInvitation({ sequence: 1 });
    const older = { ...makeInvitation(), uid: invitation.uid };
    await stage.receive(invitationMail(invitation));
    await stage.waitForAction(({ badge }) => badge === "✓");
    await stage.receive(invitationMail(older));
    await stage.waitForAction(({ badge }) => badge === "!!");

    const popup = await pressAnswer(stage, { action: "accept" });
    await popup.click('button[data-action="cancel"]');
    await popup.click('button[data-action="accept"]');
    expect(stage.smtp.received).toHaveLength(3);
    await popup.click('button[data-action="confirm"]');
    await stage.waitForOutcome(popup, "sent", "failed");
    await stage.closePopup();
    await expectSent(4);
  });

  it("lists every answer to the event, the last one first", async () => {
    await stage.receive(invitationMail(makeInvitation()));
    const popup = await pressAnswer(stage, { action: "accept" });
    await stage.waitForOutcome(popup, "sent");
    await popup.waitFor('.history:not([hidden]) [data-past="sent"]');
    await popup.fill('[data-field="comment"]', "<b>Ich bin krank</b>");
    await popup.click('button[data-action="decline"]');
    await popup.waitFor('.history [data-past="sent"] + [data-past="sent"]');
    await stage.closePopup();
    const again = await stage.openPopup();
    await again.waitFor('.history [data-past="sent"] + [data-past="sent"]');
    await again.click(".history > summary");
    const words = await again.text(".history");
    expect(words).toMatch(/Declined.*<b>Ich bin krank<\/b>.*Sent to.*Accepted.*Sent to/su);
  });

  it("forgets the answers to an event together with it", async () => {
    const popup = await reopen();
    await popup.click(".opener");
    await popup.click('button[data-forget="ask"]');
    await popup.click('button[data-forget="confirm"]');
    await popup.waitFor('p[tabindex="-1"]');
    const again = await reopen();
    await again.waitFor(".history[hidden]");
    const kept = await readRecord(stage);

    expect(await again.text()).toContain("You have not answered yet.");
    expect(kept.intents.filter(({ messageIds }) => messageIds.length > 0)).toHaveLength(4);
    await stage.closePopup();
  });

  async function reopen(): Promise<Popup> {
    await stage.closePopup();
    return stage.openPopup();
  }

  /** Nothing else waits either. */
  async function expectSent(count: number): Promise<void> {
    await stage.smtp.waitFor(count);
    expect(stage.smtp.received).toHaveLength(count);
    expect(await stage.thunderbird.listMessages("Outbox")).toEqual([]);
  }
});

/** As five pages would at the same moment, past the buttons that one page locks. */
async function requestFiveTimes(): Promise<string[]> {
  interface Answer {
    readonly value: { readonly kind: string; readonly cards: readonly { ref: unknown }[] };
  }
  const { runtime, tabs } = messenger;
  const ask = async (request: string, argument: unknown): Promise<Answer["value"]> => {
    const answer = (await runtime.sendMessage({ request, arguments: [argument] })) as Answer;
    return answer.value;
  };
  const [tab] = await tabs.query({ active: true, currentWindow: true });
  const { cards } = await ask("inspectDisplayed", tab?.id);
  const answer = {
    card: cards[0]?.ref,
    action: "accept",
    comment: null,
    identity: null,
    confirmed: false,
    edit: false,
    partstat: null,
    delegate: null,
    counter: null,
  };
  const results = await Promise.all([1, 2, 3, 4, 5].map(() => ask("answer", answer)));
  return results.map(({ kind }) => kind);
}
