import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { waitUntil } from "../harness/wait-until.ts";
import { pressAnswer } from "./answer.ts";
import { EDITIONS } from "./edition.ts";
import { invitationMail, makeInvitation } from "./invitation.ts";
import { linesOf, readReply } from "./read-reply.ts";
import { Stage } from "./stage.ts";

describe.each(EDITIONS)("the $name edition, killed between click and sending,", (edition) => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.start(edition, { sendInBackground: true });
  });

  afterAll(async () => {
    await stage.stop();
  });

  it("knows of a reply that did not arrive no more than is true, and sends it once", async () => {
    const clicked = await clickAndKill("loses");
    expect(stage.smtp.received).toHaveLength(0);

    const popup = await stage.openPopup();
    await stage.waitForOutcome(popup, "unknown");
    await popup.click('button[data-action="resend"]');
    await stage.waitForOutcome(popup, "sent");
    await stage.closePopup();

    expect(stage.smtp.received).toHaveLength(1);
    await expectWrittenBefore(clicked);
  });

  it("does not send again by itself what the server had taken", async () => {
    const before = stage.smtp.received.length;
    await clickAndKill("takes");
    expect(stage.smtp.received).toHaveLength(before + 1);
    await expectUnknown();

    // So soon after, Thunderbird has not yet written down that its Outbox is empty again.
    await stage.thunderbird.kill();
    await stage.restart();
    // The next answer takes along whatever is in the Outbox.
    await stage.receive(invitationMail(makeInvitation()));
    await stage.waitForOutcome(await pressAnswer(stage, { action: "decline" }), "sent");
    await stage.closePopup();
    expect(await stage.thunderbird.listMessages("Outbox")).toEqual([]);
    expect(stage.smtp.received).toHaveLength(before + 2);
  });

  it("says after a kill at any moment what is true", async () => {
    const before = stage.smtp.received.length;
    const messageId = await stage.receive(invitationMail(makeInvitation()));
    await pressAnswer(stage, { action: "accept" });
    await stage.thunderbird.kill();
    await stage.restart();
    await stage.show(messageId);
    const popup = await stage.openPopup();
    const outcome = await popup.evaluate(
      () => document.querySelector<HTMLElement>("[data-outcome]")?.dataset["outcome"] ?? "none",
    );
    await stage.closePopup();

    const left = stage.smtp.received.length - before;
    const truths = [
      ["none", "failed", "unknown", "queued"],
      ["sent", "unknown"],
    ];
    expect(truths[left]).toContain(outcome);
  });

  async function expectUnknown(): Promise<void> {
    const popup = await stage.openPopup();
    await stage.waitForOutcome(popup, "unknown");
    await stage.closePopup();
  }

  /** Answers, kills Thunderbird while the server is silent, and starts it again. */
  async function clickAndKill(server: "takes" | "loses"): Promise<number> {
    const messageId = await stage.receive(invitationMail(makeInvitation()));
    const release = stage.smtp.stall();
    await pressAnswer(stage, { action: "accept" });
    await waitUntil("the server has the message and is silent", () => stage.smtp.stalling === 1);
    await stage.thunderbird.kill();
    const killed = Date.now();
    stage.smtp.refuse(server === "loses" ? { code: 451, words: "Lost" } : null);
    release();
    await waitUntil("the server is done with it", () => stage.smtp.stalling === 0);
    stage.smtp.refuse(null);
    await stage.restart();
    await stage.show(messageId);
    return killed;
  }

  /** The same answer, not a new one: its DTSTAMP is that of the click. */
  async function expectWrittenBefore(moment: number): Promise<void> {
    const bytes = stage.smtp.received[0]?.bytes ?? Buffer.of();
    const [stamp] = linesOf(await readReply(bytes), "DTSTAMP");
    const latest = new Date(moment).toISOString().replace(/[-:]|\.\d+/g, "");
    expect((stamp ?? "").slice("DTSTAMP:".length) <= latest).toBe(true);
  }
});
