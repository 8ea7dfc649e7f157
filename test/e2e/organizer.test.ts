import { afterAll, beforeAll, expect, it } from "vitest";
import { Dovecot } from "../harness/dovecot.ts";
import { makeProfile } from "../harness/profile.ts";
import { Thunderbird } from "../harness/thunderbird.ts";
import { waitUntil } from "../harness/wait-until.ts";
import { pressAnswer } from "./answer.ts";
import { CALENDAR } from "./edition.ts";
import { berlin, calendarObject, daysAhead, invitationMail, makeInvitation } from "./invitation.ts";
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

const day = daysAhead(10);
const series = [...berlin(day), "RRULE:FREQ=DAILY;UNTIL=20991231T090000Z"];
const occurrence = [`RECURRENCE-ID;TZID=Europe/Berlin:${daysAhead(12)}T100000`];

it.each<{ about: string; times: readonly string[]; stored: readonly string[] }>([
  { about: "an event", times: berlin(day), stored: berlin(day) },
  { about: "a series", times: series, stored: series },
  {
    about: "one occurrence",
    times: [...occurrence, ...berlin(daysAhead(12), 14)],
    stored: series,
  },
  {
    about: "a whole day",
    times: [`DTSTART;VALUE=DATE:${day}`, `DTEND;VALUE=DATE:${daysAhead(11)}`],
    stored: [`DTSTART;VALUE=DATE:${day}`, `DTEND;VALUE=DATE:${daysAhead(11)}`],
  },
])(
  "the organizer's own Thunderbird, without the add-on, applies the answer to $about",
  async ({ times, stored }) => {
    const invitation = makeInvitation({ times });
    await stage.receive(invitationMail(invitation));
    const popup = await pressAnswer(stage, { action: "accept", comment: "Gern" });
    await stage.waitForOutcome(popup, "sent");
    await stage.closePopup();
    const reply = stage.smtp.received.at(-1)?.bytes ?? "";
    await organizer.call("enableCalendar");
    const event = calendarObject({ ...invitation, times: stored, method: "PUBLISH" });
    await organizer.call("addEvent", event);

    mailbox.deliver(reply);
    await organizer.showMessage("Inbox", messageIdOf(reply));
    const bar = await waitUntil("the invitation bar knows what to do", async () => {
      const shown = await organizer.readInvitationBar();
      return shown !== null && shown.buttons.length > 0 && shown;
    });
    expect(bar.text).toContain("reply");
    expect(bar.buttons).toContain("imipUpdateButton");

    await organizer.run('aboutMessage().document.getElementById("imipUpdateButton").click();');
    const answered = await waitUntil("the event has the answer", async () => {
      const text = (await organizer.call("readEvent", invitation.uid)) as string;
      return text.includes("PARTSTAT=ACCEPTED") && answersIn(text);
    });
    const isOfOccurrence = times.some((line) => line.startsWith("RECURRENCE-ID"));
    expect(answered).toEqual(isOfOccurrence ? ["NEEDS-ACTION", "ACCEPTED"] : ["ACCEPTED"]);
  },
);

/** PARTSTAT of the user in each component, the series first. */
function answersIn(calendar: string): readonly (string | undefined)[] {
  return calendar
    .replace(/\r?\n[ \t]/g, "")
    .split("BEGIN:VEVENT")
    .slice(1)
    .sort((a, b) => Number(a.includes("RECURRENCE-ID")) - Number(b.includes("RECURRENCE-ID")))
    .map((event) => /^ATTENDEE.*mailto:me@example\.org/m.exec(event)?.[0])
    .map((attendee) => /;PARTSTAT=([^;:]+)/.exec(attendee ?? "")?.[1]);
}
