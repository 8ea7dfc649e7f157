import { uidPresent } from "../../../../src/core/rules/object/uid-present.ts";
import { placed } from "../placed.ts";
import { testRule } from "../rule-tester.ts";

const data = { component: "VEVENT", ...placed({}, "BEGIN:VEVENT") };

testRule(uidPresent, {
  valid: [{ name: "it is there" }, { name: "there is no event", body: "" }],
  invalid: [
    { name: "it is missing", event: ["UID"], reports: [{ data }] },
    { name: "it is empty", event: ["UID: "], reports: [{ data }] },
    {
      name: "it is missing in a file",
      method: null,
      event: ["UID"],
      reports: [
        {
          severity: "notice",
          data: { component: "VEVENT", ...placed({ method: null }, "BEGIN:VEVENT") },
        },
      ],
    },
  ],
});
