import { describe, expect, it } from "vitest";

import { matchLocale } from "../../../src/core/words/match-locale.ts";

const FOLDERS = ["ar", "de", "en", "pt_BR", "zh_CN"];

describe("the texts for a language", () => {
  it.each([
    { tag: "de", folder: "de", locale: "de" },
    { tag: "de-AT", folder: "de", locale: "de-AT" },
    { tag: "DE_at", folder: "de", locale: "de-AT" },
    { tag: " en-us ", folder: "en", locale: "en-US" },
    { tag: "pt-BR", folder: "pt_BR", locale: "pt-BR" },
    { tag: "pt", folder: "pt_BR", locale: "pt" },
    { tag: "pt-PT", folder: "pt_BR", locale: "pt-PT" },
    { tag: "zh", folder: "zh_CN", locale: "zh" },
    { tag: "zh-Hans-SG", folder: "zh_CN", locale: "zh-Hans-SG" },
    { tag: "de-u-nu-arab", folder: "de", locale: "de" },
  ])("$tag are those of $folder", ({ tag, folder, locale }) => {
    expect(matchLocale(tag, FOLDERS)).toEqual({ folder, locale });
  });

  it.each([
    "",
    "tlh",
    "zh-TW",
    "zh-Hant",
    "de-Cyrl",
    "not a tag",
    "../en",
    "en/../../secret",
    `en-${Array.from({ length: 5000 }, (_, index) => `x${10_000 + index}`).join("-")}`,
  ])("%.20s are none of ours", (tag) => {
    expect(matchLocale(tag, FOLDERS)).toBeNull();
  });

  it("are the nearest where a language has several", () => {
    const folders = ["en", "en_GB", "pt_PT", "pt_BR"];

    expect(matchLocale("en-GB", folders)?.folder).toBe("en_GB");
    expect(matchLocale("en-AU", folders)?.folder).toBe("en");
    expect(matchLocale("pt-BR", folders)?.folder).toBe("pt_BR");
  });
});
