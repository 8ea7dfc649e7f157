import { afterAll, beforeAll, expect, it } from "vitest";
import { Dovecot } from "../harness/dovecot.ts";
import { makeProfile } from "../harness/profile.ts";
import { Thunderbird } from "../harness/thunderbird.ts";
import { waitUntil } from "../harness/wait-until.ts";
import { pressAnswer } from "./answer.ts";
import { CALENDAR } from "./edition.ts";
import { calendarObject, invitationMail, makeInvitation } from "./invitation.ts";
import { messageIdOf } from "./message-id.ts";
import { Stage } from "./stage.ts";

let stage: Stage;
let organizer: Thunderbird;
let mailbox: Dovecot;

beforeAll(async () => {
  stage = await Stage.start(CALENDAR);
  mailbox = await Dovecot.start();
  const profile = makeProfile({
    imap: mailbox,
    smtpPort: stage.smtp.port,
    identities: [{ name: "Jürgen Öztürk", email: "juergen@example.com" }],
  });
  organizer = await Thunderbird.start({ profile, display: stage.xvfb.display });
});

afterAll(async () => {
  await organizer.quit();
  await Promise.all([mailbox.stop(), stage.stop()]);
});

it("the organizer's own Thunderbird recognises the reply, without the add-on", async () => {
  const invitation = makeInvitation();
  await stage.receive(invitationMail(invitation));
  const popup = await pressAnswer(stage, { action: "accept", comment: "Gern" });
  await stage.waitForOutcome(popup, "sent");
  const [reply] = stage.smtp.received;
  await organizer.call("enableCalendar");
  await organizer.call("addEvent", calendarObject({ ...invitation, method: "PUBLISH" }));

  mailbox.deliver(reply?.bytes ?? "");
  await organizer.showMessage("Inbox", messageIdOf(reply?.bytes ?? ""));
  const bar = await waitUntil("the invitation bar knows what to do", async () => {
    const shown = await organizer.readInvitationBar();
    return shown !== null && shown.buttons.length > 0 && shown;
  });
  expect(bar.text).toContain("reply");
  expect(bar.buttons).toContain("imipUpdateButton");

  await organizer.run('aboutMessage().document.getElementById("imipUpdateButton").click();');
  const event = await waitUntil("the event has the answer", async () => {
    const text = (await organizer.call("readEvent", invitation.uid)) as string;
    const unfolded = text.replace(/\r?\n[ \t]/g, "");
    return unfolded.includes("PARTSTAT=ACCEPTED") && unfolded;
  });
  expect(event).toMatch(/ATTENDEE[^\r\n]*PARTSTAT=ACCEPTED[^\r\n]*mailto:me@example\.org/);
});
