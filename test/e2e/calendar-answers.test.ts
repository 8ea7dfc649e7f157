import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CalDavCalendar } from "../harness/caldav-calendar.ts";
import { Radicale } from "../harness/radicale.ts";
import { waitUntil } from "../harness/wait-until.ts";
import { pressAnswer } from "./answer.ts";
import { CalendarPort } from "./calendar-port.ts";
import { CALENDAR } from "./edition.ts";
import { answerIn, eventsIn, linesIn, valueIn } from "./event-lines.ts";
import {
  berlin,
  daysAhead,
  invitationMail,
  makeInvitation,
  ME,
  OTHER,
  type Invitation,
} from "./invitation.ts";
import { subscribe } from "./remote-calendar.ts";
import { Stage } from "./stage.ts";

/** What an organizer would like the user's calendar to do, and to keep. */
const FOR_THE_CALENDAR = [
  ...["X-ORGANIZERS-OWN:secret", "CATEGORIES:Work"],
  ...["BEGIN:VALARM", "ACTION:AUDIO", "TRIGGER:-PT1H", "ATTACH:https://example.com/loud.mp3"],
  "END:VALARM",
];

describe("answers go into a calendar:", () => {
  let stage: Stage;
  let port: CalendarPort;
  let radicale: Radicale;

  beforeAll(async () => {
    radicale = await Radicale.start(["work"]);
    await begin();
  });

  afterAll(async () => {
    await Promise.all([stage.stop(), radicale.stop()]);
  });

  it("where there is none the card offers to make one, and an answer goes without", async () => {
    await stage.receive(invitationMail(makeInvitation()));
    expect(await accept()).not.toContain("calendar");

    await stage.receive(invitationMail(makeInvitation()));
    const popup = await stage.openPopup();
    await popup.click('button[data-action="make-calendar"]');
    const made = await waitUntil("a calendar is there", async () =>
      (await port.call("list")).find(({ isDisabled }) => !isDisabled),
    );
    expect(made).toMatchObject({ name: "Calendar", type: "storage" });
    await stage.closePopup();
    expect(await accept()).toContain("It is in your calendar “Calendar”.");
  });

  it("the card shows the organizer's own time beside the user's", async () => {
    const day = daysAhead(10);
    const zone = "TZID=America/New_York";
    const times = [`DTSTART;${zone}:${day}T100000`, `DTEND;${zone}:${day}T110000`];
    await stage.receive(invitationMail(makeInvitation({ times })));
    const popup = await stage.openPopup();
    expect(await popup.text(".when-headline")).toMatch(/4:00.*PM/);
    expect(await popup.text("[data-invitation]")).toMatch(
      /10:00.*AM.*New York|New York.*10:00.*AM/,
    );
    await stage.closePopup();
  });

  describe("one on this computer", () => {
    conversation("Calendar", () => null);
  });

  describe("one of a CalDAV server", () => {
    beforeAll(async () => {
      // Of one Thunderbird no more than 20 answers leave within a minute.
      await stage.stop();
      await begin();
      await port.call("create", "Calendar");
      const work = radicale.calendar("work");
      await subscribe(stage, work, { name: "Work", port: radicale.port });
    });

    it("is asked for once when there are two", async () => {
      const invitation = makeInvitation();
      await stage.receive(invitationMail(invitation));
      const popup = await pressAnswer(stage, { action: "accept" });
      const work = await idOf("Work");
      await popup.fill('[data-field="calendar"]', work);
      await popup.click('button[data-action="confirm"]');
      expect(await stage.waitForOutcome(popup, "sent", "failed")).toContain("calendar “Work”");
      await stage.closePopup();
      expect(await radicale.calendar("work").read(invitation.uid)).toContain("PARTSTAT=ACCEPTED");
    });

    conversation("Work", () => radicale.calendar("work"));
  });

  async function begin(): Promise<void> {
    stage = await Stage.start(CALENDAR);
    // Beside the Today pane Thunderbird closes a popup again while its window has no focus.
    await stage.xvfb.focusWindow();
    port = new CalendarPort(stage);
  }

  /** The same in every kind of calendar. `server`: where its own copy is read, if it has one. */
  function conversation(name: string, server: () => CalDavCalendar | null): void {
    const read = async (uid: string): Promise<string | null> => {
      const kept = await port.read(uid);
      const copy = server();
      if (copy !== null) {
        const there = await copy.read(uid);
        expect(there === null ? null : linesIn(there)).toEqual(
          kept === null ? null : linesIn(kept),
        );
      }
      return kept;
    };
    const readEvents = async (uid: string): Promise<readonly string[]> =>
      eventsIn((await read(uid)) ?? "");

    describe("an event", () => {
      const first = makeInvitation({ attendees: [ME, OTHER, ...FOR_THE_CALENDAR] });

      it("is there when it is accepted, without the organizer's alarm and notes", async () => {
        await stage.receive(invitationMail(first));
        expect(await accept()).toContain(`It is in your calendar “${name}”.`);
        const [event] = await readEvents(first.uid);
        expect(answerIn(event)).toBe("ACCEPTED");
        expect(valueIn(event, "SUMMARY")).toBe(first.summary);
        expect(valueIn(event, "DTSTART")).toBe(`${daysAhead(10)}T100000`);
        expect(event).not.toMatch(/VALARM|X-ORGANIZERS-OWN|loud/);
      });

      it("is left as it is by the same answer once more", async () => {
        const before = await read(first.uid);
        const sent = stage.smtp.received.length;
        expect(await accept()).toContain("accepted");
        expect(await read(first.uid)).toBe(before);
        expect(stage.smtp.received).toHaveLength(sent);
      });

      it("is told of on the card, with the moment of the answer", async () => {
        await stage.receive(invitationMail({ ...first, messageId: `again-${first.messageId}` }));
        const popup = await stage.openPopup();
        await popup.waitFor(".surroundings dd");
        expect(await popup.text(".surroundings")).toContain(
          `It is already in your calendar “${name}”, as answered`,
        );
        await stage.closePopup();
      });

      it("moves by an update, and keeps what the user made of it", async () => {
        await stage.thunderbird.call("personalize", await idOf(name), first.uid);
        const update = later(first, { times: berlin(daysAhead(11), 15), sequence: 1 });
        await stage.receive(invitationMail(update));
        expect(await accept()).toContain(name);
        const [event, ...others] = await readEvents(first.uid);
        expect(others).toEqual([]);
        expect(valueIn(event, "DTSTART")).toBe(`${daysAhead(11)}T150000`);
        expect(valueIn(event, "SEQUENCE")).toBe("1");
        expect(answerIn(event)).toBe("ACCEPTED");
        expect(event?.match(/BEGIN:VALARM/g)).toHaveLength(1);
        expect(valueIn(event, "TRIGGER")).toBe("-PT7M");
        expect(valueIn(event, "CATEGORIES")).toBe("Family");
        expect(valueIn(event, "TRANSP")).toBe("TRANSPARENT");
        expect(valueIn(event, "COLOR")).toBe("teal");
        expect(event).not.toContain("X-ORGANIZERS-OWN");
      });

      it("is as it was before when that is taken back", async () => {
        const popup = await stage.openPopup();
        await popup.click('button[data-action="undo"]');
        await waitUntil("the calendar is as it was", async () =>
          (await popup.text(".outcome-calendar")).includes("as it was before"),
        );
        await stage.closePopup();
        const [event] = await readEvents(first.uid);
        expect(valueIn(event, "DTSTART")).toBe(`${daysAhead(10)}T100000`);
        expect(valueIn(event, "TRIGGER")).toBe("-PT7M");
        expect(answerIn(event)).toBe("ACCEPTED");

        expect(await accept()).toContain(name);
        const [again] = await readEvents(first.uid);
        expect(valueIn(again, "DTSTART")).toBe(`${daysAhead(11)}T150000`);
      });

      it("is cancelled by its organizer, and stays where it was", async () => {
        await stage.receive(cancellation(first, { sequence: 2 }));
        await apply();
        const [event] = await readEvents(first.uid);
        expect(valueIn(event, "STATUS")).toBe("CANCELLED");
        expect(valueIn(event, "DTSTART")).toBe(`${daysAhead(11)}T150000`);
      });

      it("is gone after that where the user wants it so", async () => {
        await choose({ cancelledEvents: "remove" });
        const event = makeInvitation();
        await stage.receive(invitationMail(event));
        await accept();
        await stage.receive(cancellation(event, { sequence: 1 }));
        await apply();
        expect(await read(event.uid)).toBeNull();
        await choose({ cancelledEvents: "mark" });
      });

      it("stays when it is declined, or goes, as the user wants it", async () => {
        const kept = makeInvitation();
        await stage.receive(invitationMail(kept));
        await answer("decline");
        expect(answerIn((await readEvents(kept.uid))[0])).toBe("DECLINED");

        await choose({ declinedEvents: "remove" });
        const gone = makeInvitation();
        await stage.receive(invitationMail(gone));
        await accept();
        expect(await read(gone.uid)).not.toBeNull();
        await answer("decline");
        expect(await read(gone.uid)).toBeNull();
        await choose({ declinedEvents: "keep" });
      });
    });

    describe("a series", () => {
      const days = [10, 17, 24, 31].map(daysAhead);
      const [, second = "", third = ""] = days;
      const series = makeInvitation({
        times: [...berlin(days[0] ?? ""), "RRULE:FREQ=WEEKLY;COUNT=4"],
      });

      it("is there as one event when it is accepted", async () => {
        await stage.receive(invitationMail(series));
        await accept();
        const [master, ...others] = await readEvents(series.uid);
        expect(others).toEqual([]);
        expect(valueIn(master, "RRULE")).toMatch(/FREQ=WEEKLY/);
        expect(answerIn(master)).toBe("ACCEPTED");
      });

      it("changes in one instance when that alone is moved", async () => {
        const [before] = await readEvents(series.uid);
        const times = [...berlin(second, 16), `RECURRENCE-ID;TZID=Europe/Berlin:${second}T100000`];
        await stage.receive(invitationMail(later(series, { times, sequence: 1 })));
        await accept();
        const [master, instance, ...others] = await readEvents(series.uid);
        expect(others).toEqual([]);
        expect(valueIn(master, "DTSTART")).toBe(valueIn(before, "DTSTART"));
        expect(valueIn(master, "RRULE")).toBe(valueIn(before, "RRULE"));
        expect(valueIn(instance, "RECURRENCE-ID")).toBe(`${second}T100000`);
        expect(valueIn(instance, "DTSTART")).toBe(`${second}T160000`);
        expect(answerIn(instance)).toBe("ACCEPTED");
      });

      it("is cancelled in one instance when that alone is", async () => {
        const times = [...berlin(third), `RECURRENCE-ID;TZID=Europe/Berlin:${third}T100000`];
        await stage.receive(cancellation(series, { times, sequence: 2 }));
        await apply();
        const [master, ...instances] = await readEvents(series.uid);
        expect(valueIn(master, "STATUS")).not.toBe("CANCELLED");
        expect(
          instances.map((one) => [valueIn(one, "RECURRENCE-ID"), valueIn(one, "STATUS")]).sort(),
        ).toEqual([
          [`${second}T100000`, null],
          [`${third}T100000`, "CANCELLED"],
        ]);
      });
    });

    it("opens no window and leaves no complaint in Thunderbird's consoles", async () => {
      expect(await stage.thunderbird.run("return windowTypes();")).toEqual(["mail:3pane"]);
      expect(await stage.complaints()).toEqual([]);
    });
  }

  function accept(): Promise<string> {
    return answer("accept");
  }

  /** Presses an answer and gives what the card says became of it. */
  async function answer(action: string): Promise<string> {
    const popup = await pressAnswer(stage, { action });
    const text = await stage.waitForOutcome(popup, "sent", "failed", "unknown");
    expect(await popup.attribute("[data-outcome]", "data-outcome")).toBe("sent");
    await stage.closePopup();
    return text;
  }

  /** A message that asks for no answer. */
  async function apply(): Promise<void> {
    const sent = stage.smtp.received.length;
    const popup = await pressAnswer(stage, { action: "apply" });
    await stage.waitForOutcome(popup, "recorded", "failed");
    expect(await popup.attribute("[data-outcome]", "data-outcome")).toBe("recorded");
    await stage.closePopup();
    expect(stage.smtp.received).toHaveLength(sent);
  }

  async function choose(settings: object): Promise<void> {
    await stage.thunderbird
      .background(stage.edition.id)
      .evaluate(async (values) => messenger.storage.local.set(values), { ...settings });
  }

  async function idOf(name: string): Promise<string> {
    const found = (await port.call("list")).find((calendar) => calendar.name === name);
    return found?.id ?? "";
  }
});

/** The organizer's next message about the same event. */
function later(invitation: Invitation, changes: Partial<Invitation>): Invitation {
  const { messageId } = makeInvitation();
  return { ...invitation, messageId, ...changes };
}

function cancellation(invitation: Invitation, changes: Partial<Invitation>): Buffer {
  const cancel = { method: "CANCEL", methodParameter: "CANCEL" };
  return invitationMail(later(invitation, { ...cancel, ...changes }));
}
