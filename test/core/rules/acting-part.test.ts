import { describe, expect, it } from "vitest";
import { actingPart, methodOf, placeIn } from "../../../src/core/rules/acting-part.ts";
import { textParts } from "../../../src/core/rules/text-parts.ts";
import { calendarOf, contextsOf } from "./rule-tester.ts";

describe("a bare file", () => {
  it("has no parts, but lines", () => {
    const [whole, invitation] = contextsOf({ name: "", message: calendarOf({ name: "" }) });
    if (!whole || !invitation?.invitation) {
      throw new Error("no invitation");
    }
    expect(actingPart(invitation)).toBeNull();
    expect(methodOf(null)).toBeNull();
    expect(textParts(whole)).toEqual([]);
    expect(placeIn(invitation.invitation.acting.object, { line: 3, offset: 9 })).toEqual({
      part: null,
      line: 3,
      offset: 9,
    });
  });
});
