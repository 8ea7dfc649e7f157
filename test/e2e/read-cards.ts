import type { Page } from "../harness/page.ts";

export interface SeenCard {
  readonly invitation: string;
  readonly recurrenceId: string;
  readonly part: string;
  readonly state: string;
  readonly verdict: string;
  readonly role: string;
  readonly findings: readonly string[];
  readonly actions: readonly string[];
}

/** The cards of a page, by the hooks that others rely on. */
export async function readCards(page: Page): Promise<readonly SeenCard[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("[data-invitation]")].map((card) => {
      const listed = (name: string): string[] =>
        [...card.querySelectorAll<HTMLElement>(`[data-${name}]`)].map(
          (element) => element.dataset[name] ?? "",
        );
      const hook = (name: string): string => card.dataset[name] ?? "(missing)";
      return {
        invitation: hook("invitation"),
        recurrenceId: hook("recurrenceId"),
        part: hook("part"),
        state: hook("state"),
        verdict: hook("verdict"),
        role: hook("role"),
        findings: listed("finding"),
        actions: listed("action"),
      };
    }),
  );
}
