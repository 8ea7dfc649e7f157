import type { Stage } from "./stage.ts";

export interface SeenBanner {
  readonly state: string;
  readonly verdict: string;
  readonly text: string;
  readonly actions: readonly string[];
}

/** The banner in the message that is shown, seen with Thunderbird's own rights; null for none. */
export async function readBanner(stage: Stage): Promise<SeenBanner | null> {
  return stage.thunderbird.message().evaluatePrivileged(() => {
    const host = document.querySelector<HTMLElement>("[data-verdict]");
    // Closed to the page, open to the browser.
    const root = (host as (HTMLElement & { openOrClosedShadowRoot: ShadowRoot }) | null)
      ?.openOrClosedShadowRoot;
    if (!host || !root) {
      return null;
    }
    return {
      state: host.dataset["state"] ?? "",
      verdict: host.dataset["verdict"] ?? "",
      text: root.querySelector(".banner")?.textContent ?? "",
      actions: [...root.querySelectorAll<HTMLElement>("button")].map(
        (button) => button.dataset["action"] ?? "",
      ),
    };
  });
}
