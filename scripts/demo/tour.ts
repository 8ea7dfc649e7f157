import { mkdirSync, rmSync } from "node:fs";

import { samples } from "../../test/fixtures/samples.ts";
import type { Page } from "../../test/harness/page.ts";
import { waitUntil } from "../../test/harness/wait-until.ts";
import type { Xvfb } from "../../test/harness/xvfb.ts";
import { ACCEPTED, arrivals } from "./arrivals.ts";
import { printMessage, printReceived, type SeenCard } from "./report.ts";
import { setStage, type Edition, type Stage } from "./stage.ts";

/** Where the pictures go. */
const FOLDER = "demo";

/** Opens every sample on arrival, says what the add-on says, accepts one, shows what was sent. */
export async function makeTour(edition: Edition, screen: Xvfb): Promise<void> {
  rmSync(FOLDER, { recursive: true, force: true });
  mkdirSync(FOLDER);
  const stage = await setStage(edition, screen.display);
  const messageIds = new Map<string, string>();
  for (const [index, { name, shows }] of arrivals.entries()) {
    const messageId = await stage.deliver(name);
    messageIds.set(name, messageId);
    await stage.thunderbird.showMessage("INBOX", messageId);
    const cards = await readShown(stage, name);
    printMessage(index + 1, `${name}: ${shows}`, cards);
    compare(name, cards);
    await screen.screenshot(`${FOLDER}/${String(index + 1).padStart(2, "0")}-${name}.png`);
    await stage.thunderbird.closePopup();
  }
  await stage.thunderbird.showMessage("INBOX", messageIds.get(ACCEPTED) ?? "");
  await accept(stage, screen);
  await stage.close();
  console.log(`\nScreenshots of all this are in ${FOLDER}/.`);
}

/** What the popup says; nothing where the button stays at rest, since there is nothing to say. */
async function readShown(stage: Stage, name: string): Promise<readonly SeenCard[]> {
  if (stateOf(name) !== null) {
    return readCards(await openPopup(stage));
  }
  await waitUntil("the button is at rest", async () => {
    const action = await stage.thunderbird.readAction(stage.addonId);
    return action !== null && !action.isEnabled;
  });
  return [];
}

function stateOf(name: string): string | null {
  return samples.find((sample) => sample.name === name)?.state ?? null;
}

/** Resolves when the popup has said everything. */
async function openPopup({ thunderbird, addonId }: Stage): Promise<Page> {
  await waitUntil("the button can be pressed", async () => {
    const action = await thunderbird.readAction(addonId);
    return action?.isEnabled;
  });
  const popup = await thunderbird.openPopup(addonId);
  await popup.waitFor("main:not([aria-busy]) > *");
  return popup;
}

/** What is found in a real Thunderbird has to be what the unit tests expect. */
function compare(name: string, cards: readonly SeenCard[]): void {
  const expected = stateOf(name);
  const found = cards[0]?.state ?? null;
  if (found !== expected) {
    throw new Error(`${name} is ${found ?? "nothing"}, not ${expected ?? "nothing"}.`);
  }
}

async function readCards(popup: Page): Promise<readonly SeenCard[]> {
  return popup.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("[data-invitation]")].map((card) => ({
      state: card.dataset["state"] ?? "",
      verdict: card.dataset["verdict"] ?? "",
      findings: [...card.querySelectorAll<HTMLElement>("[data-finding]")].map((finding) => ({
        rule: finding.dataset["finding"] ?? "",
        text: finding.querySelector("summary")?.textContent ?? "",
      })),
    })),
  );
}

async function accept(stage: Stage, screen: Xvfb): Promise<void> {
  const { thunderbird, smtp } = stage;
  const popup = await openPopup(stage);
  await popup.click('button[data-action="accept"]');
  await popup.waitFor('[data-outcome]:not([data-outcome="pending"])', 40_000);
  const outcome = await popup.attribute("[data-outcome]", "data-outcome");
  console.log(`\nAccepted ${ACCEPTED}. The popup says: ${outcome ?? "nothing"}.`);
  await screen.screenshot(`${FOLDER}/answer.png`);
  if (outcome === "queued") {
    console.log("The reply waits in the Outbox; now File, Send Unsent Messages.");
    await thunderbird.closePopup();
    await thunderbird.sendUnsentMessages();
  }
  const [reply] = await smtp.waitFor(1);
  if (reply !== undefined) {
    printReceived(reply);
  }
}
