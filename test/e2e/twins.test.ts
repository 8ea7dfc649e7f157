import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Action } from "../harness/thunderbird.ts";
import { waitUntil } from "../harness/wait-until.ts";
import { CALENDAR, STORE, type Edition } from "./edition.ts";
import { invitationMail, makeInvitation } from "./invitation.ts";
import { Stage } from "./stage.ts";

interface Presence {
  readonly spaces: number;
  readonly scripts: number;
}

describe("both editions in one Thunderbird", () => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.start(STORE, { alongside: [CALENDAR] });
    await stage.xvfb.focusWindow();
  });

  afterAll(async () => {
    await stage.stop();
  });

  it("let one do the work, and the other says that it rests", async () => {
    await stage.receive(invitationMail(makeInvitation()));
    await waitForAction(CALENDAR, ({ badge }) => badge === "✓");
    await waitForAction(STORE, ({ title }) => title === "Convene is resting");

    const popup = await stage.thunderbird.openPopup(STORE.id);
    expect(await popup.text("[data-notice='resting']")).toContain("Convene Calendar is installed");
    await stage.closePopup();
  });

  it("have one space and one banner", async () => {
    expect(await presenceOf(STORE)).toEqual({ spaces: 0, scripts: 0 });
    expect(await presenceOf(CALENDAR)).toEqual({ spaces: 1, scripts: 1 });
  });

  it("remember an event once, and the settings of the one that rests say so", async () => {
    const resting = await optionsOf(STORE);
    expect(await resting.text("[data-twin='at-work']")).toContain("Convene is resting");
    expect(await resting.text(".record-events")).toContain("0");
    await stage.thunderbird.closeMessages();
    const working = await optionsOf(CALENDAR);
    expect(await working.text(".record-events")).toContain("1");
    await stage.thunderbird.closeMessages();
  });

  it("change places when the one at work is disabled", async () => {
    await stage.thunderbird.call("disableAddon", CALENDAR.id);
    await stage.receive(invitationMail(makeInvitation()));
    await waitForAction(STORE, ({ badge }) => badge === "✓");

    expect(await presenceOf(STORE)).toEqual({ spaces: 1, scripts: 1 });
  });

  it("change places again when it is back, which takes over what the other knows", async () => {
    await stage.thunderbird.call("enableAddon", CALENDAR.id);
    await waitUntil("the store edition has laid down its work", async () => {
      const { spaces, scripts } = await presenceOf(STORE);
      return spaces === 0 && scripts === 0;
    });
    await stage.thunderbird.openFolder("Sent");
    const page = await optionsOf(CALENDAR);
    await page.click("[data-action='take-over']");
    await waitUntil("it is taken over", async () =>
      (await page.text(".told")).includes("What Convene knew is known here now."),
    );

    expect(await page.text(".record-events")).toContain("2");
    await stage.thunderbird.closeMessages();
  });

  it("trouble no console", async () => {
    expect(await stage.complaints()).toEqual([]);
    expect(await stage.thunderbird.call("readComplaints", CALENDAR.id)).toEqual([]);
  });

  async function waitForAction(
    edition: Edition,
    accept: (action: Action) => boolean,
  ): Promise<void> {
    await waitUntil(`the button of the ${edition.name} edition is as expected`, async () => {
      const action = await stage.thunderbird.readAction(edition.id);
      return action !== null && accept(action);
    });
  }

  async function optionsOf(edition: Edition): ReturnType<typeof stage.thunderbird.openTab> {
    const page = await stage.thunderbird.openTab(edition.id, "ui/options/options.html");
    await page.waitFor("main:not([aria-busy])");
    return page;
  }

  async function presenceOf(edition: Edition): Promise<Presence> {
    return stage.thunderbird.background(edition.id).evaluate(async () => {
      const { messenger } = globalThis as unknown as {
        messenger: {
          spaces: { query(filter: object): Promise<readonly unknown[]> };
          scripting: { messageDisplay: { getRegisteredScripts(): Promise<readonly unknown[]> } };
        };
      };
      const spaces = await messenger.spaces.query({ isSelfOwned: true });
      const scripts = await messenger.scripting.messageDisplay.getRegisteredScripts();
      return { spaces: spaces.length, scripts: scripts.length };
    });
  }
});
