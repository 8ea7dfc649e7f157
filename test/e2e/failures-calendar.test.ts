import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { messageIdOf } from "./message-id.ts";
import { pressAnswer } from "./answer.ts";
import { CALENDAR } from "./edition.ts";
import { invitationMail, makeInvitation } from "./invitation.ts";
import { waitUntil } from "../harness/wait-until.ts";
import { Stage } from "./stage.ts";

/** Milliseconds; short, so that the event page ends again and again while a test runs. */
const IDLE = 1000;

describe("the calendar edition, where the server does not take the reply,", () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.start(CALENDAR, {
      preferences: { "extensions.background.idle.timeout": IDLE },
    });
  });

  afterAll(async () => {
    await stage.stop();
  });

  it.each([
    { at: "data", words: "Not today, says the server" },
    { at: "rcpt", words: "Nobody of that name here" },
  ] as const)("says so with its words ($at), and answering again works", async ({ at, words }) => {
    const before = stage.smtp.received.length;
    await stage.receive(invitationMail(makeInvitation()));
    stage.smtp.refuse({ code: 550, words, at });
    const popup = await pressAnswer(stage, { action: "accept" });
    expect(await stage.waitForOutcome(popup, "failed", "sent", "unknown")).toContain(words);
    await stage.closePopup();
    await expectNothingAccepted();

    stage.smtp.refuse(null);
    await expectAnswerWorks(before);
  });

  it("says that it is down, and sends the same reply when asked again", async () => {
    const before = stage.smtp.received.length;
    await stage.receive(invitationMail(makeInvitation()));
    await stage.smtp.stop();
    const popup = await pressAnswer(stage, { action: "accept" });
    expect(await stage.waitForOutcome(popup, "failed", "sent", "unknown")).toMatch(/127\.0\.0\.1/);
    await stage.closePopup();
    await expectNothingAccepted();

    await stage.smtp.start();
    const again = await stage.openPopup();
    await again.click('button[data-action="resend"]');
    await stage.waitForOutcome(again, "sent");
    await stage.closePopup();
    expect(stage.smtp.received).toHaveLength(before + 1);
  });

  it("waits for a slow one, also after the popup was closed", async () => {
    const before = stage.smtp.received.length;
    await stage.receive(invitationMail(makeInvitation()));
    const release = stage.smtp.stall();
    await pressAnswer(stage, { action: "accept" });
    await stage.closePopup();
    // An event page that waits for a listener of its own is spared once; then it would end.
    const end = performance.now() + 3 * IDLE;
    await waitUntil("an idle event page would have ended", () => performance.now() > end);

    const waiting = await stage.openPopup();
    await stage.waitForOutcome(waiting, "pending");
    await stage.closePopup();
    release();
    const popup = await stage.openPopup();
    await stage.waitForOutcome(popup, "sent", "unknown", "failed");
    expect(await popup.attribute("[data-outcome]", "data-outcome")).toBe("sent");
    await stage.closePopup();
    expect(stage.smtp.received).toHaveLength(before + 1);
  });

  it("keeps the reply in the Outbox while Thunderbird is offline", async () => {
    const before = stage.smtp.received.length;
    await stage.receive(invitationMail(makeInvitation()));
    await stage.waitForAction(({ badge }) => badge === "✓");
    await stage.thunderbird.setOffline(true);
    const popup = await pressAnswer(stage, { action: "accept" });
    expect(await stage.waitForOutcome(popup, "queued", "failed", "sent")).toContain("Outbox");
    await stage.closePopup();

    await stage.thunderbird.setOffline(false);
    await stage.thunderbird.sendUnsentMessages();
    const received = await stage.smtp.waitFor(before + 1);
    expect(new Set(received.map(({ bytes }) => messageIdOf(bytes))).size).toBe(before + 1);
  });

  it("without a complaint in Thunderbird's consoles", async () => {
    expect(await stage.complaints()).toEqual([]);
  });

  /** Opened again, the popup still tells of the failure, and of no answer. */
  async function expectNothingAccepted(): Promise<void> {
    const popup = await stage.openPopup();
    await stage.waitForOutcome(popup, "failed");
    const text = await popup.text("[data-invitation]");
    expect(text).not.toMatch(/You (have )?accepted/);
    expect(text).toContain("You have not answered yet.");
    await stage.closePopup();
  }

  async function expectAnswerWorks(before: number): Promise<void> {
    const popup = await pressAnswer(stage, { action: "accept" });
    await stage.waitForOutcome(popup, "sent");
    await stage.closePopup();
    expect(stage.smtp.received).toHaveLength(before + 1);
  }
});
