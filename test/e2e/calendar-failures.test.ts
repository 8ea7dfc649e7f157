import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { HttpProxy } from "../harness/http-proxy.ts";
import type { Page } from "../harness/page.ts";
import { Radicale } from "../harness/radicale.ts";
import { waitUntil } from "../harness/wait-until.ts";
import { pressAnswer } from "./answer.ts";
import { CALENDAR } from "./edition.ts";
import { answerIn, eventsIn, valueIn } from "./event-lines.ts";
import { calendarObject, invitationMail, makeInvitation, type Invitation } from "./invitation.ts";
import { doubledItems, readRecord } from "./kept-record.ts";
import { subscribe } from "./remote-calendar.ts";
import { Stage } from "./stage.ts";

describe("where a calendar's server fails,", () => {
  let stage: Stage;
  let radicale: Radicale;
  let proxy: HttpProxy;
  const ids = new Map<string, string>();
  /** What the calendar that answers go into is called at the server. */
  let path = "work";

  beforeAll(async () => {
    radicale = await Radicale.start(["work", "bare", "read-only"]);
    [stage, proxy] = await Promise.all([Stage.start(CALENDAR), HttpProxy.start(radicale.port)]);
    // Beside the Today pane Thunderbird closes a popup again while its window has no focus.
    await stage.xvfb.focusWindow();
    for (const { name, at, hasCopy } of [
      { name: "Work", at: "work", hasCopy: true },
      { name: "Without copy", at: "bare", hasCopy: false },
      { name: "Shared", at: "read-only", hasCopy: true },
    ]) {
      const subscription = { name, port: proxy.port, hasCopy };
      ids.set(name, await subscribe(stage, radicale.calendar(at), subscription));
    }
  });

  afterAll(async () => {
    await stage.stop();
    await Promise.all([proxy.stop(), radicale.stop()]);
  });

  describe("and Thunderbird has a copy of the calendar, the event waits there:", () => {
    beforeAll(() => use("Work", "work"));

    it.each<{ when: string; fail: () => void | Promise<void>; mend: () => void | Promise<void> }>([
      {
        when: "the server answers 500",
        fail: () => {
          proxy.refuse(500, "PUT");
        },
        mend: () => {
          proxy.accept();
        },
      },
      { when: "the server is down", fail: () => proxy.stop(), mend: () => proxy.start() },
    ])("$when", async ({ fail, mend }) => {
      const invitation = await receive();
      await fail();
      const words = await accept("sent");
      expect(words).toContain("calendar “Work”; its server gets it when");
      expect(await onServer(invitation)).toBeNull();

      await mend();
      await refresh("Work");
      await waitUntil("the server has it", async () => onServer(invitation));
      await expectKept(invitation, "ACCEPTED");
      expect(await look()).toContain("It is in your calendar “Work”.");
    });

    it("Thunderbird is offline", async () => {
      const invitation = await receive();
      await stage.thunderbird.setOffline(true);
      const words = await accept("queued");
      expect(words).toContain("calendar “Work”; its server gets it when");

      await stage.thunderbird.setOffline(false);
      await stage.thunderbird.sendUnsentMessages();
      await refresh("Work");
      await waitUntil("the server has it", async () => onServer(invitation));
      await expectKept(invitation, "ACCEPTED");
    });

    it("an update that the server answers with 500 is not lost either", async () => {
      const invitation = await receive();
      await accept("sent");
      const update = { ...invitation, messageId: `u-${invitation.messageId}`, sequence: 1 };
      await stage.receive(invitationMail({ ...update, summary: "Later" }));
      proxy.refuse(500, "PUT");
      expect(await accept("sent")).toContain("its server gets it when");
      expect(valueIn(eventsIn((await onServer(invitation)) ?? "")[0], "SUMMARY")).not.toBe("Later");

      proxy.accept();
      await refresh("Work");
      await waitUntil("the server has it", async () =>
        (await onServer(invitation))?.includes("SUMMARY:Later"),
      );
      expect(await look()).toContain("It is in your calendar “Work”.");
    });

    it("an answer is written at once when a server that was found failing works again", async () => {
      proxy.refuse(500, "REPORT");
      await refresh("Work");
      await waitUntil("Thunderbird holds the server to be gone", () =>
        stage.thunderbird.call("isThoughtGone", ids.get("Work")),
      );
      proxy.accept();
      const invitation = await receive();
      expect(await accept("sent")).toContain("It is in your calendar “Work”.");
      await expectKept(invitation, "ACCEPTED");
    });

    it("a refusal is told, and trying again works", async () => {
      const invitation = await receive();
      proxy.refuse(403, "PUT");
      const words = await accept("sent");
      expect(words).toContain("calendar “Work” could not be changed");
      expect(words).toContain("403");
      expect(await onServer(invitation)).toBeNull();

      proxy.accept();
      await tryAgain("It is in your calendar “Work”.");
      await expectKept(invitation, "ACCEPTED");
    });

    it("what another program changed meanwhile is not written over", async () => {
      const invitation = await receive();
      await accept("sent");
      const changed = { ...invitation, summary: "Renamed elsewhere", method: "PUBLISH" };
      const name = invitation.uid.replaceAll("@", "_");
      await radicale.calendar("work").put(name, calendarObject(changed));

      const popup = await pressAnswer(stage, { action: "decline" });
      const words = await stage.waitForOutcome(popup, "sent", "failed");
      await stage.closePopup();
      expect(words).toContain("changed on the server");
      expect(await onServer(invitation)).toContain("SUMMARY:Renamed elsewhere");

      await waitUntil("Thunderbird has read the calendar anew", async () =>
        (
          (await stage.thunderbird.call("readEventIn", ids.get("Work"), invitation.uid)) as string
        ).includes("Renamed elsewhere"),
      );
      await tryAgain("It is in your calendar “Work”.");
      expect(answerIn(eventsIn((await onServer(invitation)) ?? "")[0])).toBe("DECLINED");
    });
  });

  describe("and Thunderbird has no copy of the calendar,", () => {
    beforeAll(() => use("Without copy", "bare"));

    it("that is told, and trying again works", async () => {
      const invitation = await receive();
      proxy.refuse(500, "PUT");
      const words = await accept("sent");
      expect(words).toContain("calendar “Without copy” could not be changed");
      expect(await onServer(invitation)).toBeNull();

      proxy.accept();
      await tryAgain("It is in your calendar “Without copy”.");
      await expectKept(invitation, "ACCEPTED");
    });
  });

  it("one that may only be read is told to be so, and the answer leaves", async () => {
    const invitation = makeInvitation();
    radicale.store(
      "read-only",
      invitation.uid,
      calendarObject({ ...invitation, method: "PUBLISH" }),
    );
    await refresh("Shared");
    await waitUntil("Thunderbird has it", async () =>
      stage.thunderbird.call("readEventIn", ids.get("Shared"), invitation.uid),
    );
    const before = stage.smtp.received.length;
    await stage.receive(invitationMail(invitation));
    expect(await accept("sent")).toContain(
      "calendar “Shared” could not be changed: It is read-only.",
    );
    expect(stage.smtp.received).toHaveLength(before + 1);
    const [event] = eventsIn((await radicale.calendar("read-only").read(invitation.uid)) ?? "");
    expect(answerIn(event)).toBe("NEEDS-ACTION");
  });

  it("every answer left once, nothing stands in the record twice, and no window is open", async () => {
    const record = await readRecord(stage);
    expect(doubledItems(record)).toEqual([]);
    const letters = record.intents.flatMap(({ messageIds }) => messageIds);
    expect(stage.smtp.received).toHaveLength(letters.length);
    expect(await stage.thunderbird.listMessages("Outbox")).toEqual([]);
    expect(await stage.thunderbird.run("return windowTypes();")).toEqual(["mail:3pane"]);
  });

  /** The calendar that invitations go into, as if chosen on a card before. */
  async function use(name: string, at: string): Promise<void> {
    path = at;
    await stage.thunderbird
      .background(stage.edition.id)
      .evaluate(
        async (id) => messenger.storage.local.set({ calendars: { id1: id } }),
        ids.get(name),
      );
  }

  async function receive(): Promise<Invitation> {
    const invitation = makeInvitation();
    await stage.receive(invitationMail(invitation));
    return invitation;
  }

  /** Gives what the card says became of it. */
  async function accept(expected: "sent" | "queued"): Promise<string> {
    const before = stage.smtp.received.length;
    const popup = await pressAnswer(stage, { action: "accept" });
    const words = await stage.waitForOutcome(popup, "sent", "queued", "failed", "unknown");
    expect(await popup.attribute("[data-outcome]", "data-outcome")).toBe(expected);
    await stage.closePopup();
    expect(stage.smtp.received).toHaveLength(before + (expected === "sent" ? 1 : 0));
    return words;
  }

  /** What the card says of it later. */
  async function look(): Promise<string> {
    const popup = await stage.openPopup();
    const words = await stage.waitForOutcome(popup, "sent", "queued");
    await stage.closePopup();
    return words;
  }

  async function tryAgain(expected: string): Promise<void> {
    const before = stage.smtp.received.length;
    const popup: Page = await stage.openPopup();
    await popup.click('button[data-action="try-again"]');
    await waitUntil("the card says that it worked", async () =>
      (await popup.text(".outcome-calendar")).includes(expected),
    );
    await stage.closePopup();
    expect(stage.smtp.received).toHaveLength(before);
  }

  async function onServer({ uid }: Invitation): Promise<string | null> {
    return radicale.calendar(path).read(uid);
  }

  async function expectKept(invitation: Invitation, partstat: string): Promise<void> {
    const [event, ...others] = eventsIn((await onServer(invitation)) ?? "");
    expect(others).toEqual([]);
    expect(answerIn(event)).toBe(partstat);
  }

  /** As the user's button for it does. */
  async function refresh(name: string): Promise<void> {
    await stage.thunderbird.run("calendarById(arguments[0]).refresh();", ids.get(name));
  }
});
