import { describe, expect, it } from "vitest";

import { decoded, readTarget } from "../../../src/core/content/target.ts";

describe("readTarget", () => {
  it.each([
    ["https://Example.COM/a", "https", "example.com", null],
    ["https://user:secret@example.com", "https", "example.com", "user"],
    [
      "https://teams.microsoft.com%2Fl@evil.example/",
      "https",
      "evil.example",
      "teams.microsoft.com/l",
    ],
    ["https:\\\\evil.example", "https", "evil.example", null],
    ["http://0x7f000001/", "http", "127.0.0.1", null],
    ["http://[::1]/", "http", "[::1]", null],
    ["https://xn--mller-kva.example/", "https", "müller.example", null],
    ["mailto:a@example.com", "mailto", null, null],
    ["java\nscript:alert(1)", "javascript", null, null],
    [" \u0001javascript:x", "javascript", null, null],
    ["https://", "https", null, null],
    ["www.example.com", "", null, null],
    ["\\\\server\\share", "file", "server", null],
    ["//server/share", "file", "server", null],
    ["c:/windows", "file", null, null],
    ["file:///etc/passwd", "file", null, null],
    ["file://server/x", "file", "server", null],
  ])("reads %j", (written, scheme, host, userInfo) => {
    expect(readTarget(written)).toMatchObject({ scheme, host, userInfo });
  });

  it.each([
    [
      "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fa.example%2F&data=1",
      "https://a.example/",
    ],
    ["https://urldefense.com/v3/__https://a.example/x__;!!abc", "https://a.example/x"],
    ["https://linkprotect.cudasvc.com/url?a=https%3a%2f%2fa.example&c=1", "https://a.example"],
    ["https://www.google.com/url?q=https://a.example/&sa=D", "https://a.example/"],
    ["https://www.google.com/url?sa=D", "https://www.google.com/url?sa=D"],
    [
      "https://safelinks.example/?url=https://a.example/",
      "https://safelinks.example/?url=https://a.example/",
    ],
  ])("unwraps what gateways made of a link: %s", (written, link) => {
    expect(readTarget(written).link).toBe(link);
  });
});

describe("decoded", () => {
  it("leaves alone what is no percent-encoding", () => {
    expect(decoded("100%")).toBe("100%");
    expect(decoded("a%20b")).toBe("a b");
  });
});
