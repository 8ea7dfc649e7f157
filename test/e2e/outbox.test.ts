import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Page } from "../harness/page.ts";
import { pressAnswer } from "./answer.ts";
import { STORE } from "./edition.ts";
import { invitationMail, makeInvitation } from "./invitation.ts";
import { linesOf, readReply } from "./read-reply.ts";
import { Stage } from "./stage.ts";

describe("the store edition, where Thunderbird does not send by itself,", () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.start(STORE);
  });

  afterAll(async () => {
    await stage.stop();
  });

  it("puts the reply into the Outbox, and says so until it left", async () => {
    await stage.receive(invitationMail(makeInvitation()));
    const popup = await pressAnswer(stage, { action: "accept" });
    await expectQueued(stage, popup);
    expect(stage.smtp.received).toHaveLength(0);

    await stage.thunderbird.sendUnsentMessages();
    await stage.waitForOutcome(popup, "sent");
    await stage.closePopup();
    expect(stage.smtp.received).toHaveLength(1);
    expect(await stage.thunderbird.listMessages("Outbox")).toEqual([]);
  });

  it("puts a changed answer in the place of the one that still waits", async () => {
    await stage.receive(invitationMail(makeInvitation()));
    const popup = await pressAnswer(stage, { action: "accept" });
    await stage.waitForOutcome(popup, "queued");
    await popup.click('button[data-action="decline"]');
    await stage.waitForOutcome(popup, "pending");
    await stage.waitForOutcome(popup, "queued");
    expect(await stage.thunderbird.listMessages("Outbox")).toHaveLength(1);

    await stage.thunderbird.sendUnsentMessages();
    await stage.waitForOutcome(popup, "sent");
    await stage.closePopup();
    const [, reply, third] = stage.smtp.received;
    expect(third).toBeUndefined();
    const [attendee] = linesOf(await readReply(reply?.bytes ?? Buffer.of()), "ATTENDEE");
    expect(attendee).toContain("PARTSTAT=DECLINED");
  });

  it("without a complaint in Thunderbird's consoles", async () => {
    expect(await stage.complaints()).toEqual([]);
  });
});

describe("the store edition, where Thunderbird sends by itself and the server does not take it,", () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.start(STORE, { sendInBackground: true });
  });

  afterAll(async () => {
    await stage.stop();
  });

  it("says that the reply is still in the Outbox, then that it left", async () => {
    await stage.receive(invitationMail(makeInvitation()));
    stage.smtp.refuse({ code: 550, words: "Not today" });
    await expectStuck();

    stage.smtp.refuse(null);
    await expectLeaves(1);
  });

  it("says the same where the server is down", async () => {
    await stage.receive(invitationMail(makeInvitation()));
    await stage.smtp.stop();
    await expectStuck();

    await stage.smtp.start();
    await expectLeaves(2);
  });

  it("without a complaint in Thunderbird's consoles", async () => {
    expect(await stage.complaints()).toEqual([]);
  });

  /** Thunderbird complains in a window of its own, which closes the popup. */
  async function expectStuck(): Promise<void> {
    await pressAnswer(stage, { action: "accept" });
    await stage.thunderbird.waitForAlert();
    await stage.closePopup();
    const popup = await stage.openPopup();
    await expectQueued(stage, popup);
    await stage.closePopup();
  }

  async function expectLeaves(count: number): Promise<void> {
    await stage.thunderbird.sendUnsentMessages();
    await stage.smtp.waitFor(count);
    const popup = await stage.openPopup();
    await stage.waitForOutcome(popup, "sent");
    await stage.closePopup();
    expect(stage.smtp.received).toHaveLength(count);
  }
});

async function expectQueued(stage: Stage, popup: Page): Promise<void> {
  const words = await stage.waitForOutcome(popup, "queued", "sent", "failed", "unknown");
  expect(words).toMatch(/Still in the Outbox since \d/);
  expect(await stage.thunderbird.listMessages("Outbox")).toHaveLength(1);
}
