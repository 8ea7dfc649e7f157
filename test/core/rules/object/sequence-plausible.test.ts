import { sequencePlausible } from "../../../../src/core/rules/object/sequence-plausible.ts";
import { placed } from "../placed.ts";
import { testRule } from "../rule-tester.ts";

testRule(sequencePlausible, {
  valid: [
    { name: "it is 0" },
    { name: "it is missing", event: ["SEQUENCE"] },
    { name: "it is the greatest that is plausible", event: ["SEQUENCE:2000000000"] },
    { name: "it has a sign", event: ["SEQUENCE:+5"] },
  ],
  invalid: ["2000000001", "-1", "1.5", "", "NaN", "99999999999999999999"].map((sequence) => ({
    name: `it is "${sequence}"`,
    event: [`SEQUENCE:${sequence}`],
    reports: [{ data: { sequence, ...placed({ event: [`SEQUENCE:${sequence}`] }, "SEQUENCE") } }],
  })),
});
