import type { Page } from "../harness/page.ts";
import { waitUntil } from "../harness/wait-until.ts";

/** A message as the popup shows it before it is sent. */
export interface SeenLetter {
  readonly method: string;
  readonly words: string;
  readonly lines: readonly string[];
}

/** Opens the preview of an action and gives what it shows. */
export async function readPreview(popup: Page, action: string): Promise<readonly SeenLetter[]> {
  await popup.fill('[data-field="preview-action"]', action);
  await popup.evaluate(() => {
    document.querySelector<HTMLDetailsElement>(".answer-form .preview")?.setAttribute("open", "");
  });
  return waitUntil("the preview is made", async () => {
    const letters = await popup.evaluate(() => {
      const region = document.querySelector(".answer-form .letters");
      const isReady = region !== null && !region.hasAttribute("aria-busy");
      return [...(isReady ? region.querySelectorAll<HTMLElement>(".letter") : [])].map(
        (letter) => ({
          method: letter.dataset["method"] ?? "",
          words: letter.textContent,
          lines: letter.querySelector(".letter-object pre")?.textContent.split("\n") ?? [],
        }),
      );
    });
    return letters.length > 0 && letters;
  });
}
