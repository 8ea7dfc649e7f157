import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeFolder } from "../harness/cleanup.ts";
import { pressAnswer } from "./answer.ts";
import { CALENDAR } from "./edition.ts";
import { invitationMail, makeInvitation } from "./invitation.ts";
import { messageIdOf } from "./message-id.ts";
import { readBanner } from "./read-banner.ts";
import { readCards } from "./read-cards.ts";
import { linesOf, readReply } from "./read-reply.ts";
import { sampleMail, SAMPLE_USER } from "./sample.ts";
import { Stage } from "./stage.ts";

const ME = { name: "Mia Müller", email: "me@example.org" };

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.start(CALENDAR, { identities: [ME, SAMPLE_USER] });
});

afterAll(async () => {
  await stage.stop();
});

describe("a message with two invitations", () => {
  it("has a card for each, and each is answered for itself", async () => {
    await stage.receive(sampleMail("two-invitations"));
    const popup = await stage.openPopup();
    const cards = await readCards(popup);
    expect(cards).toHaveLength(2);
    const [first, second] = cards.map(({ invitation }) => invitation);
    expect(first).not.toBe(second);

    await popup.click(`[data-invitation="${second ?? ""}"] button[data-action="accept"]`);
    await popup.waitFor(`[data-invitation="${second ?? ""}"] [data-outcome="sent"]`);
    const untouched = `[data-invitation="${first ?? ""}"]:not(:has([data-outcome]))`;
    await popup.waitFor(untouched);
    await stage.closePopup();
    const reply = await readReply(stage.smtp.received.at(-1)?.bytes ?? Buffer.of());
    expect(linesOf(reply, "UID")).toEqual([`UID:${second ?? ""}`]);
  });
});

describe("outside of the message pane", () => {
  it.each(["tab", "window"] as const)("a message in a %s is answered", async (kind) => {
    const messageId = await stage.receive(invitationMail(makeInvitation()));
    await stage.thunderbird.openMessage({ kind }, messageId);
    await expectAnswered();
  });

  it("an opened file is answered", async () => {
    const invitation = makeInvitation();
    const path = join(makeFolder(), "saved.eml");
    writeFileSync(path, invitationMail(invitation));
    await stage.thunderbird.openMessage({ kind: "file", path }, invitation.messageId);
    await expectAnswered();
  });

  it("a banner warns there too", async () => {
    const path = join(makeFolder(), "warned.eml");
    const mail = sampleMail("method-mismatch");
    writeFileSync(path, mail);
    await stage.thunderbird.openMessage({ kind: "file", path }, messageIdOf(mail));
    await stage.waitForAction(({ badge }) => badge === "!!");
    expect(await readBanner(stage)).toMatchObject({ verdict: "danger" });
    await stage.thunderbird.closeMessages();
  });

  async function expectAnswered(): Promise<void> {
    const before = stage.smtp.received.length;
    await stage.waitForAction(({ badge }) => badge === "✓");
    const popup = await pressAnswer(stage, { action: "accept" });
    await stage.waitForOutcome(popup, "sent", "failed");
    await stage.closePopup();
    await stage.thunderbird.closeMessages();
    expect(stage.smtp.received).toHaveLength(before + 1);
  }
});

describe("in the folders where nothing is to be answered", () => {
  it.each(["Junk", "Trash"])("%s offers to ignore it", async (folder) => {
    await openIn(folder);
    const popup = await stage.openPopup();
    const [card] = await readCards(popup);
    expect(card?.actions).toEqual(["ignore"]);
    await stage.closePopup();
  });

  it.each(["Sent", "Drafts"])("%s offers nothing", async (folder) => {
    await openIn(folder);
    const popup = await stage.openPopup();
    const [card] = await readCards(popup);
    expect(card?.actions).toEqual([]);
    await stage.closePopup();
  });

  async function openIn(folder: string): Promise<void> {
    const mail = invitationMail(makeInvitation());
    stage.dovecot.deliver(mail, folder);
    await stage.show(messageIdOf(mail), folder);
    await stage.waitForAction(({ isEnabled }) => isEnabled);
  }
});

it("without a complaint in Thunderbird's consoles", async () => {
  expect(await stage.complaints()).toEqual([]);
});
