import { describe, expect, it, vi } from "vitest";
import { readerNow } from "../../src/ui/reader.ts";

vi.mock("webextension-polyfill", () => ({
  default: {
    i18n: {
      getMessage: (key: string, values: string[]) => [key, ...values].join("|"),
      getUILanguage: () => "de",
    },
  },
}));

describe("the one who reads a page", () => {
  it("reads Thunderbird's language", () => {
    expect(readerNow().locale).toBe("de");
  });

  it.each([
    { name: "plain", value: "Ann" },
    { name: "right to left", value: "ليلى" },
  ])("has a stranger's words isolated in a sentence: $name", ({ value }) => {
    expect(readerNow().translate("key", [value])).toBe(`key|\u2068${value}\u2069`);
  });

  it.each([
    { name: "an override", value: "a\u202Etxt.exe", kept: "atxt.exe" },
    { name: "the end of the isolation", value: "a\u2069b", kept: "ab" },
    { name: "controls", value: "a\u0000\u001b[31mb\u007f", kept: "a[31mb" },
  ])("is not misled by $name", ({ value, kept }) => {
    expect(readerNow().translate("key", [value])).toBe(`key|\u2068${kept}\u2069`);
  });
});
