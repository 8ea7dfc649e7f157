import { uidSingle } from "../../../../src/core/rules/object/uid-single.ts";
import { override, placed } from "../placed.ts";
import { testRule } from "../rule-tester.ts";

const other = ["BEGIN:VEVENT", "UID:2@example.com", "END:VEVENT"];
const report = { data: { count: 2, ...placed({ components: other }, "UID:2@example.com") } };

testRule(uidSingle, {
  valid: [
    { name: "there is one event" },
    { name: "overrides share it", components: override("RECURRENCE-ID:20261201T090000Z") },
    { name: "a list of events is published", method: "PUBLISH", components: other },
    { name: "one lacks it, which another rule says", components: ["BEGIN:VEVENT", "END:VEVENT"] },
  ],
  invalid: [
    // Each of the two is an invitation of its own.
    { name: "two events are requested", components: other, reports: [report, report] },
  ],
});
