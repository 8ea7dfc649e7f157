import { afterEach, describe, expect, it } from "vitest";
import type { Page } from "../harness/page.ts";
import { EDITIONS } from "./edition.ts";
import { invitationMail, makeInvitation } from "./invitation.ts";
import { linesOf, readReply } from "./read-reply.ts";
import { Stage } from "./stage.ts";

let stage: Stage;

afterEach(async () => {
  await stage.stop();
});

describe.each(EDITIONS)("a new user of the $name edition", (edition) => {
  it("answers the first invitation with the third click after the installation", async () => {
    stage = await Stage.start(edition, { isInstalled: false, sendInBackground: true });
    await stage.receive(invitationMail(makeInvitation({ summary: "First" })));
    await stage.thunderbird.installAddon(edition.file);
    let clicks = 0;
    const click = async (page: Page, selector: string): Promise<void> => {
      clicks += 1;
      await page.click(selector);
    };

    const welcome = stage.thunderbird.tab(edition.id, "ui/welcome/welcome.html");
    await click(welcome, "[data-action='scan-start']");
    await click(welcome, "[data-action='show-invitations']");
    const list = stage.thunderbird.tab(edition.id, "ui/invitations/invitations.html");
    await click(list, ".detail button[data-action='accept']");

    const [sent] = await stage.smtp.waitFor(1);
    expect(linesOf(await readReply(sent?.bytes ?? Buffer.of()), "SUMMARY")).toEqual([
      "SUMMARY:First",
    ]);
    expect(clicks).toBe(3);
    expect(await stage.complaints()).toEqual([]);
  });

  it("tries a made-up invitation, of which nothing is sent or remembered", async () => {
    stage = await Stage.start(edition, { isInstalled: false });
    await stage.thunderbird.installAddon(edition.file);
    const welcome = stage.thunderbird.tab(edition.id, "ui/welcome/welcome.html");
    await welcome.click("[data-action='try']");
    await welcome.click(".sample button[data-action='accept']");
    await welcome.waitFor(".told p");

    expect(await welcome.text(".told")).toContain("Nothing was sent");
    expect(await stage.thunderbird.listMessages("Outbox")).toEqual([]);
    const list = await stage.thunderbird.openTab(edition.id, "ui/invitations/invitations.html");
    await list.waitFor("main:not([aria-busy])");
    expect(await list.text("[data-show='all'] .count")).toBe("0");
  });
});
