// @vitest-environment happy-dom
import { describe, expect, it, vi } from "vitest";
import type { OptionsDesk } from "../../../src/ui/options/options-desk.ts";
import { deskWith, draw, find, OPTIONS } from "./scene.ts";

/** Unfolds the folders that are read. */
function unfold(root: HTMLElement): void {
  find(root, ".scan-folders").closest("details")?.toggleAttribute("open", true);
}

describe("the folders that are read", () => {
  it("are asked for when they are unfolded", async () => {
    const inbox = { id: "inbox", path: "/INBOX", messages: 3, isSent: false };
    const scanAccounts = vi
      .fn<OptionsDesk["scanAccounts"]>()
      .mockResolvedValue([{ id: "account1", name: "Work", folders: [inbox] }]);
    const root = draw(OPTIONS, deskWith({ scanAccounts }));
    expect(scanAccounts).not.toHaveBeenCalled();
    unfold(root);

    await vi.waitFor(() => {
      expect(find(root, '[data-account="account1"]').textContent).toContain("/INBOX");
    });
  });

  it("are said to be missing where they cannot be read", async () => {
    vi.spyOn(console, "error").mockReturnValue();
    const desk = deskWith({ scanAccounts: () => Promise.reject(new Error("No answer.")) });
    unfold(draw(OPTIONS, desk));

    await vi.waitFor(() => {
      expect(desk.sentences).toEqual(["That did not work: No answer."]);
    });
  });
});
