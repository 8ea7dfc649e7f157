import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { waitUntil } from "../harness/wait-until.ts";
import { pressAnswer } from "./answer.ts";
import { CalendarPort } from "./calendar-port.ts";
import { CALENDAR } from "./edition.ts";
import {
  calendarObject,
  daysAhead,
  invitationMail,
  makeInvitation,
  type Invitation,
} from "./invitation.ts";
import { Stage } from "./stage.ts";

describe("conveneCalendar, with calendars on this computer,", () => {
  let stage: Stage;
  let port: CalendarPort;
  let calendarId: string;

  beforeAll(async () => {
    stage = await Stage.start(CALENDAR);
    port = new CalendarPort(stage);
  });

  afterAll(async () => {
    await stage.stop();
  });

  it("finds the disabled calendar of a fresh profile, and makes another", async () => {
    expect(await port.call("isAvailable")).toBe(true);
    expect(await port.call("list")).toMatchObject([{ type: "storage", isDisabled: true }]);
    const made = await port.call("create", "Größe");
    expect(made).toMatchObject({
      name: "Größe",
      type: "storage",
      isReadOnly: false,
      isDisabled: false,
      email: "me@example.org",
      schedules: false,
    });
    calendarId = made.id;
    expect((await port.call("list")).map(({ id }) => id)).toContain(calendarId);
  });

  it("puts, finds, replaces and removes an event", async () => {
    const event = makeInvitation();
    expect(await port.read(event.uid)).toBeNull();
    expect(await put(event)).toMatchObject({ outcome: "written" });
    expect(await port.read(event.uid)).toContain("SUMMARY:Größe prüfen – 予算 2027\r\n");

    expect(await put({ ...event, summary: "Moved", sequence: 1 })).toMatchObject({
      outcome: "written",
    });
    const [found, ...others] = await port.call("find", event.uid);
    expect(others).toEqual([]);
    expect(found?.text.match(/SUMMARY:.*/g)).toEqual(["SUMMARY:Moved"]);
    expect(found?.text.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);

    expect(await port.call("remove", calendarId, event.uid)).toMatchObject({ outcome: "written" });
    expect(await port.read(event.uid)).toBeNull();
    expect(await port.call("remove", calendarId, event.uid)).toMatchObject({ because: "missing" });
  });

  it("keeps a series with its changed instances, and an instance without its series", async () => {
    const day = daysAhead(10);
    const next = daysAhead(17);
    const series = makeInvitation({
      times: [...hour(day, 10), "RRULE:FREQ=WEEKLY;COUNT=4"],
    });
    const instance = component({ ...series, summary: "Later", times: moved(next) });
    const text = calendarObject({ ...series, method: "PUBLISH" }).replace(
      "END:VCALENDAR",
      `${instance}\r\nEND:VCALENDAR`,
    );
    await port.call("put", calendarId, text);
    const kept = await port.read(series.uid);
    expect(kept?.match(/BEGIN:VEVENT/g)).toHaveLength(2);
    expect(kept).toContain(`RECURRENCE-ID:${next}T100000Z`);

    const alone = makeInvitation({ summary: "Alone", times: moved(next) });
    await put(alone);
    const single = await port.read(alone.uid);
    expect(single?.match(/BEGIN:VEVENT/g)).toHaveLength(1);
    expect(single).toContain(`RECURRENCE-ID:${next}T100000Z`);
    expect(single).not.toContain("FAKED");
  });

  it.each([
    ["no calendar", "hello"],
    ["an empty one", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n"],
    ["an event without UID", withoutLine(object(), "UID:")],
    [
      "two events",
      object().replace("END:VCALENDAR", `${component(makeInvitation())}\r\nEND:VCALENDAR`),
    ],
    ["a journal", object().replaceAll("VEVENT", "VJOURNAL")],
    ["more than a mebibyte", object().replace("SUMMARY:", `SUMMARY:${"x".repeat(1_048_576)}`)],
  ])("refuses %s", async (_, text) => {
    await expect(port.call("put", calendarId, text)).rejects.toThrow();
  });

  it("refuses what is in no calendar of its", async () => {
    expect(await port.call("put", "nowhere", object())).toMatchObject({
      outcome: "failed",
      because: "missing",
    });
    await stage.thunderbird.run("calendarById(arguments[0]).readOnly = true;", calendarId);
    expect(await put(makeInvitation())).toMatchObject({ outcome: "failed", because: "read-only" });
    expect(await port.call("list")).toContainEqual(
      expect.objectContaining({ id: calendarId, isReadOnly: true }),
    );
    await stage.thunderbird.run("calendarById(arguments[0]).readOnly = false;", calendarId);
  });

  it("tells what takes the user's time", async () => {
    const day = daysAhead(100);
    const from = Date.parse(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}T00:00:00Z`);
    const at = (hours: number): number => from + hours * 3_600_000;
    const daily = makeInvitation({
      summary: "Daily",
      times: [...hour(day, 8), "RRULE:FREQ=DAILY;COUNT=30"],
      attendees: [attendee("ACCEPTED")],
    });
    const others = [
      { summary: "Open", attendees: [attendee("NEEDS-ACTION")], times: hour(day, 9) },
      { summary: "Declined", attendees: [attendee("DECLINED")], times: hour(day, 10) },
      { summary: "Cancelled", times: [...hour(day, 11), "STATUS:CANCELLED"] },
      { summary: "Transparent", times: [...hour(day, 12), "TRANSP:TRANSPARENT"] },
      { summary: "Day", attendees: [attendee("ACCEPTED")], times: [`DTSTART;VALUE=DATE:${day}`] },
    ];
    for (const event of [daily, ...others.map((changes) => makeInvitation(changes))]) {
      await put(event);
    }
    const found = await port.call("busy", from, at(24));
    expect(found.map(({ title, status, isAllDay }) => [title, status, isAllDay])).toEqual([
      ["Day", "busy", true],
      ["Daily", "busy", false],
      ["Open", "tentative", false],
    ]);
    expect(found[1]).toMatchObject({ start: at(8), end: at(9), uid: daily.uid, calendarId });
    expect(await port.call("busy", at(8), at(24 * 3))).toHaveLength(5);
    await expect(port.call("busy", at(2), at(1))).rejects.toThrow();
    await expect(port.call("busy", 0, at(0))).rejects.toThrow();
  });

  it("sends nothing and opens nothing", async () => {
    expect(stage.smtp.received).toEqual([]);
    expect(await stage.thunderbird.run("return windowTypes();")).toEqual(["mail:3pane"]);
  });

  it("is told of changes, also after the event page was ended", async () => {
    await stage.restart();
    port = new CalendarPort(stage);
    const event = makeInvitation();
    await put(event);
    await waitUntil("the event is there", () => port.read(event.uid));
  });

  it("without a complaint in Thunderbird's consoles", async () => {
    expect(await stage.complaints()).toEqual([]);
  });

  it("in a Thunderbird that lacks what it is built on, answers go without a calendar", async () => {
    const { thunderbird, edition } = stage;
    await thunderbird.call("loseInternal");
    await thunderbird.call("disableAddon", edition.id);
    await thunderbird.call("enableAddon", edition.id);
    await waitUntil("the add-on runs again", () => port.call("isAvailable").then((is) => !is));
    await expect(port.call("list")).rejects.toThrow("cannot be reached");

    // Beside the Today pane Thunderbird closes a popup again while its window has no focus.
    await stage.xvfb.focusWindow();
    await stage.receive(invitationMail(makeInvitation()));
    const popup = await pressAnswer(stage, { action: "accept" });
    expect(await stage.waitForOutcome(popup, "sent", "failed")).toContain("juergen@example.com");
    expect(await popup.text("[data-invitation]")).not.toContain("calendar");
    await stage.closePopup();
    expect(stage.smtp.received).toHaveLength(1);
    expect(await stage.complaints()).toEqual([]);
  });

  function put(invitation: Invitation): ReturnType<typeof port.call<"put">> {
    return port.call("put", calendarId, calendarObject({ ...invitation, method: "PUBLISH" }));
  }
});

function object(): string {
  return calendarObject({ ...makeInvitation(), method: "PUBLISH" });
}

function component(invitation: Invitation): string {
  const text = calendarObject(invitation);
  return text.slice(text.indexOf("BEGIN:VEVENT"), text.indexOf("\r\nEND:VCALENDAR"));
}

function withoutLine(text: string, start: string): string {
  return text
    .split("\r\n")
    .filter((line) => !line.startsWith(start))
    .join("\r\n");
}

function attendee(partstat: string): string {
  return `ATTENDEE;PARTSTAT=${partstat}:mailto:me@example.org`;
}

function hour(day: string, from: number): readonly string[] {
  const at = (hours: number): string => `${day}T${String(hours).padStart(2, "0")}0000Z`;
  return [`DTSTART:${at(from)}`, `DTEND:${at(from + 1)}`];
}

function moved(day: string): readonly string[] {
  return [...hour(day, 14), `RECURRENCE-ID:${day}T100000Z`];
}
