import { prodidPresent } from "../../../../src/core/rules/object/prodid-present.ts";
import { calendarOf, testRule } from "../rule-tester.ts";

const ICS = calendarOf({ name: "" });
const report = { data: { part: "2", line: 1, offset: 0 } };

testRule(prodidPresent, {
  valid: [{ name: "it is there" }, { name: "there is no calendar", body: "" }],
  invalid: [
    { name: "it is missing", body: ICS.replace(/PRODID.*\r\n/, ""), reports: [report] },
    { name: "it is empty", body: ICS.replace(/PRODID.*\r\n/, "PRODID: \r\n"), reports: [report] },
  ],
});
