import { versionIs2 } from "../../../../src/core/rules/object/version-is-2.ts";
import { placed } from "../placed.ts";
import { calendarOf, testRule } from "../rule-tester.ts";

const old = calendarOf({ name: "" }).replace("VERSION:2.0", "VERSION:1.0");

testRule(versionIs2, {
  valid: [
    { name: "it is 2.0" },
    { name: "it is 2.0 and a space", body: old.replace("1.0", "2.0 ") },
    { name: "there is no calendar", body: "" },
  ],
  invalid: [
    {
      name: "it is 1.0",
      body: old,
      reports: [{ data: { version: "1.0", ...placed({ body: old }, "VERSION") } }],
    },
    {
      name: "it is missing",
      body: old.replace("VERSION:1.0\r\n", ""),
      reports: [{ wording: "missing", data: { version: null, part: "2", line: 1, offset: 0 } }],
    },
  ],
});
