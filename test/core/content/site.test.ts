import { describe, expect, it } from "vitest";

import {
  isPrivateAddress,
  isRedirector,
  isSameSite,
  siteOf,
} from "../../../src/core/content/site.ts";

describe("siteOf", () => {
  it.each([
    ["mail.example.com", "example.com"],
    ["Example.com", "example.com"],
    ["www.example.co.uk", "example.co.uk"],
    ["a.b.example.de", "example.de"],
    ["192.0.2.1", "192.0.2.1"],
    ["[2001:db8::1]", "[2001:db8::1]"],
    ["localhost", "localhost"],
  ])("takes %s as part of %s", (host, site) => {
    expect(siteOf(host)).toBe(site);
  });
});

describe("isSameSite", () => {
  it("knows hosts of one owner", () => {
    expect(isSameSite("a.example.com", "b.example.com")).toBe(true);
    expect(isSameSite("example.co.uk", "other.co.uk")).toBe(false);
  });
});

describe("isPrivateAddress", () => {
  it.each([
    ["10.1.2.3", true],
    ["172.16.0.1", true],
    ["172.32.0.1", false],
    ["192.168.0.1", true],
    ["127.0.0.1", true],
    ["192.0.2.1", false],
    ["[::1]", true],
    ["[fd00::1]", true],
    ["[2001:db8::1]", false],
    ["example.com", false],
  ])("says of %s: %s", (host, expected) => {
    expect(isPrivateAddress(host)).toBe(expected);
  });
});

describe("isRedirector", () => {
  it.each([
    ["bit.ly", "https://bit.ly/x", true],
    ["a.example", "https://a.example/?to=https://b.example/", true],
    ["a.example", "https://a.example/?to=https%3A%2F%2Fb.example/", true],
    ["a.example", "https://a.example/?to=https://www.a.example/", false],
    ["a.example", "https://a.example/?to=b", false],
  ])("says of %s with %s: %s", (host, link, expected) => {
    expect(isRedirector(host, link)).toBe(expected);
  });
});
