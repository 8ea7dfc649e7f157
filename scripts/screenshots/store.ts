/**
 * `npm run screenshots:store`: what the store listing shows, 1280×800, taken from a real
 * Thunderbird under Xvfb with the calendar edition, into docs/screenshots/store.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { PNG } from "pngjs";

import { CALENDAR } from "../../test/e2e/edition.ts";
import { Stage } from "../../test/e2e/stage.ts";
import { readSample, USER } from "../../test/fixtures/samples.ts";
import type { Page } from "../../test/harness/page.ts";
import { waitUntil } from "../../test/harness/wait-until.ts";
import { shiftDates, weeksSinceSamples } from "../demo/shift-dates.ts";

const FOLDER = "docs/screenshots/store";

const SIZE = { width: 1280, height: 800 };

/** In the order of their arrival; the last ones are at the top of the list. */
const MAIL = [
  "google",
  "teams",
  "zoom",
  "series",
  "workshop-request",
  "workshop-cancellation",
  "sender-is-not-organizer",
  "budget-request",
  "budget-update",
];

mkdirSync(FOLDER, { recursive: true });
for (const theme of ["light", "dark"] as const) {
  await takePictures(theme);
}
process.exit(0);

async function takePictures(theme: "light" | "dark"): Promise<void> {
  const identities = [{ name: USER.name, email: USER.address }];
  const stage = await Stage.start(CALENDAR, { theme, identities });
  const take = (name: string): Promise<void> => takePicture(stage, `${name}-${theme}`);
  await stage.thunderbird.run(
    "mainWindow().resizeTo(arguments[0], arguments[1]);",
    SIZE.width,
    SIZE.height,
  );
  await stage.thunderbird.call("enableCalendar");
  const weeks = weeksSinceSamples(Date.now());
  const ids = new Map<string, string>();
  for (const name of MAIL) {
    ids.set(name, await stage.receive(shiftDates(readSample(name), weeks)));
    await stage.waitForAction(({ badge }) => badge !== null);
  }

  await showCard(stage, ids.get("budget-update") ?? "");
  await take("card");
  await stage.closePopup();

  await showCard(stage, ids.get("sender-is-not-organizer") ?? "");
  await take("warning");
  await stage.closePopup();

  const list = await openTab(stage, "ui/invitations/invitations.html");
  await list.click('[data-show="all"]');
  await list.click(".row .row-main");
  await list.waitFor(".detail [data-invitation]");
  await take("invitations");

  const options = await openTab(stage, "ui/options/options.html");
  await options.waitFor(".setting");
  await take("options");
  await stage.stop();
}

async function showCard(stage: Stage, messageId: string): Promise<void> {
  await stage.show(messageId);
  await stage.waitForAction(({ badge }) => badge !== null);
  await stage.openPopup();
}

async function openTab({ thunderbird, edition }: Stage, path: string): Promise<Page> {
  const page = await thunderbird.openTab(edition.id, path);
  await page.waitFor("main:not([aria-busy])");
  return page;
}

/** Once two looks at the screen are the same: nothing moves any more. */
async function takePicture({ xvfb }: Stage, name: string): Promise<void> {
  const file = join(tmpdir(), `convene-${process.pid}.png`);
  let screen = new PNG(SIZE);
  await waitUntil(`the screen is at rest for ${name}`, async () => {
    await xvfb.screenshot(file);
    const before = screen;
    screen = PNG.sync.read(readFileSync(file));
    return before.data.equals(screen.data);
  });
  const picture = new PNG(SIZE);
  PNG.bitblt(screen, picture, 0, 0, SIZE.width, SIZE.height, 0, 0);
  writeFileSync(join(FOLDER, `${name}.png`), PNG.sync.write(picture));
}
