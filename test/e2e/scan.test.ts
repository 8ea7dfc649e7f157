import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { OptionsView } from "../../src/app/options.ts";
import { ask } from "./background.ts";
import { INVITATION_EVERY } from "./many-messages.ts";
import { ScanStage, waitForScan, type ScanPlace } from "./scan-stage.ts";

const COUNT = 500;
const INVITATIONS = COUNT / INVITATION_EVERY;

/** For all messages, on a busy machine. */
const PATIENCE = 110_000;

const PLACES: readonly ScanPlace[] = ["dovecot", "local folder"];

describe.each(PLACES)("a scan of %s", (place) => {
  let scan: ScanStage;

  beforeAll(async () => {
    scan = await ScanStage.start(COUNT, place);
  });

  afterAll(async () => {
    await scan.stage.stop();
  });

  it("goes on after a kill, and counts every message and event once", async () => {
    const page = await scan.openOptions();
    expect(await page.attribute("[data-scan]", "data-scan")).toBe("never");
    await page.click('button[data-action="scan-start"]');
    await waitForScan(page, ({ done }) => done > COUNT / 5, PATIENCE);
    await scan.killAndRestart();

    const after = await scan.openOptions();
    const finished = await waitForScan(after, ({ state }) => state === "finished", PATIENCE);
    expect(finished).toMatchObject({
      done: COUNT,
      total: COUNT,
      counts: { read: COUNT, found: INVITATIONS, unreadable: 0, tooLarge: 0 },
    });
    const { events } = (await ask(after, "readOptions")) as OptionsView;
    expect(events).toBe(INVITATIONS);
    await after.waitFor('[data-scan="finished"]');
  });

  it("waits after a kill for messages that Thunderbird does not list yet", async () => {
    const page = await scan.openOptions();
    await page.click('button[data-action="scan-start"]');
    await waitForScan(page, ({ state, done }) => state === "running" && done > 0, PATIENCE);
    const listAll = await scan.killAndForget();

    const after = await scan.openOptions();
    const listed = place === "dovecot" ? COUNT / 2 : 0;
    await waitForScan(after, ({ done }) => done >= listed, PATIENCE);
    await listAll();
    const last = await scan.openOptions();
    expect(await waitForScan(last, ({ state }) => state === "finished", PATIENCE)).toMatchObject({
      done: COUNT,
      total: COUNT,
      counts: { read: COUNT, found: INVITATIONS, unreadable: 0, tooLarge: 0 },
    });
    const { events } = (await ask(last, "readOptions")) as OptionsView;
    expect(events).toBe(INVITATIONS);
  });

  it("can be paused, and an event that it found can be forgotten", async () => {
    const page = await scan.openOptions();
    await page.click('button[data-action="scan-start"]');
    await page.click('button[data-action="scan-pause"]');
    await page.waitFor('[data-scan="paused"] button[data-action="scan-resume"]');
    await page.click('button[data-action="scan-cancel"]');
    await page.waitFor('[data-scan="cancelled"]');

    await page.fill('[data-field="find-event"]', "juergen@example.com");
    await page.click('button[data-action="save-find-event"]');
    const uid = await page.attribute(".found-events li", "data-event");
    await page.click(`[data-event="${uid ?? ""}"] button[data-action="forget-event"]`);
    await page.waitFor(`.found-events:not(:has([data-event="${uid ?? ""}"]))`);
    const { events } = (await ask(page, "readOptions")) as OptionsView;
    expect(events).toBe(INVITATIONS - 1);
  });

  it("without a complaint in Thunderbird's consoles", async () => {
    expect(await scan.stage.complaints()).toEqual([]);
  });
});
