import { describe, expect, it } from "vitest";

import { readAuthentication } from "../../../src/core/people/authentication.ts";
import { envelopeOf } from "./envelope.ts";

const FROM = "From: Boss <boss@mail.example.com>";

/** The verdict on a message with these Authentication-Results, topmost first. */
function verdict(...results: readonly string[]): string {
  const fields = results.map((result) => `Authentication-Results: ${result}`);
  return readAuthentication(envelopeOf(...fields, FROM), "mx.example.org");
}

describe("what the user's server says of From", () => {
  it.each([
    ["DMARC passes", "mx.example.org; dmarc=pass header.from=example.com", "pass"],
    ["DMARC fails", "mx.example.org; dmarc=fail (p=reject) header.from=example.com", "fail"],
    [
      "DMARC fails though DKIM passes",
      "mx.example.org; dkim=pass header.d=example.com; dmarc=fail",
      "fail",
    ],
    [
      "DMARC passes though SPF fails",
      "mx.example.org; spf=fail smtp.mailfrom=x.net; dmarc=pass",
      "pass",
    ],
    [
      "DMARC says nothing, DKIM does",
      "mx.example.org; dmarc=none; dkim=pass header.d=example.com",
      "pass",
    ],
    [
      "DKIM passes for From's domain",
      "mx.example.org; dkim=pass header.d=mail.example.com",
      "pass",
    ],
    ["DKIM passes for the domain above", "mx.example.org; dkim=pass header.i=@example.com", "pass"],
    [
      "SPF passes for From's domain",
      "mx.example.org; spf=pass smtp.mailfrom=x@example.com",
      "pass",
    ],
    [
      "DKIM passes for another domain",
      "mx.example.org; dkim=pass header.d=evil.example",
      "unknown",
    ],
    [
      "DKIM passes for a domain that ends alike",
      "mx.example.org; dkim=pass header.d=ample.com",
      "unknown",
    ],
    ["DKIM names no domain", "mx.example.org; dkim=pass", "unknown"],
    ["DKIM fails", "mx.example.org; dkim=fail header.d=example.com", "fail"],
    ["SPF fails, DKIM passes", "mx.example.org; spf=fail; dkim=pass header.d=example.com", "pass"],
    ["nothing was tried", "mx.example.org; none", "unknown"],
    ["other methods", "mx.example.org; iprev=fail; auth=fail", "unknown"],
    ["upper case and versions", "MX.Example.ORG 1; DMARC/1=Fail", "fail"],
    ["a quoted id", '"mx.example.org"; dmarc=fail', "fail"],
    ["another server's word", "mx.example.com; dmarc=fail", "unknown"],
    ["an id that only begins alike", "mx.example.org.evil.example; dmarc=fail", "unknown"],
    ["nothing at all", "", "unknown"],
  ])("%s", (_, result, expected) => {
    expect(verdict(result)).toBe(expected);
  });

  it.each([
    ["in a comment", "mx.example.org (dmarc=pass); dmarc=fail", "fail"],
    ["in nested comments", "mx.example.org; dkim=fail ((a) b; dmarc=pass) header.d=x", "fail"],
    ["behind a comment left open", "mx.example.org; dmarc=fail ( ; dmarc=pass", "fail"],
    [
      "in a quoted local part",
      'mx.example.org; spf=none smtp.mailfrom="a; dmarc=pass"@evil.example; dmarc=fail',
      "fail",
    ],
    [
      "behind a quoted parenthesis",
      'mx.example.org; spf=none smtp.mailfrom="(a"@evil.example; dmarc=fail',
      "fail",
    ],
    [
      "behind an escaped quote",
      'mx.example.org; spf=none smtp.mailfrom="a\\"; dmarc=pass"@evil.example; dmarc=fail',
      "fail",
    ],
  ])("is not what the sender wrote %s", (_, result, expected) => {
    expect(verdict(result)).toBe(expected);
  });

  it("stands above what the sender wrote himself", () => {
    expect(verdict("mx.example.org; dmarc=fail", "mx.example.org; dmarc=pass")).toBe("fail");
    expect(verdict("mx.example.org; dmarc=pass", "mx.example.org; dmarc=fail")).toBe("pass");
  });

  it("is not looked for below another server's, where the sender may have written it", () => {
    expect(verdict("filter.example.net; none", "mx.example.org; dmarc=pass")).toBe("unknown");
    expect(verdict("filter.example.net; none", "mx.example.org; dmarc=fail")).toBe("unknown");
  });

  it("is unknown where nobody is believed, or for a file", () => {
    const envelope = envelopeOf("Authentication-Results: mx.example.org; dmarc=fail", FROM);
    expect(readAuthentication(envelope, null)).toBe("unknown");
    expect(readAuthentication(null, "mx.example.org")).toBe("unknown");
    expect(readAuthentication(envelopeOf("Subject: no From"), "mx.example.org")).toBe("unknown");
  });

  it("is read in linear time, whatever is written", () => {
    const size = 200_000;
    for (const text of ["(", ")", '"', "\\", "; dmarc=", "(a", '"('].map((piece) =>
      piece.repeat(size),
    )) {
      expect(verdict(`mx.example.org; ${text}`)).toMatch(/unknown|fail/);
    }
  });
});
