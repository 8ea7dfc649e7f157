import { linesFolded } from "../../../../src/core/rules/message/lines-folded.ts";
import { at, calendarOf, testRule } from "../rule-tester.ts";

const LONG = `DESCRIPTION:${"long ".repeat(20)}`;
const CUT = ["SUMMARY:caf\xc3\r\n \xa9"];

testRule(linesFolded, {
  valid: [
    { name: "lines are short" },
    { name: "a long line is folded", event: [LONG.replace(/.{70}/g, "$&\r\n ")] },
    { name: "a fold stands between characters", event: ["SUMMARY:caf\xc3\xa9\r\n \xc3\xa9"] },
    { name: "the message is a bare file", message: calendarOf({ name: "", event: [LONG] }) },
  ],
  invalid: [
    {
      name: "two lines are too long",
      event: [LONG, `COMMENT:${LONG}`],
      reports: [
        {
          wording: "long",
          data: { count: 2, part: "2", ...at(calendarOf({ name: "", event: [LONG] }), LONG) },
        },
      ],
    },
    {
      name: "a fold cuts a character",
      event: CUT,
      reports: [
        {
          wording: "character",
          data: { count: 1, part: "2", ...at(calendarOf({ name: "", event: CUT }), " \xa9") },
        },
      ],
    },
  ],
});
