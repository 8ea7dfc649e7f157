import { afterAll, beforeAll, expect, it } from "vitest";
import type { Page } from "../harness/page.ts";
import { waitUntil } from "../harness/wait-until.ts";
import { CALENDAR } from "./edition.ts";
import { invitationMail, makeInvitation } from "./invitation.ts";
import { linesOf, readReply } from "./read-reply.ts";
import { Stage } from "./stage.ts";

let stage: Stage;

beforeAll(async () => {
  stage = await Stage.start(CALENDAR);
});

afterAll(async () => {
  await stage.stop();
});

it("an invitation can be answered with the keyboard alone", async () => {
  await stage.receive(invitationMail(makeInvitation()));
  await stage.waitForAction(({ badge }) => badge === "✓");
  await stage.xvfb.focusWindow();
  await stage.thunderbird.call("focusHeader");
  await pressUntil("Right", () => stage.thunderbird.call("isActionFocused", stage.edition.id));
  await stage.xvfb.press("Return");
  const popup = await stage.thunderbird.waitForPopup(stage.edition.id);
  await popup.waitFor("[data-invitation]");
  await stage.thunderbird.call("focusPopup");
  await waitUntil("the popup has the focus", () => popup.evaluate(() => document.hasFocus()));

  await tabTo(popup, '[data-field="comment"]');
  await stage.xvfb.press("o", "k");
  await tabTo(popup, 'button[data-action="tentative"]');
  await stage.xvfb.press("Return");
  await stage.waitForOutcome(popup, "sent", "failed");
  const focused = await popup.evaluate(
    () => document.activeElement?.closest<HTMLElement>("[data-outcome]")?.dataset["outcome"],
  );
  expect(focused).toBe("sent");

  await stage.xvfb.press("Escape");
  await stage.thunderbird.waitForPopupClosed();
  const reply = await readReply(stage.smtp.received[0]?.bytes ?? Buffer.of());
  expect(linesOf(reply, "COMMENT")).toEqual(["COMMENT:ok"]);
  expect(linesOf(reply, "ATTENDEE")[0]).toContain("PARTSTAT=TENTATIVE");
});

/** Presses Tab until the element has the focus. */
async function tabTo(popup: Page, selector: string): Promise<void> {
  await pressUntil("Tab", () =>
    popup.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector),
  );
}

/** What cannot be reached is never reached. */
async function pressUntil(key: string, isThere: () => Promise<unknown>): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    if ((await isThere()) === true) {
      return;
    }
    await stage.xvfb.press(key);
  }
  throw new Error(`${key} does not lead there.`);
}
