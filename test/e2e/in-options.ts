import type { Page } from "../harness/page.ts";
import { waitUntil } from "../harness/wait-until.ts";
import type { Stage } from "./stage.ts";

/** The options page in a tab of its own; the mail is there again afterwards. */
export async function inOptions<Value>(
  { thunderbird, edition }: Stage,
  act: (page: Page) => Promise<Value>,
): Promise<Value> {
  const page = await thunderbird.openTab(edition.id, "ui/options/options.html");
  await page.waitFor("main:not([aria-busy])");
  const value = await act(page);
  await thunderbird.closeMessages();
  return value;
}

/** Chooses from a list of the options page. */
export async function chooseOption(stage: Stage, field: string, value: string): Promise<void> {
  await inOptions(stage, async (page) => {
    await page.fill(`[data-field="${field}"]`, value);
    await waitUntil("the choice is saved", async () =>
      (await page.text(".told")).includes("Saved."),
    );
  });
}

/** Ticks a box of the options page as a user does, who allows what Thunderbird asks. */
export async function switchOn(stage: Stage, field: string): Promise<void> {
  await inOptions(stage, async (page) => {
    await page.pressAsUser(`[data-field="${field}"]`);
    await waitUntil(`${field} is on`, async () => {
      await stage.thunderbird.call("allowPermission");
      return page.evaluate(
        (name) => document.querySelector<HTMLInputElement>(`[data-field="${name}"]`)?.checked,
        field,
      );
    });
  });
}
