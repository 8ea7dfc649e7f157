import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { waitUntil } from "../harness/wait-until.ts";
import { CalendarPort } from "./calendar-port.ts";
import { CALENDAR } from "./edition.ts";
import { invitationMail, makeInvitation } from "./invitation.ts";
import { Stage } from "./stage.ts";

describe("beside Thunderbird's own invitation bar", () => {
  let stage: Stage;
  let port: CalendarPort;

  beforeAll(async () => {
    stage = await Stage.start(CALENDAR, {
      preferences: { "extensions.background.idle.timeout": 1000 },
    });
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
    const event = await waitUntil("the event is in the calendar", () => port.read(invitation.uid));
    await stage.smtp.waitFor(1);
    console.log(await stage.waitForAction(({ badge }) => badge === "✓"), event.length);
    console.log(await stage.thunderbird.readInvitationBar());
    const popup = await stage.openPopup();
    console.log(await popup.text());
    console.log(await popup.attribute("[data-invitation]", "data-state"));
    expect(1).toBe(2);
  });

  async function pressBar(id: string): Promise<void> {
    await waitUntil(`${id} is there`, async () => {
      const bar = await stage.thunderbird.readInvitationBar();
      return bar?.buttons.includes(id) === true;
    });
    await stage.thunderbird.run("aboutMessage().document.getElementById(arguments[0]).click();", id);
  }
});
