import { waitUntil } from "../harness/wait-until.ts";
import type { Stage } from "./stage.ts";

/** What the first card of a popup shows. */
export interface ShownCard {
  readonly text: string;
  readonly state: string;
  readonly role: string;
  readonly findings: readonly string[];
  readonly offersNewer: boolean;
}

/** Time for what happens to a message to be told, also on a busy machine. */
const PATIENCE = 90_000;

/** So long may one opening of the popup take. */
const ONE_LOOK = 6_000;

/**
 * Opens the popup of the message that is shown, again and again, until its card is as expected:
 * Thunderbird closes it while it draws the message's header anew.
 */
export async function lookAtCard(
  stage: Stage,
  isExpected: (card: ShownCard) => boolean,
): Promise<ShownCard> {
  let last: ShownCard | null = null;
  try {
    return await waitUntil(
      "the card is as expected",
      async () => {
        last = await lookOnce(stage);
        return isExpected(last) && last;
      },
      PATIENCE,
    );
  } catch (error) {
    throw new Error(`The card is ${JSON.stringify(last)}.`, { cause: error });
  }
}

async function lookOnce(stage: Stage): Promise<ShownCard> {
  await stage.closePopup();
  const popup = await Promise.race([
    stage.thunderbird.openPopup(stage.edition.id),
    new Promise<never>((_, reject) => {
      setTimeout(() => {
        reject(new Error("the popup does not open"));
      }, ONE_LOOK);
    }),
  ]);
  await popup.waitFor("main:not([aria-busy]) [data-invitation]", ONE_LOOK);
  const card = await popup.evaluate(() => {
    const shown = document.querySelector<HTMLElement>("[data-invitation]");
    const findings = [...document.querySelectorAll<HTMLElement>("[data-finding]")];
    return {
      text: shown?.innerText ?? "",
      state: shown?.dataset["state"] ?? "",
      role: shown?.dataset["role"] ?? "",
      findings: findings.map(({ dataset }) => dataset["finding"] ?? ""),
      offersNewer: document.querySelector('button[data-action="open-newer"]') !== null,
    };
  });
  await stage.closePopup();
  return card;
}
