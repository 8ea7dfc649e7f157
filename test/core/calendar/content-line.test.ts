import { describe, expect, it } from "vitest";
import { parseContentLine } from "../../../src/core/calendar/content-line.ts";
import { MAX_PARAMETER_VALUES } from "../../../src/core/limits.ts";

type Case = readonly [
  line: string,
  name: string,
  parameters: Record<string, string[]>,
  value: string,
];

function parsed(line: string): Omit<Record<string, unknown>, never> | null {
  const found = parseContentLine(line);
  return (
    found && {
      name: found.name,
      parameters: Object.fromEntries(found.parameters.map(({ name, values }) => [name, values])),
      value: found.value,
    }
  );
}

describe("a content line", () => {
  it.each<Case>([
    ["SUMMARY:Lunch", "SUMMARY", {}, "Lunch"],
    ["summary:", "SUMMARY", {}, ""],
    ["SUMMARY :a", "SUMMARY", {}, "a"],
    ["X-A.B_C-1:a:b;c,d", "X-A.B_C-1", {}, "a:b;c,d"],
    ["DTSTART;tzid=Europe/Berlin:20261201", "DTSTART", { TZID: ["Europe/Berlin"] }, "20261201"],
    ['A;CN="Doe; John: x, y":b', "A", { CN: ["Doe; John: x, y"] }, "b"],
    ["A;CN=:b", "A", { CN: [""] }, "b"],
    ['A;CN="";X=1:b', "A", { CN: [""], X: ["1"] }, "b"],
    ['A;MEMBER="mailto:a@b","mailto:c@d":e', "A", { MEMBER: ["mailto:a@b", "mailto:c@d"] }, "e"],
    ["A;X=1,2,3:b", "A", { X: ["1", "2", "3"] }, "b"],
    ["A;CN=a^nb^^c^'d^e:f", "A", { CN: ['a\nb^c"d^e'] }, "f"],
  ])("is read from %s", (line, name, parameters, value) => {
    expect(parsed(line)).toEqual({ name, parameters, value });
    expect(parseContentLine(line)?.isFlawed).toBe(false);
  });

  it.each<Case>([
    ["A;CN=Doe, John:b", "A", { CN: ["Doe, John"] }, "b"],
    ["A;CN=Doe; John:b", "A", { CN: ["Doe"] }, "b"],
    ["A;CN=Doe; J?=hn:b", "A", { CN: ["Doe"] }, "b"],
    ['A;CN="Doe:b', "A", { CN: ['"Doe'] }, "b"],
    ['A;CN="John" Doe:b', "A", { CN: ["John Doe"] }, "b"],
    ["A;SENT-BY=mailto:a@b:mailto:c@d", "A", { "SENT-BY": ["mailto:a@b"] }, "mailto:c@d"],
    ["A;DIR=https://a.b/c:d", "A", { DIR: ["https://a.b/c"] }, "d"],
    [
      "DTSTART;TZID=(UTC+01:00) Amsterdam, Berlin:20261201T100000",
      "DTSTART",
      { TZID: ["(UTC+01:00) Amsterdam, Berlin"] },
      "20261201T100000",
    ],
  ])("is read as it is meant, and called flawed: %s", (line, name, parameters, value) => {
    expect(parsed(line)).toEqual({ name, parameters, value });
    expect(parseContentLine(line)?.isFlawed).toBe(true);
  });

  it("keeps an address that only looks like an unquoted parameter", () => {
    expect(parsed("A;SENT-BY=mailto:a@b")).toEqual({
      name: "A",
      parameters: { "SENT-BY": ["mailto"] },
      value: "a@b",
    });
  });

  it.each(["", "words", ":value", "two words:value", "ATTENDEE;CN=x", "A;B", "A;"])(
    "is not seen in %j",
    (line) => {
      expect(parseContentLine(line)).toBeNull();
    },
  );

  it("is not seen in one with more parameters than the limit", () => {
    expect(parsed(`A;M=${"x,".repeat(MAX_PARAMETER_VALUES - 3)}x:b`)).not.toBeNull();
    expect(parsed(`A;M=${"x,".repeat(MAX_PARAMETER_VALUES)}x:b`)).toBeNull();
    expect(parsed(`A${";M".repeat(MAX_PARAMETER_VALUES + 1)}:b`)).toBeNull();
  });
});
