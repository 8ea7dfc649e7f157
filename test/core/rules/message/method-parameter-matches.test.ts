import { methodParameterMatches } from "../../../../src/core/rules/message/method-parameter-matches.ts";
import { at, calendarOf, testRule } from "../rule-tester.ts";

testRule(methodParameterMatches, {
  valid: [
    { name: "both say the same" },
    { name: "case differs", partFields: ["Content-Type: text/calendar; method=request"] },
    { name: "the parameter is missing", partFields: ["Content-Type: text/calendar"] },
    {
      name: "METHOD is missing",
      partFields: ["Content-Type: text/calendar; method=REQUEST"],
      method: null,
    },
    { name: "METHOD is empty", body: calendarOf({ name: "" }).replace("REQUEST", "") },
    { name: "the part holds no calendar", body: "" },
  ],
  invalid: [
    {
      name: "the header says REQUEST and the calendar CANCEL",
      body: calendarOf({ name: "", method: "CANCEL" }),
      reports: [
        {
          data: {
            parameter: "REQUEST",
            method: "CANCEL",
            part: "2",
            ...at(calendarOf({ name: "" }), "METHOD"),
          },
        },
      ],
    },
    {
      name: "an attached file carries another method",
      partFields: ["Content-Type: application/ics; method=PUBLISH"],
      reports: [
        {
          data: {
            parameter: "PUBLISH",
            method: "REQUEST",
            part: "2",
            ...at(calendarOf({ name: "" }), "METHOD"),
          },
        },
      ],
    },
  ],
});
