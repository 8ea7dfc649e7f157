import { expect, it } from "vitest";
import { dataAt } from "../../../src/core/rules/entries.ts";
import { contextsOf } from "./rule-tester.ts";

it("a finding stands in the part of the invitation, where one is asked about", () => {
  const [message, invitation] = contextsOf({ name: "" });
  const position = { line: 3, offset: 40 };

  expect(invitation && dataAt(invitation, position, { count: 1 })).toEqual({
    count: 1,
    part: "2",
    line: 3,
    offset: 40,
  });
  expect(message && dataAt(message, position, { count: 1 })).toEqual({ count: 1 });
});
