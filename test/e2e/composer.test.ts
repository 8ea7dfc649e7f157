import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { waitUntil } from "../harness/wait-until.ts";
import { openComposer } from "./answer.ts";
import { CALENDAR } from "./edition.ts";
import { expectConformingReply } from "./expect-reply.ts";
import { invitationMail, makeInvitation } from "./invitation.ts";
import { readReply } from "./read-reply.ts";
import { Stage } from "./stage.ts";

describe("editing before sending", () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.start(CALENDAR);
  });

  afterAll(async () => {
    await stage.stop();
  });

  it.each([
    {
      what: "another recipient",
      because: "recipients",
      change: () => stage.thunderbird.call("addComposerRecipient", "kim@example.net"),
    },
    {
      what: "an attachment",
      because: "attachments",
      change: () => stage.thunderbird.call("attachInComposer", "notes.txt", "Notes"),
    },
  ])("sends nothing with $what, keeps the window and says why", async ({ because, change }) => {
    await stage.receive(invitationMail(makeInvitation()));
    await openComposer(stage, "accept");
    await change();
    await stage.thunderbird.call("pressSend");

    const notice = stage.thunderbird.window(stage.edition.id, "ui/notice/notice.html");
    await notice.waitFor("button");
    expect(await notice.evaluate(() => location.search)).toBe(`?because=${because}`);
    expect(await notice.text()).not.toBe("");
    await notice.click("button");
    expect(await stage.thunderbird.countComposers()).toBe(1);
    expect(stage.smtp.received).toEqual([]);

    await stage.thunderbird.call("closeComposer");
    await expectNoOutcome();
    expect(stage.smtp.received).toEqual([]);
  });

  it("takes the click back when the window is closed", async () => {
    await stage.receive(invitationMail(makeInvitation()));
    await openComposer(stage, "decline");
    await stage.thunderbird.call("closeComposer");
    await expectNoOutcome();
    expect(stage.smtp.received).toEqual([]);
  });

  it("leaves other windows alone, and takes a changed subject", async () => {
    const invitation = makeInvitation();
    await stage.receive(invitationMail(invitation));
    const after = Date.now();
    await openComposer(stage, "tentative");
    await stage.thunderbird.call("composeNew", "asa@example.net", "Lunch?", "At noon.");
    await stage.thunderbird.waitForComposer(({ subject }) => subject === "Lunch?");
    await stage.thunderbird.call("pressSend");
    const [ordinary] = await stage.smtp.waitFor(1);
    expect(ordinary?.rcptTo).toEqual(["asa@example.net"]);
    expect(ordinary?.bytes.toString()).not.toContain("text/calendar");
    expect(ordinary?.bytes.toString()).toContain("At noon.");

    await stage.thunderbird.waitForComposer(({ count }) => count === 1);
    await stage.thunderbird.call("writeInComposer", "Ich weiß noch nicht");
    const subject = `Vielleicht: ${invitation.summary}`;
    await stage.thunderbird.call("setComposerField", "msgSubject", subject);
    await stage.thunderbird.call("pressSend");
    const [, reply] = await stage.smtp.waitFor(2);
    if (reply === undefined) {
      throw new Error("There is no reply.");
    }
    await expectConformingReply(reply, {
      invitation,
      partstat: "TENTATIVE",
      comment: "Ich weiß noch nicht",
      after,
    });
    expect((await readReply(reply.bytes)).mail.subject).toBe(subject);
  });

  it("without a complaint in Thunderbird's consoles", async () => {
    expect(await stage.complaints()).toEqual([]);
  });

  /** As if nothing had been clicked. */
  async function expectNoOutcome(): Promise<void> {
    await waitUntil(
      "no composer is open",
      async () => (await stage.thunderbird.countComposers()) === 0,
    );
    const popup = await stage.openPopup();
    await popup.waitFor('[data-invitation]:not(:has([data-outcome])) button[data-action="accept"]');
    expect(await popup.text()).toContain("You have not answered yet.");
    await stage.closePopup();
  }
});
