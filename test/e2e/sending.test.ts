import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { waitUntil } from "../harness/wait-until.ts";
import { pressAnswer } from "./answer.ts";
import { CALENDAR } from "./edition.ts";
import { invitationMail, makeInvitation } from "./invitation.ts";
import { chooseOption } from "./in-options.ts";
import { Stage } from "./stage.ts";

describe("the road of answers, chosen in the calendar edition's settings,", () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.start(CALENDAR);
    await stage.xvfb.focusWindow();
  });

  afterAll(async () => {
    await stage.stop();
  });

  it("can leave no copy in Sent, and the answer is sent all the same", async () => {
    await chooseOption(stage, "copies", "never");
    await accept("sent");
    await stage.smtp.waitFor(1);

    await chooseOption(stage, "copies", "identity");
    await accept("sent");
    await waitUntil("the second answer's copy is in Sent", async () => (await inSent()) > 0);
    expect(await inSent()).toBe(1);
  });

  it("can lead through the Outbox, which is left when the user sends", async () => {
    await chooseOption(stage, "transport", "outbox");
    await accept("queued");
    expect(await stage.thunderbird.listMessages("Outbox")).toHaveLength(1);
    expect(stage.smtp.received).toHaveLength(2);

    await stage.thunderbird.sendUnsentMessages();
    await stage.smtp.waitFor(3);
    const sent = new TextDecoder().decode(stage.smtp.received[2]?.bytes);
    expect(sent).toMatch(/Content-Type: text\/calendar; *method=REPLY/i);
    const popup = await stage.openPopup();
    await stage.waitForOutcome(popup, "sent");
    await stage.closePopup();
  });

  it("without a complaint in Thunderbird's consoles", async () => {
    expect(await stage.complaints()).toEqual([]);
  });

  async function accept(outcome: string): Promise<void> {
    await stage.receive(invitationMail(makeInvitation()));
    await stage.waitForAction(({ badge }) => badge === "✓");
    const popup = await pressAnswer(stage, { action: "accept" });
    await stage.waitForOutcome(popup, outcome);
    await stage.closePopup();
  }

  async function inSent(): Promise<number> {
    return (await stage.thunderbird.listMessages("Sent")).length;
  }
});
