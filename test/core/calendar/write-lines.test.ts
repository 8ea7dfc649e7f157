import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unescapeText } from "../../../src/core/calendar/component.ts";
import type { Component, Parameter, Property } from "../../../src/core/calendar/object.ts";
import { readCalendarObject } from "../../../src/core/calendar/read-calendar-object.ts";
import {
  escapeText,
  foldLines,
  printComponent,
  writeProperty,
} from "../../../src/core/calendar/write-lines.ts";
import { barePart } from "./bare-part.ts";

function property(name: string, value: string, parameters: readonly Parameter[] = []): Property {
  return { name, value, parameters, line: 1, offset: 0 };
}

function bytes(text: string): number {
  return new TextEncoder().encode(text).length;
}

describe("folding", () => {
  it.each([
    ["a line of 75 octets", "x".repeat(75), 1],
    ["a line of 76 octets", "x".repeat(76), 2],
    ["two octets a character", "ü".repeat(75), 3],
    ["three octets a character", "€".repeat(50), 3],
    ["four octets a character", "😀".repeat(37), 3],
  ])("makes lines of at most 75 octets from %s", (_, line, count) => {
    const folded = foldLines([line]).split("\r\n").slice(0, -1);

    expect(folded).toHaveLength(count);
    expect(Math.max(...folded.map(bytes))).toBeLessThanOrEqual(75);
    expect(folded.map((piece, index) => (index === 0 ? piece : piece.slice(1))).join("")).toBe(
      line,
    );
  });

  it("ends every line by CRLF", () => {
    expect(foldLines(["A:1", "B:2"])).toBe("A:1\r\nB:2\r\n");
    expect(foldLines([])).toBe("");
  });
});

describe("a text", () => {
  it.each([
    ["plain", "plain"],
    ["a,b;c\\d", String.raw`a\,b\;c\\d`],
    ["one\r\ntwo\nthree\rfour", String.raw`one\ntwo\nthree\nfour`],
    ["tab\there", "tab\there"],
    ["nul\u0000 bell\u0007 next\u0085", "nul bell next"],
    ["half \ud83d of a pair", "half \uFFFD of a pair"],
    [
      "x\r\nATTENDEE:mailto:mallory@example.org",
      String.raw`x\nATTENDEE:mailto:mallory@example.org`,
    ],
  ])("is written as one value: %j", (text, value) => {
    expect(escapeText(text)).toBe(value);
  });

  it("survives being written and read", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const clean = text.replace(/\r\n?/g, "\n").replace(/[^\P{Cc}\t\n]/gu, "");
        expect(unescapeText(escapeText(text))).toBe(clean);
      }),
    );
  });
});

describe("a property", () => {
  it.each<[string, Property, string]>([
    ["bare", property("UID", "1"), "UID:1"],
    ["with a parameter", property("A", "b", [{ name: "X", values: ["1"] }]), "A;X=1:b"],
    [
      "with values that need quotes",
      property("A", "b", [{ name: "X", values: ["a:b", "c;d", "e,f", "g"] }]),
      'A;X="a:b","c;d","e,f",g:b',
    ],
    [
      "with quotes, carets and line breaks in a parameter",
      property("A", "b", [{ name: "CN", values: ['"Jo" ^ \r\nB\nC\u0000'] }]),
      "A;CN=^'Jo^' ^^ ^nB^nC:b",
    ],
    ["with line breaks in its value", property("A", "b\r\nEVIL:c\u0000"), "A:bEVIL:c"],
  ])("is written as one line: %s", (_, written, line) => {
    expect(writeProperty(written)).toBe(line);
  });
});

describe("a component", () => {
  const texts = fc
    .string({ unit: "grapheme" })
    .map((text) => text.replace(/[^\P{Cc}\t]/gu, "").replace(/[\p{Cs}\uFEFF]/gu, ""));
  const parameters = fc.uniqueArray(
    fc.record({
      name: fc.constantFrom("X-A", "X-B", "MEMBER", "CN"),
      values: fc.array(texts, { minLength: 1, maxLength: 3 }),
    }),
    { selector: ({ name }) => name },
  );
  const properties = fc.array(
    fc.record({
      name: fc.constantFrom("SUMMARY", "ATTENDEE", "X-PROP"),
      parameters: parameters.map((list) =>
        list.map(({ name, values }) => ({
          name,
          values: name === "CN" ? values.slice(0, 1) : values,
        })),
      ),
      value: texts,
      line: fc.constant(0),
      offset: fc.constant(0),
    }),
  );

  function withoutPlaces(component: Component): Component {
    return {
      name: component.name,
      properties: component.properties.map((each) => ({ ...each, line: 0, offset: 0 })),
      components: component.components.map(withoutPlaces),
      line: 0,
      offset: 0,
    };
  }

  it("is the same after being printed, folded and read", () => {
    fc.assert(
      fc.property(properties, properties, (outer, inner) => {
        const place = { line: 0, offset: 0 };
        const event: Component = { name: "VEVENT", properties: inner, components: [], ...place };
        const calendar: Component = {
          name: "VCALENDAR",
          properties: outer,
          components: [event],
          ...place,
        };
        const object = readCalendarObject(barePart(foldLines(printComponent(calendar)), "utf-8"));

        expect(object.problems).toEqual([]);
        expect(object.calendars.map(withoutPlaces)).toEqual([calendar]);
      }),
      { numRuns: 500 },
    );
  });

  it("does not become two by its name", () => {
    const name = "VEVENT\r\nEND:VCALENDAR";

    expect(printComponent({ name, properties: [], components: [], line: 0, offset: 0 })).toEqual([
      "BEGIN:VEVENTEND:VCALENDAR",
      "END:VEVENTEND:VCALENDAR",
    ]);
  });
});
