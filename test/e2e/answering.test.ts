import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { waitUntil } from "../harness/wait-until.ts";
import { openComposer, pressAnswer } from "./answer.ts";
import { EDITIONS } from "./edition.ts";
import { expectConformingReply } from "./expect-reply.ts";
import { berlin, daysAhead, invitationMail, makeInvitation } from "./invitation.ts";
import { messageIdOf } from "./message-id.ts";
import { Stage } from "./stage.ts";

const COMMENT = "Komme später – schöne Grüße, Mia 🙂";

const DAY = daysAhead(20);

/** An event alone, an occurrence of a series, and one in UTC that was rescheduled before. */
const ANSWERS = [
  { action: "accept", partstat: "ACCEPTED", changes: {} },
  {
    action: "tentative",
    partstat: "TENTATIVE",
    changes: {
      sequence: 2,
      times: [`RECURRENCE-ID;TZID=Europe/Berlin:${DAY}T090000`, ...berlin(DAY)],
    },
  },
  {
    action: "decline",
    partstat: "DECLINED",
    changes: { sequence: 3, times: [`DTSTART:${DAY}T100000Z`, `DTEND:${DAY}T110000Z`] },
  },
] as const;

describe.each(EDITIONS)("the $name edition answers", (edition) => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.start(edition, { sendInBackground: true });
  });

  afterAll(async () => {
    await stage.stop();
  });

  it("where the only calendar is disabled, as in every fresh profile", async () => {
    expect(await stage.thunderbird.call("hasEnabledCalendar")).toBe(false);
  });

  it.each(ANSWERS)("$action, directly", async ({ action, partstat, changes }) => {
    const invitation = makeInvitation(changes);
    await stage.receive(invitationMail(invitation));
    const before = stage.smtp.received.length;
    const after = Date.now();

    const popup = await pressAnswer(stage, { action, comment: COMMENT });
    const outcome = await stage.waitForOutcome(popup, "sent", "failed", "unknown");
    expect(outcome).toContain("juergen@example.com");
    await stage.closePopup();

    expect(stage.smtp.received).toHaveLength(before + 1);
    await expectCorrect(before, { invitation, partstat, comment: COMMENT, after });
  });

  it.each(ANSWERS)("$action, through the composer", async ({ action, partstat, changes }) => {
    const invitation = makeInvitation(changes);
    await stage.receive(invitationMail(invitation));
    const before = stage.smtp.received.length;
    const after = Date.now();

    await openComposer(stage, action);
    await stage.thunderbird.call("writeInComposer", COMMENT);
    await stage.thunderbird.call("pressSend");
    await stage.smtp.waitFor(before + 1);

    await expectCorrect(before, { invitation, partstat, comment: COMMENT, after });
    await waitUntil(
      "the composer is closed",
      async () => (await stage.thunderbird.countComposers()) === 0,
    );
    const popup = await stage.openPopup();
    expect(await stage.waitForOutcome(popup, "sent")).toContain("juergen@example.com");
    await stage.closePopup();
    expect(stage.smtp.received).toHaveLength(before + 1);
  });

  it("without a complaint in Thunderbird's consoles", async () => {
    expect(await stage.complaints()).toEqual([]);
  });

  async function expectCorrect(
    index: number,
    expected: Parameters<typeof expectConformingReply>[1],
  ): Promise<void> {
    const received = stage.smtp.received[index];
    if (received === undefined) {
      throw new Error("Nothing was received.");
    }
    await expectConformingReply(received, expected);
    const messageId = messageIdOf(received.bytes);
    await waitUntil("there is a copy in Sent", () =>
      stage.dovecot.read("Sent").some((copy) => messageIdOf(copy) === messageId),
    );
  }
});
