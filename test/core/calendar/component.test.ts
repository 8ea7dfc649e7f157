import { describe, expect, it } from "vitest";
import {
  componentsNamed,
  firstProperty,
  parameter,
  parameterValues,
  propertiesNamed,
  textValue,
} from "../../../src/core/calendar/component.ts";
import type { Component, Property } from "../../../src/core/calendar/object.ts";

function property(name: string, value: string): Property {
  return {
    name,
    value,
    parameters: [{ name: "MEMBER", values: ["a", "b"] }],
    line: 1,
    offset: 0,
  };
}

const alarm: Component = { name: "VALARM", properties: [], components: [], line: 1, offset: 0 };

const event: Component = {
  name: "VEVENT",
  properties: [property("COMMENT", "one"), property("UID", "1"), property("COMMENT", "two")],
  components: [alarm],
  line: 1,
  offset: 0,
};

describe("a component", () => {
  it("gives its properties by name", () => {
    expect(propertiesNamed(event, "COMMENT").map(({ value }) => value)).toEqual(["one", "two"]);
    expect(firstProperty(event, "COMMENT")?.value).toBe("one");
    expect(firstProperty(event, "CONSTRUCTOR")).toBeNull();
  });

  it("gives its components by name", () => {
    expect(componentsNamed(event, "VALARM")).toEqual([alarm]);
    expect(componentsNamed(event, "VEVENT")).toEqual([]);
  });
});

describe("a property", () => {
  it("gives its parameters by name", () => {
    expect(parameter(property("A", ""), "MEMBER")).toBe("a");
    expect(parameterValues(property("A", ""), "MEMBER")).toEqual(["a", "b"]);
    expect(parameter(property("A", ""), "CN")).toBeNull();
    expect(parameterValues(property("A", ""), "CN")).toEqual([]);
  });

  it.each([
    ["plain", "plain"],
    [String.raw`one\, two\; three`, "one, two; three"],
    [String.raw`a\nb\Nc`, "a\nb\nc"],
    [String.raw`C:\\new`, String.raw`C:\new`],
    [String.raw`left \alone\ `, String.raw`left \alone\ `],
    ["\\", "\\"],
  ])("gives %j as the text it stands for", (value, text) => {
    expect(textValue(property("A", value))).toBe(text);
  });
});
