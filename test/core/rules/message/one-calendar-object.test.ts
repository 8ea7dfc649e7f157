import { oneCalendarObject } from "../../../../src/core/rules/message/one-calendar-object.ts";
import { at, calendarOf, testRule } from "../rule-tester.ts";

const ICS = calendarOf({ name: "" });
const OTHER = calendarOf({ name: "", event: ["UID:2@example.com"] });
const report = { data: { count: 2, part: "2", ...at(ICS + OTHER, OTHER) } };

testRule(oneCalendarObject, {
  valid: [
    { name: "the part holds one" },
    { name: "the part holds none", body: "" },
    { name: "the message is a bare file of several", message: ICS + OTHER },
  ],
  invalid: [
    {
      name: "two events come in two objects of one part",
      body: ICS + OTHER,
      reports: [report, report],
    },
  ],
});
