import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { EDITIONS } from "./edition.ts";
import { readBanner } from "./read-banner.ts";
import { readCards } from "./read-cards.ts";
import { sampleMail, SAMPLE_USER } from "./sample.ts";
import { Stage } from "./stage.ts";

describe.each(EDITIONS)("the $name edition reads", (edition) => {
  let stage: Stage;

  beforeAll(async () => {
    stage = await Stage.start(edition, { identities: [SAMPLE_USER] });
  });

  afterAll(async () => {
    await stage.stop();
  });

  it("a sound invitation: badge, card and no banner", async () => {
    await stage.receive(sampleMail("budget-request"));

    const action = await stage.waitForAction(({ badge }) => badge === "✓");
    expect(action.title).toContain("Convene");
    expect(await readBanner(stage)).toBeNull();

    const popup = await stage.openPopup();
    expect(await readCards(popup)).toEqual([
      {
        invitation: "budget-2027@example.com",
        recurrenceId: "",
        part: "2",
        state: "new",
        verdict: "ok",
        role: "attendee",
        findings: [],
        actions: expect.arrayContaining(["accept", "tentative", "decline", "edit"]) as string[],
      },
    ]);
    expect(await popup.text()).toContain("Room 4");
    expect(await popup.evaluate(() => innerWidth)).toBeGreaterThan(300);
    await stage.closePopup();
  });

  it("an ordinary message: nothing to press and nothing to see", async () => {
    await stage.receive(sampleMail("ordinary"));

    const action = await stage.waitForAction(({ isEnabled }) => !isEnabled);
    expect(action.badge ?? "").toBe("");
    expect(await readBanner(stage)).toBeNull();
  });

  it("a mismatched invitation: both METHODs in the card, a banner in the message", async () => {
    await stage.receive(sampleMail("method-mismatch"));

    await stage.waitForAction(({ badge, isEnabled }) => badge === "!!" && isEnabled);
    expect(await readBanner(stage)).toEqual({
      state: "new",
      verdict: "danger",
      text: expect.stringMatching(/CANCEL.*REQUEST/) as string,
      actions: ["open", "close"],
    });

    const popup = await stage.openPopup();
    const finding = await popup.text('[data-finding="method-parameter-matches"]');
    expect(finding).toContain("CANCEL");
    expect(finding).toContain("REQUEST");
    await stage.closePopup();
  });

  it("a stale invitation: both SEQUENCE numbers", async () => {
    await stage.receive(sampleMail("budget-update"));
    await stage.waitForAction(({ badge }) => badge === "✓");
    await stage.receive(sampleMail("budget-stale"));
    await stage.waitForAction(({ badge }) => badge === "!!");

    const popup = await stage.openPopup();
    const [card] = await readCards(popup);
    expect(card).toMatchObject({ state: "stale", verdict: "danger" });
    const finding = await popup.text('[data-finding="sequence-not-older"]');
    expect(finding).toMatch(/\b0\b/);
    expect(finding).toMatch(/\b1\b/);
    await stage.closePopup();
  });

  it("without a complaint in Thunderbird's consoles", async () => {
    expect(await stage.complaints()).toEqual([]);
  });
});
