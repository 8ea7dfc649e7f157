import { describe, expect, it } from "vitest";
import { readStructuredValue } from "../../../src/core/mail/parameters.ts";

describe("readStructuredValue", () => {
  it.each([
    ["Text/Calendar", "text/calendar", {}],
    [
      "text/calendar; method=REQUEST; charset=UTF-8",
      "text/calendar",
      { method: "REQUEST", charset: "UTF-8" },
    ],
    ["text/calendar;METHOD = request ;;=x; y", "text/calendar", { method: "request" }],
    ['a/b; name="a;b\\"c\\\\.ics"', "a/b", { name: 'a;b"c\\.ics' }],
    ["a/b; name=C:\\temp\\a.ics", "a/b", { name: "C:\\temp\\a.ics" }],
    ["a/b (c ; x=1 (d) \\) e); name=f(g).ics", "a/b", { name: "f.ics" }],
    ['a/b; x="(no comment)"; y=1', "a/b", { x: "(no comment)", y: "1" }],
    ["a/b; x=1; X=2", "a/b", { x: "1" }],
    ['a/b; x="never closed; y=2', "a/b", { x: "never closed; y=2" }],
    ["a/b; name==?UTF-8?Q?caf=C3=A9.ics?=", "a/b", { name: "café.ics" }],
    ["a/b; method==?UTF-8?Q?REQUEST?=", "a/b", { method: "=?UTF-8?Q?REQUEST?=" }],
    ["a/b; filename*=UTF-8'de'caf%C3%A9.ics", "a/b", { filename: "café.ics" }],
    ["a/b; filename*=iso-8859-1''caf%E9.ics", "a/b", { filename: "café.ics" }],
    ["a/b; filename*=no-such''caf%C3%A9.ics", "a/b", { filename: "café.ics" }],
    ["a/b; filename*=caf%C3%A9.ics", "a/b", { filename: "café.ics" }],
    ["a/b; filename*=''50%.ics", "a/b", { filename: "50%.ics" }],
    ["a/b; filename=plain.ics; filename*=UTF-8''%C3%A9.ics", "a/b", { filename: "é.ics" }],
    ["a/b; n*1=b; n*0=a; n*2=c", "a/b", { n: "abc" }],
    ["a/b; n*0*=UTF-8''%C3%A9; n*1*=%C3; n*2=x%41", "a/b", { n: "é\uFFFDx%41" }],
    ["a/b; n*0*=UTF-8''%C3; n*1*=%A9", "a/b", { n: "é" }],
    ["a/b; n*x=1", "a/b", { "n*x": "1" }],
    ["", "", {}],
  ])("reads %j", (text, value, parameters) => {
    const read = readStructuredValue(text);
    expect(read.value).toBe(value);
    expect(Object.fromEntries(read.parameters)).toEqual(parameters);
  });

  it("keeps names such as __proto__ apart from everything else", () => {
    const { parameters } = readStructuredValue("a/b; __proto__=x; constructor=y");
    expect([...parameters]).toEqual([
      ["__proto__", "x"],
      ["constructor", "y"],
    ]);
  });
});
