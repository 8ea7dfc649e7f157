// @vitest-environment happy-dom
import { readFileSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import { reader } from "../core/words/english.ts";

vi.mock("webextension-polyfill", () => ({
  default: {
    i18n: {
      getMessage: (key: string, values: string[]) => reader().translate(key, values),
      getUILanguage: () => "en-GB",
    },
  },
}));

const page = readFileSync("src/ui/notice/notice.html", "utf8");

async function open(because: string): Promise<string> {
  vi.resetModules();
  window.history.replaceState(null, "", `?because=${encodeURIComponent(because)}`);
  document.documentElement.innerHTML = page
    .replace(/<script.*<\/script>/u, "")
    .replace(/<link.*>/gu, "");
  await import("../../src/ui/notice/notice.ts");
  return document.querySelector("main")?.textContent ?? "";
}

describe("the notice about an edited answer", () => {
  it.each([
    { because: "recipients", words: "the recipients were changed" },
    { because: "attachments", words: "cannot carry attachments" },
    { because: "identity", words: "is not invited" },
    { because: "outdated", words: "is not there any more" },
    { because: "refused", words: "No correct answer can be written" },
    { because: "<b>unheard of", words: "No correct answer can be written" },
  ])("says why nothing was sent: $because", async ({ because, words }) => {
    const text = await open(because);

    expect(text).toContain("Your answer was not sent");
    expect(text).toContain(words);
    expect(text).toContain("The window stays open");
  });
});
