import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { waitUntil } from "../harness/wait-until.ts";
import { STORE } from "./edition.ts";
import { invitationMail, makeInvitation } from "./invitation.ts";
import { lookAtCard } from "./look-at-card.ts";
import { Stage } from "./stage.ts";

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.start(STORE);
});

afterAll(async () => {
  await stage.stop();
});

describe("what the user sends elsewhere", () => {
  it("an answer of Thunderbird's own invitation bar is known as his", async () => {
    await stage.thunderbird.call("enableCalendar");
    await stage.receive(invitationMail(makeInvitation()));
    await waitUntil("Thunderbird's own bar offers to accept", async () => {
      const bar = await stage.thunderbird.readInvitationBar();
      return bar?.buttons.includes("imipAcceptButton");
    });
    await stage.thunderbird.call("pressInvitationBar", "imipAcceptButton");

    const [reply] = await stage.smtp.waitFor(1);
    const text = reply?.bytes.toString().replace(/\r?\n[ \t]/g, "") ?? "";
    expect(text).toContain("METHOD:REPLY");
    expect(text).toMatch(/PARTSTAT=ACCEPTED/);
    await lookAtCard(stage, (card) => card.text.includes("You accepted"));
  });

  it("an answer from a phone, whose copy lies in Sent, is known as his", async () => {
    const invitation = makeInvitation();
    const messageId = await stage.receive(invitationMail(invitation));
    const reply = invitationMail({
      ...invitation,
      messageId: "from-a-phone@example.org",
      method: "REPLY",
      methodParameter: "REPLY",
      from: "me@example.org",
      to: "juergen@example.com",
      attendees: ["ATTENDEE;PARTSTAT=DECLINED:mailto:me@example.org"],
    });
    stage.dovecot.store([reply], "Sent");
    await stage.thunderbird.waitForMessage("Sent", "from-a-phone@example.org");
    await stage.show(messageId);
    await lookAtCard(stage, ({ text }) => text.includes("You declined"));
  });

  it("an invitation that he sent makes the event his own", async () => {
    const own = makeInvitation({
      uid: "organized-elsewhere@example.org",
      messageId: "own-request@example.org",
      from: "me@example.org",
      to: "asa@example.net",
      organizer: "ORGANIZER:mailto:me@example.org",
      attendees: ["ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:asa@example.net"],
    });
    stage.dovecot.store([invitationMail(own)], "Sent");
    await stage.thunderbird.waitForMessage("Sent", "own-request@example.org");
    const reply = invitationMail({
      ...own,
      messageId: "reply-to-own@example.net",
      from: "asa@example.net",
      to: "me@example.org",
      method: "REPLY",
      methodParameter: "REPLY",
      attendees: ["ATTENDEE;PARTSTAT=ACCEPTED:mailto:asa@example.net"],
    });
    await stage.receive(reply);
    const card = await lookAtCard(stage, ({ state }) => state === "reply");
    expect(card.role).toBe("organizer");
  });
});

it("a newer message is known wherever it was moved, and not offered once it was deleted", async () => {
  const old = makeInvitation();
  const newer = makeInvitation({ uid: old.uid, sequence: 2 });
  await stage.receive(invitationMail(old), invitationMail(newer));
  await stage.thunderbird.call("moveMessage", "Inbox", newer.messageId, "Trash");
  await stage.thunderbird.waitForMessage("Trash", newer.messageId);
  await stage.show(old.messageId);
  await lookAtCard(
    stage,
    ({ findings, offersNewer }) => findings.includes("not-superseded") && offersNewer,
  );
  const popup = await stage.openPopup();
  await popup.click('button[data-action="open-newer"]');
  await waitUntil(
    "the newer message is shown",
    async () => (await stage.thunderbird.call("readShownMessage")) === newer.messageId,
  );
  await stage.thunderbird.closeMessages();

  await stage.thunderbird.call("moveMessage", "Trash", newer.messageId, null);
  await stage.show(old.messageId);
  const card = await lookAtCard(stage, ({ offersNewer }) => !offersNewer);
  expect(card.state).toBe("stale");
  expect(card.findings).not.toContain("not-superseded");
});

it("a newer message is known that was thrown away before it could be read", async () => {
  const old = makeInvitation();
  const newer = makeInvitation({ uid: old.uid, sequence: 2 });
  await stage.receive(invitationMail(old));
  await lookAtCard(stage, ({ state }) => state === "new");
  await stage.thunderbird.call("holdReading");
  stage.dovecot.deliver(invitationMail(newer));
  await stage.thunderbird.waitForMessage("Inbox", newer.messageId);
  await stage.thunderbird.call("moveMessage", "Inbox", newer.messageId, "Trash");
  await stage.thunderbird.waitForMessage("Trash", newer.messageId);
  await stage.thunderbird.call("letRead");
  await stage.show(old.messageId);
  const card = await lookAtCard(stage, ({ offersNewer }) => offersNewer);
  expect(card.findings).toContain("not-superseded");
});

it("without a complaint in Thunderbird's consoles", async () => {
  expect(await stage.complaints()).toEqual([]);
});
