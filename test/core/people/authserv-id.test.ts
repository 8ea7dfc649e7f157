import { describe, expect, it } from "vitest";
import { authservIdOf, isAuthservId } from "../../../src/core/people/authserv-id.ts";

describe("the name of the server in Authentication-Results", () => {
  it.each([
    ["mx.example.org; dkim=pass header.d=example.org", "mx.example.org"],
    ["  mx.example.org 1; dkim=pass", "mx.example.org"],
    ["mx.example.org", "mx.example.org"],
    ["Mail.Example.ORG; none", "Mail.Example.ORG"],
    ['"mx.example.org"; spf=pass', "mx.example.org"],
    ["(checked (twice)) mx.example.org (by hand); none", "mx.example.org"],
    ["box-1; spf=pass", "box-1"],
    ["почта.example; spf=pass", "почта.example"],
  ])("of %j is %j", (value, id) => {
    expect(authservIdOf(value)).toBe(id);
  });

  it.each([
    { name: "nothing at all", value: "" },
    { name: "a result in its place", value: "spf=pass smtp.mailfrom=example.org; dkim=pass" },
    { name: "nothing before the first semicolon", value: "; dkim=pass" },
    { name: "an empty quotation", value: '""; dkim=pass' },
    { name: "a quotation with spaces", value: '"mx example"; dkim=pass' },
    { name: "a comment that never ends", value: "(mx.example.org; dkim=pass" },
    { name: "an endless name", value: `${"a".repeat(254)}; dkim=pass` },
  ])("is not given by $name", ({ value }) => {
    expect(authservIdOf(value)).toBeNull();
  });

  it.each(["mx.example.org", "box-1", "mx_1.example.org", "a".repeat(253)])("may be %j", (id) => {
    expect(isAuthservId(id)).toBe(true);
  });

  it.each(["", " ", "mx example", "mx;", "a=b", "<mx>", "a@b", "mx\u0000", "mx\u202e", "a/1"])(
    "may not be %j",
    (id) => {
      expect(isAuthservId(id)).toBe(false);
    },
  );
});
