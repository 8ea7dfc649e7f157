import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Cyrus } from "../harness/cyrus.ts";
import { Smtp, type Received } from "../harness/smtp.ts";
import { readWithPython } from "../interop/read-with-python.ts";
import { pressAnswer } from "./answer.ts";
import { CalendarPort } from "./calendar-port.ts";
import { CALENDAR } from "./edition.ts";
import { answerIn, eventsIn, valueIn } from "./event-lines.ts";
import { invitationMail, makeInvitation } from "./invitation.ts";
import { subscribe } from "./remote-calendar.ts";
import { Stage } from "./stage.ts";

const USER = "me@example.org";

describe("a calendar whose server schedules by itself", () => {
  let stage: Stage;
  let port: CalendarPort;
  let cyrus: Cyrus;
  let calendarId: string;
  /** Where the calendar's server sends its mail. */
  let serversMail: Smtp;

  beforeAll(async () => {
    serversMail = await Smtp.start();
    [stage, cyrus] = await Promise.all([Stage.start(CALENDAR), Cyrus.start(serversMail.port)]);
    await cyrus.addUser(USER);
    // Beside the Today pane Thunderbird closes a popup again while its window has no focus.
    await stage.xvfb.focusWindow();
    port = new CalendarPort(stage);
    const { port: http } = new URL(cyrus.calendar(USER).access.url);
    calendarId = await subscribe(stage, cyrus.calendar(USER), {
      name: "Cyrus",
      port: Number(http),
    });
  });

  afterAll(async () => {
    await stage.stop();
    await Promise.all([cyrus.stop(), serversMail.stop()]);
  });

  it("says so", async () => {
    expect(await port.call("list")).toContainEqual(
      expect.objectContaining({ name: "Cyrus", type: "caldav", email: USER, schedules: true }),
    );
  });

  it("gets the answer, tells the organizer, and Convene sends no mail", async () => {
    const invitation = makeInvitation();
    await stage.receive(invitationMail(invitation));
    const popup = await stage.openPopup();
    await popup.waitFor(".surroundings dd");
    expect(await popup.text(".surroundings")).toContain("Your calendar’s server sends the answer");
    await popup.click('button[data-action="accept"]');
    const words = await stage.waitForOutcome(popup, "recorded", "sent", "failed");
    expect(words).toContain("whose server sends your answer to juergen@example.com");
    await stage.closePopup();

    const [event] = eventsIn((await cyrus.calendar(USER).read(invitation.uid)) ?? "");
    expect(answerIn(event)).toBe("ACCEPTED");
    const [told, ...others] = await serversMail.waitFor(1);
    expect(others).toEqual([]);
    expect(told?.rcptTo).toEqual(["juergen@example.com"]);
    expect(answerOf(told)).toEqual({ method: "REPLY", uid: invitation.uid, partstat: "ACCEPTED" });
    expect(stage.smtp.received).toEqual([]);
    expect(await stage.thunderbird.listMessages("Outbox")).toEqual([]);
  });

  it("is told of a changed answer, once", async () => {
    const popup = await pressAnswer(stage, { action: "decline", comment: "Leider nicht" });
    await stage.waitForOutcome(popup, "recorded", "sent", "failed");
    await stage.closePopup();
    const [, told] = await serversMail.waitFor(2);
    expect(answerOf(told)).toMatchObject({ method: "REPLY", partstat: "DECLINED" });
    expect(serversMail.received).toHaveLength(2);
    expect(stage.smtp.received).toEqual([]);
  });

  it("keeps silent where the mail must be ours: an answer that it cannot give", async () => {
    const invitation = makeInvitation();
    const before = serversMail.received.length;
    await stage.receive(invitationMail(invitation));
    const popup = await stage.openPopup();
    await popup.click('button[data-action="edit"]');
    await popup.click('button[data-action="accept"]');
    await stage.thunderbird.waitForComposer();
    await stage.closePopup();
    await stage.thunderbird.call("pressSend");
    await stage.smtp.waitFor(1);
    const seen = await stage.openPopup();
    await stage.waitForOutcome(seen, "sent");
    await stage.closePopup();

    const [event] = eventsIn((await cyrus.calendar(USER).read(invitation.uid)) ?? "");
    expect(answerIn(event)).toBe("ACCEPTED");
    expect(event).toMatch(/^ORGANIZER.*SCHEDULE-AGENT=CLIENT/m);
    expect(valueIn(event, "ORGANIZER")).toBe("mailto:juergen@example.com");
    expect(serversMail.received).toHaveLength(before);
  });

  it("keeps silent where the user told Thunderbird to send the mail", async () => {
    await stage.thunderbird.run(
      'calendarById(arguments[0]).setProperty("forceEmailScheduling", true);',
      calendarId,
    );
    expect(await port.call("list")).toContainEqual(
      expect.objectContaining({ name: "Cyrus", schedules: false }),
    );
    const invitation = makeInvitation();
    const before = [stage.smtp.received.length, serversMail.received.length] as const;
    await stage.receive(invitationMail(invitation));
    const popup = await pressAnswer(stage, { action: "accept" });
    await stage.waitForOutcome(popup, "sent", "recorded", "failed");
    await stage.closePopup();
    const [event] = eventsIn((await cyrus.calendar(USER).read(invitation.uid)) ?? "");
    expect(answerIn(event)).toBe("ACCEPTED");
    expect(event).toMatch(/^ORGANIZER.*SCHEDULE-AGENT=CLIENT/m);
    expect(stage.smtp.received).toHaveLength(before[0] + 1);
    expect(serversMail.received).toHaveLength(before[1]);
  });

  it("without a complaint in Thunderbird's consoles", async () => {
    expect(await stage.complaints()).toEqual([]);
  });
});

/** What a mail of the calendar's server tells the organizer. */
function answerOf(mail: Received | undefined): object {
  const [calendar] = readWithPython(mail?.bytes ?? Buffer.alloc(0)).calendars;
  const event = calendar?.components.find(({ name }) => name === "VEVENT");
  const [me] = event?.attendees ?? [];
  return { method: calendar?.method, uid: event?.uid, partstat: me?.parameters["PARTSTAT"] };
}
