import { describe, expect, it } from "vitest";

import { familyOf, ruleOf } from "../../../src/core/rules/catalogue.ts";

describe("the catalogue", () => {
  it("finds a rule and its family by the id", () => {
    expect(ruleOf("uid-present")?.id).toBe("uid-present");
    expect(familyOf("not-cancelled")).toBe("freshness");
  });

  it("knows no rule that does not exist", () => {
    expect(ruleOf("no-such-rule")).toBeNull();
    expect(familyOf("no-such-rule")).toBe("object");
  });
});
