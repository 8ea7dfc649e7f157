import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { waitUntil } from "../harness/wait-until.ts";
import { pressAnswer } from "./answer.ts";
import { CALENDAR, EDITIONS } from "./edition.ts";
import { invitationMail, makeInvitation } from "./invitation.ts";
import { linesOf, readReply } from "./read-reply.ts";
import { Stage } from "./stage.ts";

/** Long enough for a popup to be closed and opened within, on a busy machine too. */
const WINDOW_SECONDS = 15;

describe.each(EDITIONS)("the undo window of the $name edition", (edition) => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.start(edition, { sendInBackground: true, undoSeconds: WINDOW_SECONDS });
  });

  afterAll(async () => {
    await stage.stop();
  });

  it("leaves nothing of an answer that is taken back, and lets another one be given", async () => {
    await stage.receive(invitationMail(makeInvitation()));
    const popup = await pressAnswer(stage, { action: "accept" });
    await popup.click('[data-outcome="pending"] button[data-action="undo"]');
    await popup.waitFor(".taken-back");

    expect(await popup.text(".outcome-region")).toBe("Taken back. Nothing was sent.");
    expect(await popup.text()).toContain("You have not answered yet.");
    await stage.closePopup();
    const again = await stage.openPopup();
    await again.waitFor("[data-invitation]:not(:has([data-outcome]))");
    await again.click('button[data-action="decline"]');
    await stage.waitForOutcome(again, "sent");
    await stage.closePopup();
    expect(await answersSince(0)).toEqual(["DECLINED"]);
  });

  it("goes on while the popup is closed, and is shown when it is opened again", async () => {
    const before = stage.smtp.received.length;
    await stage.receive(invitationMail(makeInvitation()));
    const popup = await pressAnswer(stage, { action: "accept" });
    await popup.waitFor('[data-outcome="pending"] button[data-action="undo"]');
    await stage.closePopup();
    const again = await stage.openPopup();
    const words = await stage.waitForOutcome(again, "pending");

    expect(words).toMatch(/Your answer leaves in \d+ seconds?\./u);
    expect(stage.smtp.received).toHaveLength(before);
    await stage.waitForOutcome(again, "sent");
    await stage.closePopup();
    expect(await answersSince(before)).toEqual(["ACCEPTED"]);
  });

  it("makes five fast clicks one answer, and lets another one take its place", async () => {
    const before = stage.smtp.received.length;
    await stage.receive(invitationMail(makeInvitation()));
    const popup = await stage.openPopup();
    await popup.click('button[data-action="accept"]', 5);
    await popup.waitFor('[data-outcome="pending"] button[data-action="undo"]');
    await popup.click('button[data-action="accept"]:enabled');
    await popup.waitFor('button[data-action="tentative"]:enabled');
    await popup.click('button[data-action="tentative"]');
    await stage.waitForOutcome(popup, "sent");
    await stage.closePopup();

    expect(await answersSince(before)).toEqual(["TENTATIVE"]);
    expect(await stage.thunderbird.listMessages("Outbox")).toEqual([]);
  });

  it("ends with the answer also where the event page was ended meanwhile", async () => {
    const before = stage.smtp.received.length;
    await stage.receive(invitationMail(makeInvitation()));
    const popup = await pressAnswer(stage, { action: "accept" });
    await popup.waitFor('[data-outcome="pending"] button[data-action="undo"]');
    await stage.closePopup();
    await stage.thunderbird.call("endBackground", edition.id);
    await waitUntil(
      "the event page is ended",
      async () => (await stage.thunderbird.call("hasBackground", edition.id)) === false,
    );
    expect(stage.smtp.received).toHaveLength(before);

    await stage.smtp.waitFor(before + 1);
    const again = await stage.openPopup();
    await stage.waitForOutcome(again, "sent");
    await stage.closePopup();
    expect(await answersSince(before)).toEqual(["ACCEPTED"]);
  });

  it("sends nothing where Thunderbird was killed within, says so and offers to send", async () => {
    const before = stage.smtp.received.length;
    const messageId = await stage.receive(invitationMail(makeInvitation()));
    const popup = await pressAnswer(stage, { action: "accept" });
    await popup.waitFor('[data-outcome="pending"] button[data-action="undo"]');
    await stage.thunderbird.kill();
    await stage.restart();
    await stage.show(messageId);
    const again = await stage.openPopup();
    const words = await stage.waitForOutcome(again, "failed");

    expect(words).toContain("Your answer was not sent: Thunderbird was closed before it left.");
    expect(await again.text()).toContain("You have not answered yet.");
    expect(stage.smtp.received).toHaveLength(before);
    await again.click('button[data-action="resend"]');
    await stage.waitForOutcome(again, "sent");
    await stage.closePopup();
    expect(await answersSince(before)).toEqual(["ACCEPTED"]);
  });

  it("troubles no console", async () => {
    expect(await stage.complaints()).toEqual([]);
  });

  /** PARTSTAT of each reply that left after the first `count`. */
  async function answersSince(count: number): Promise<readonly string[]> {
    const sent = (await stage.smtp.waitFor(count + 1)).slice(count);
    const replies = await Promise.all(sent.map(({ bytes }) => readReply(bytes)));
    return replies.map((reply) => {
      const [attendee = ""] = linesOf(reply, "ATTENDEE");
      return /PARTSTAT=([A-Z-]+)/u.exec(attendee)?.[1] ?? "";
    });
  }
});

describe("the undo window and the calendar", () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.start(CALENDAR, { undoSeconds: WINDOW_SECONDS });
    await stage.thunderbird.call("enableCalendar");
  });

  afterAll(async () => {
    await stage.stop();
  });

  it("holds back what an answer does to the calendar, too", async () => {
    const { uid, ...rest } = makeInvitation();
    await stage.receive(invitationMail({ uid, ...rest }));
    const popup = await pressAnswer(stage, { action: "accept" });
    await popup.waitFor('[data-outcome="pending"] button[data-action="undo"]');
    expect(await stage.thunderbird.call("readEvent", uid)).toBeNull();
    await popup.click('button[data-action="undo"]');
    await popup.waitFor(".taken-back");
    expect(await stage.thunderbird.call("readEvent", uid)).toBeNull();

    await popup.click('button[data-action="accept"]');
    await stage.waitForOutcome(popup, "sent");
    expect(await stage.thunderbird.call("readEvent", uid)).toContain("PARTSTAT=ACCEPTED");
    await stage.closePopup();
  });
});
