import { dtstampPresent } from "../../../../src/core/rules/object/dtstamp-present.ts";
import { placed } from "../placed.ts";
import { testRule } from "../rule-tester.ts";

testRule(dtstampPresent, {
  valid: [
    { name: "it is there" },
    { name: "it cannot be read, which another rule says", event: ["DTSTAMP:now"] },
    { name: "there is no event", body: "" },
  ],
  invalid: [
    {
      name: "it is missing",
      event: ["DTSTAMP"],
      reports: [{ data: { component: "VEVENT", ...placed({}, "BEGIN:VEVENT") } }],
    },
    {
      name: "it is missing in a file",
      method: null,
      event: ["DTSTAMP"],
      reports: [
        {
          severity: "notice",
          data: { component: "VEVENT", ...placed({ method: null }, "BEGIN:VEVENT") },
        },
      ],
    },
  ],
});
