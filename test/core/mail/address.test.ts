import { describe, expect, it } from "vitest";
import {
  asciiDomain,
  canonicalIdn,
  isAddrSpec,
  normalizeAddress,
  parseMailto,
  sameAddress,
  splitAddress,
  withoutGmailDots,
  withoutPlusTag,
} from "../../../src/core/mail/address.ts";

describe("parseMailto", () => {
  it.each([
    ["mailto:boss@example.org", "boss@example.org"],
    ["MAILTO:Boss@Example.org", "Boss@Example.org"],
    ["boss@example.org", "boss@example.org"],
    [" mailto: boss@example.org ", "boss@example.org"],
    ["mailto:mailto:boss@example.org", "boss@example.org"],
    ["mailto:me+zoom@example.org", "me+zoom@example.org"],
    ["mailto:me%2Bzoom@example.org", "me+zoom@example.org"],
    ["mailto:o'brien@example.org", "o'brien@example.org"],
    ["mailto:50%off@example.org", "50%off@example.org"],
    ["mailto:ren%C3%A9@example.org", "rené@example.org"],
    ["mailto:用户@例子.中国", "用户@例子.中国"],
    ['mailto:"john.doe"@example.org', '"john.doe"@example.org'],
    ["mailto:boss@[192.0.2.1]", "boss@[192.0.2.1]"],
    ["mailto:what%3Fnow@example.org", "what?now@example.org"],
  ])("takes the one mailbox of %j", (uri, address) => {
    expect(parseMailto(uri)).toBe(address);
  });

  it.each([
    "",
    "mailto:",
    "boss",
    "@example.org",
    "boss@",
    "mailto:a@b.example,c@d.example",
    "mailto:a@b.example%2Cc@d.example",
    "mailto:a@b.example;c@d.example",
    "mailto:a@b.example c@d.example",
    "mailto:a@b.example?bcc=victim@example.org",
    "mailto:a@b.example%3Fbcc=victim@example.org",
    "mailto:a@b.example%0D%0ABcc:victim@example.org",
    "mailto:a@b.example\r\nBcc: victim@example.org",
    "mailto:a@b.example%00",
    "mailto:a%E9@b.example",
    "mailto:a@b@c.example",
    "mailto:a@b.example:mailto:c@d.example",
    "mailto:<a@b.example>",
    'mailto:"a@b.example,c"@d.example',
    "invalid:nomail",
    "urn:uuid:8b2f0a9e-6d6e-4b6f-a1a4-3f3f0d5d0c11",
    "https://example.org/boss@example.org",
    "/O=EXAMPLE/OU=EXCHANGE/CN=RECIPIENTS/CN=BOSS",
    "mailto:a\u202Eb@example.org",
    "mailto:a\u200Bb@example.org",
    `mailto:${"a".repeat(300)}@example.org`,
  ])("refuses %j", (uri) => {
    expect(parseMailto(uri)).toBeNull();
  });
});

describe("comparing", () => {
  it("knows no case and no scheme", () => {
    expect(normalizeAddress(" MAILTO:Boss@Example.ORG")).toBe("boss@example.org");
    expect(sameAddress("Boss@Example.org", "mailto:boss@example.org")).toBe(true);
    expect(sameAddress("boss@example.org", "boss@example.com")).toBe(false);
  });

  it("never finds a missing address equal", () => {
    expect(sameAddress(null, null)).toBe(false);
    expect(sameAddress("boss@example.org", null)).toBe(false);
  });

  it.each([
    ["a@b", { local: "a", domain: "b" }],
    ['"a@b"@c', { local: '"a@b"', domain: "c" }],
    ["a@", null],
    ["@b", null],
    ["ab", null],
  ])("splits %j at the last @", (address, parts) => {
    expect(splitAddress(address)).toEqual(parts);
  });

  it.each([
    ["Me+Zoom@Example.org", "me@example.org"],
    ["me+a+b@example.org", "me@example.org"],
    ["+me@example.org", "+me@example.org"],
    ["me@ex+ample.org", "me@ex+ample.org"],
    ["nobody", "nobody"],
  ])("takes the plus tag off %j", (address, plain) => {
    expect(withoutPlusTag(address)).toBe(plain);
  });

  it.each([
    ["F.i.r.s.t@gmail.com", "first@gmail.com"],
    ["first@googlemail.com", "first@gmail.com"],
    ["fir.st+tag@GMail.com", "first@gmail.com"],
    ["f.irst@example.org", "f.irst@example.org"],
    ["f.irst+tag@mail.gmail.com", "f.irst+tag@mail.gmail.com"],
    ["nobody", "nobody"],
  ])("takes Gmail's dots out of %j", (address, plain) => {
    expect(withoutGmailDots(address)).toBe(plain);
  });

  it.each([
    ["Boss@Bücher.example", "boss@xn--bcher-kva.example"],
    ["boss@xn--bcher-kva.example", "boss@xn--bcher-kva.example"],
    ["boss@EXAMPLE.org", "boss@example.org"],
    ["nobody", "nobody"],
  ])("writes the domain of %j in ASCII", (address, ascii) => {
    expect(canonicalIdn(address)).toBe(ascii);
  });

  it.each([
    ["a b", "a b"],
    ["exa%6dple.org", "exa%6dple.org"],
    ["example.org:80", "example.org:80"],
    ["user@Example.org", "user@example.org"],
    ["xn--a", "xn--a"],
    ["..", ".."],
    ["[192.0.2.1]", "[192.0.2.1]"],
  ])("leaves %j, which is no domain", (domain, same) => {
    expect(asciiDomain(domain)).toBe(same);
  });
});

describe("isAddrSpec", () => {
  it("accepts what has a local part and a domain", () => {
    expect(isAddrSpec("a@b")).toBe(true);
  });

  it("refuses a domain with characters that no domain has", () => {
    expect(isAddrSpec("a@b?c")).toBe(false);
    expect(isAddrSpec("a@b/c")).toBe(false);
  });
});
