import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Page } from "../harness/page.ts";
import { ask } from "./background.ts";
import { CALENDAR } from "./edition.ts";
import { Stage } from "./stage.ts";

const MANAGED = {
  aliases: ["team@example.org"],
  authserv: "mx.example.org",
  attachCopy: true,
  cancelledEvents: "remove",
  transport: "outbox",
  // Of the wrong kind: as if it were not there.
  notifyChanged: "yes",
};

describe("settings of an administrator, in a real Thunderbird,", () => {
  let stage: Stage;
  let page: Page;

  beforeAll(async () => {
    stage = await Stage.start(CALENDAR, { managed: MANAGED });
    page = await stage.thunderbird.openTab(CALENDAR.id, "ui/options/options.html");
    await page.waitFor("main:not([aria-busy])");
  });

  afterAll(async () => {
    await stage.stop();
  });

  it("hold, and are locked", async () => {
    const fields = await page.evaluate(() =>
      ["authserv", "copy", "cancelled", "transport", "declined", "notify-changed"].map((name) => {
        const field = document.querySelector<HTMLInputElement>(`[data-field="${name}"]`);
        const value = field?.type === "checkbox" ? field.checked : field?.value;
        return [name, value, field?.disabled === true || field?.readOnly === true];
      }),
    );

    expect(fields).toEqual([
      ["authserv", "mx.example.org", true],
      ["copy", true, true],
      ["cancelled", "remove", true],
      ["transport", "outbox", true],
      ["declined", "keep", false],
      ["notify-changed", false, false],
    ]);
    expect(await page.text("[data-address='team@example.org']")).toContain("team@example.org");
    expect(await page.text("[data-setting='authserv']")).toContain("Your administrator set this.");
  });

  it("cannot be changed past the page either", async () => {
    expect(await ask(page, "changeSetting", { setting: "attachCopy", on: false })).toEqual({
      kind: "refused",
      because: "locked",
    });
  });

  it("trouble no console", async () => {
    expect(await stage.complaints()).toEqual([]);
  });
});
