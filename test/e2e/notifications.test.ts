import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { waitUntil } from "../harness/wait-until.ts";
import { pressAnswer } from "./answer.ts";
import { EDITIONS } from "./edition.ts";
import { switchOn } from "./in-options.ts";
import {
  berlin,
  daysAhead,
  invitationMail,
  makeInvitation,
  type Invitation,
} from "./invitation.ts";
import { Stage } from "./stage.ts";

interface Shown {
  readonly title: string;
  readonly message: string;
}

describe.each(EDITIONS)("notifications of the $name edition", (edition) => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.start(edition);
    await stage.xvfb.focusWindow();
    await stage.thunderbird.call("watchAlerts");
    await switchOn(stage, "notify-changed");
    await switchOn(stage, "notify-cancelled");
  });

  afterAll(async () => {
    await stage.stop();
  });

  it("tell once of an event that changed after it was accepted, and then of its end", async () => {
    const event = makeInvitation({ times: berlin(daysAhead(1)) });
    await receive(event);
    const popup = await pressAnswer(stage, { action: "accept" });
    await stage.waitForOutcome(popup, edition.name === "calendar" ? "sent" : "queued");
    await stage.closePopup();
    expect(await shown()).toEqual([]);

    const update = next(event, { times: berlin(daysAhead(1), 14) });
    await receive(update);
    await waitForTitle(`Changed: ${event.summary}`);
    await receive(next(update, { sequence: 1, messageId: "copy@example.com" }));

    await receive(next(update, { sequence: 2, method: "CANCEL", methodParameter: "CANCEL" }));
    await waitForTitle(`Cancelled: ${event.summary}`);
    expect((await shown()).map(({ title }) => title)).toEqual([
      `Changed: ${event.summary}`,
      `Cancelled: ${event.summary}`,
    ]);
  });

  it("never say that the organizer cancelled what another did", async () => {
    const event = makeInvitation({ times: berlin(daysAhead(1)), summary: "Forged" });
    await receive(event);
    const forged = { from: "Eve <eve@attacker.example>", sequence: 1 };
    const cancel = { method: "CANCEL", methodParameter: "CANCEL" };
    await receive(next(event, { ...forged, ...cancel }));

    const { message } = await waitForTitle("Said to be cancelled: Forged");
    expect(message).toContain("may not come from the organizer");
  });

  it("open the message when they are clicked", async () => {
    await stage.thunderbird.call("pressAlert");
    await waitUntil("a message is opened", async () => {
      const tabs = await stage.thunderbird.run(
        "return mainWindow().document.getElementById('tabmail').tabInfo.length;",
      );
      return tabs === 2;
    });
    await stage.thunderbird.closeMessages();
  });

  it("are not repeated after a restart", async () => {
    const event = makeInvitation({ times: berlin(daysAhead(1)), summary: "Twice" });
    await receive(event);
    const cancel = next(event, { sequence: 1, method: "CANCEL", methodParameter: "CANCEL" });
    await receive(cancel);
    await waitForTitle("Cancelled: Twice");
    await stage.restart();
    await stage.thunderbird.call("watchAlerts");
    await receive({ ...cancel, messageId: "again@example.com" });
    await stage.waitForAction(({ title }) => title !== null);

    expect(await shown()).toEqual([]);
  });

  it("without a complaint in Thunderbird's consoles", async () => {
    expect(await stage.complaints()).toEqual([]);
  });

  async function receive(event: Invitation): Promise<void> {
    await stage.receive(invitationMail(event));
    await stage.waitForAction(({ badge }) => badge !== null && badge !== "");
  }

  async function waitForTitle(title: string): Promise<Shown> {
    return waitUntil(`"${title}" is shown`, async () =>
      (await shown()).find((one) => one.title === title),
    );
  }

  /** Since the last restart. */
  async function shown(): Promise<readonly Shown[]> {
    return (await stage.thunderbird.call("readAlerts")) as readonly Shown[];
  }
});

let count = 0;

/** Another message about the same event. */
function next(event: Invitation, changes: Partial<Invitation>): Invitation {
  count += 1;
  const messageId = `notified-${count}@example.com`;
  return { ...event, messageId, sequence: event.sequence + 1, ...changes };
}
