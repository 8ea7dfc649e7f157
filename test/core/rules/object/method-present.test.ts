import { methodPresent } from "../../../../src/core/rules/object/method-present.ts";
import { calendarOf, testRule } from "../rule-tester.ts";

const FILE = calendarOf({ name: "", method: null });

testRule(methodPresent, {
  valid: [
    { name: "property and parameter are there" },
    { name: "the property alone is there", partFields: ["Content-Type: text/calendar"] },
    { name: "there is no calendar to have one", body: "" },
  ],
  invalid: [
    {
      name: "only the parameter is there",
      body: FILE,
      reports: [{ data: { parameter: "REQUEST", part: "2", line: 1, offset: 0 } }],
    },
    {
      name: "the property is empty",
      body: FILE.replace("VERSION:2.0", "VERSION:2.0\r\nMETHOD: "),
      reports: [{ data: { parameter: "REQUEST", part: "2", line: 1, offset: 0 } }],
    },
    {
      name: "neither is there",
      method: null,
      reports: [
        {
          wording: "file",
          severity: "notice",
          data: { parameter: null, part: "2", line: 1, offset: 0 },
        },
      ],
    },
    {
      name: "a bare file has none",
      message: FILE,
      reports: [
        {
          wording: "file",
          severity: "notice",
          data: { parameter: null, part: null, line: 1, offset: 0 },
        },
      ],
    },
  ],
});
