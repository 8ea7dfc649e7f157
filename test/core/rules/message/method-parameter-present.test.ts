import { methodParameterPresent } from "../../../../src/core/rules/message/method-parameter-present.ts";
import { at, calendarOf, testRule } from "../rule-tester.ts";

const ICS = calendarOf({ name: "" });

testRule(methodParameterPresent, {
  valid: [
    { name: "the parameter is there" },
    {
      name: "the parameter is in lower case",
      partFields: ["Content-Type: text/calendar; method=request"],
    },
    { name: "the object is a file without METHOD", method: null },
    {
      name: "a file of another type has no such parameter",
      partFields: ["Content-Type: application/ics; name=a.ics"],
    },
    { name: "the part holds no calendar", partFields: ["Content-Type: text/calendar"], body: "" },
    {
      name: "METHOD is empty",
      partFields: ["Content-Type: text/calendar"],
      body: ICS.replace("REQUEST", ""),
    },
    { name: "the message is a bare file", message: ICS },
  ],
  invalid: [
    {
      name: "METHOD stands in the calendar alone",
      partFields: ["Content-Type: text/calendar"],
      reports: [{ data: { method: "REQUEST", part: "2", ...at(ICS, "METHOD") } }],
    },
    {
      name: "the parameter is empty",
      partFields: ["Content-Type: text/calendar; method="],
      reports: [{ data: { method: "REQUEST", part: "2", ...at(ICS, "METHOD") } }],
    },
  ],
});
