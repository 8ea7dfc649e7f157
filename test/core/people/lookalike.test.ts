import { describe, expect, it } from "vitest";

import { domainOf, mixesScripts, skeleton } from "../../../src/core/people/lookalike.ts";

describe("how a domain looks", () => {
  it.each([
    ["rnicrosoft.com", "microsoft.com"],
    ["vvikipedia.org", "wikipedia.org"],
    ["g00gle.com", "google.com"],
    ["examp1e.com", "example.com"],
    ["ехаmрlе.com", "example.com"],
    ["exämple.com", "example.com"],
    ["ｅxample.com", "example.com"],
    ["EXAMPLE.com", "example.com"],
  ])("%s looks like %s", (one, other) => {
    expect(skeleton(one)).toBe(skeleton(other));
  });

  it.each([
    ["example.com", "example.org"],
    ["example.com", "exemple.com"],
    ["example.com", "my-example.com"],
  ])("%s does not look like %s", (one, other) => {
    expect(skeleton(one)).not.toBe(skeleton(other));
  });

  it.each([
    ["еxample.com", true],
    ["αlpha.example", true],
    ["пример.com", false],
    ["example.com", false],
    ["例え.jp", false],
    ["", false],
  ])("%s mixes scripts: %s", (domain, expected) => {
    expect(mixesScripts(domain)).toBe(expected);
  });

  it.each([
    ["Boss@Example.COM", "example.com"],
    ["boss@xn--mnchen-3ya.de", "münchen.de"],
    ["boss@xn--99999999.de", "xn--99999999.de"],
    ["nobody", ""],
    ["", ""],
  ])("of %s is that of %s", (address, domain) => {
    expect(domainOf(address)).toBe(domain);
  });
});
