import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { waitUntil } from "../harness/wait-until.ts";
import { CalendarPort } from "./calendar-port.ts";
import { CALENDAR } from "./edition.ts";
import { calendarObject, invitationMail, makeInvitation } from "./invitation.ts";
import { Stage } from "./stage.ts";

/** Milliseconds; short, so that the event page has ended when something changes. */
const IDLE = 1000;

describe("beside Thunderbird's own invitation bar", () => {
  let stage: Stage;
  let port: CalendarPort;

  beforeAll(async () => {
    stage = await Stage.start(CALENDAR, {
      preferences: { "extensions.background.idle.timeout": IDLE },
    });
    // Beside the Today pane Thunderbird closes a popup again while its window has no focus.
    await stage.xvfb.focusWindow();
    port = new CalendarPort(stage);
    await port.call("create", "Mine");
  });

  afterAll(async () => {
    await stage.stop();
  });

  it("knows as answered what was accepted with its button", async () => {
    const invitation = makeInvitation();
    await stage.receive(invitationMail(invitation));
    await pressBar("imipAcceptButton");
    await stage.smtp.waitFor(1);
    expect(await port.read(invitation.uid)).toContain("X-MOZ-RECEIVED-SEQUENCE:0");

    const action = await stage.waitForAction(() => true);
    expect(action.title).toContain("Invitation");

    const popup = await stage.openPopup();
    // The calendar knows it at once, the copy in Sent a moment later; that one names the time.
    expect(await popup.text("[data-invitation]")).toMatch(
      /In your calendar you stand as: Accepted|You accepted/,
    );
    await stage.closePopup();
  });

  it("tells in the message header of a change that nobody pressed a button for", async () => {
    const invitation = makeInvitation({ sequence: 1 });
    const mail = invitationMail(invitation);
    await stage.receive(mail);
    const before = await stage.waitForAction(({ badge }) => badge === "✓");
    expect(before.title).toContain("Invitation");
    await eventPageEnded();

    const later = { ...invitation, sequence: 2, method: "PUBLISH" };
    await stage.thunderbird.call("addEventTo", "Mine", calendarObject(later));
    await stage.waitForAction(({ title }) => title?.includes("Outdated") === true);
  });

  it("without a complaint in Thunderbird's consoles", async () => {
    expect(await stage.complaints()).toEqual([]);
  });

  it("hides the bar where the setting asks for it, and gives it back when it is disabled", async () => {
    await stage.receive(invitationMail(makeInvitation()));
    await barIs("shown");
    await pressHideBuiltInBar();
    await barIs("hidden");
    await stage.restart();
    await barIs("hidden");

    await pressHideBuiltInBar();
    await barIs("shown");
    await pressHideBuiltInBar();
    await barIs("hidden");
    await stage.thunderbird.call("disableAddon", stage.edition.id);
    await barIs("shown");
  });

  async function pressHideBuiltInBar(): Promise<void> {
    const page = await stage.thunderbird.openTab(stage.edition.id, "ui/options/options.html");
    await page.click('[data-field="bar"]');
    await stage.thunderbird.closeMessages();
  }

  /** What Thunderbird asks before it shows the bar. */
  async function barIs(expected: "shown" | "hidden"): Promise<void> {
    await waitUntil(`the bar is ${expected}`, async () => {
      const isShown = await stage.thunderbird.run(
        'return Services.prefs.getBoolPref("calendar.itip.showImipBar");',
      );
      return isShown === (expected === "shown");
    });
  }

  async function pressBar(id: string): Promise<void> {
    await waitUntil(`${id} is there`, async () => {
      const bar = await stage.thunderbird.readInvitationBar();
      return bar?.buttons.includes(id) === true;
    });
    await stage.thunderbird.run(
      "aboutMessage().document.getElementById(arguments[0]).click();",
      id,
    );
  }

  async function eventPageEnded(): Promise<void> {
    await waitUntil("the event page has ended", async () =>
      stage.thunderbird.run("return !hasBackground(arguments[0]);", stage.edition.id),
    );
  }
});
