import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { waitUntil } from "../harness/wait-until.ts";
import { pressAnswer } from "./answer.ts";
import { CALENDAR } from "./edition.ts";
import { invitationMail, makeInvitation, ME } from "./invitation.ts";
import { Stage } from "./stage.ts";

describe("without telling anybody", () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.start(CALENDAR);
  });

  afterAll(async () => {
    await stage.stop();
  });

  it("an answer is recorded where the organizer asks for none, and sent on demand", async () => {
    const quiet = ME.replace("RSVP=TRUE", "RSVP=FALSE");
    await stage.receive(invitationMail(makeInvitation({ attendees: [quiet] })));
    const popup = await pressAnswer(stage, { action: "accept" });
    await stage.waitForOutcome(popup, "recorded");
    expect(stage.smtp.received).toEqual([]);

    await popup.click('[data-field="send"]');
    await popup.click('button[data-action="accept"]:enabled');
    await stage.waitForOutcome(popup, "sent");
    await stage.closePopup();
    expect(stage.smtp.received).toHaveLength(1);
  });

  it("a message of a stranger's is ignored or moved to Trash by the first buttons", async () => {
    const before = stage.smtp.received.length;
    const forged = makeInvitation({ from: "Mallory <mallory@example.net>" });
    const messageId = await stage.receive(invitationMail(forged));
    const popup = await stage.openPopup();
    const first = await popup.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>(".answer-form > .buttons button")]
        .map(({ dataset }) => dataset["action"])
        .slice(0, 3),
    );
    expect(first).toEqual(["ignore", "delete", "accept"]);

    await popup.click('button[data-action="delete"]');
    await stage.thunderbird.waitForMessage("Trash", messageId);
    await waitUntil("the inbox has it no more", async () => {
      const left = await stage.thunderbird.listMessages("Inbox");
      return left.every((message) => message.messageId !== messageId);
    });
    expect(stage.smtp.received).toHaveLength(before);
  });

  it("troubles no console", async () => {
    expect(await stage.complaints()).toEqual([]);
  });
});
