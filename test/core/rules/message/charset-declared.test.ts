import { charsetDeclared } from "../../../../src/core/rules/message/charset-declared.ts";
import { at, calendarOf, testRule } from "../rule-tester.ts";

const UNDECLARED = ["Content-Type: text/calendar; method=REQUEST"];
const UTF8 = ["SUMMARY:caf\xc3\xa9"];

testRule(charsetDeclared, {
  valid: [
    { name: "the charset is declared", event: UTF8 },
    { name: "nothing is beyond ASCII", partFields: UNDECLARED },
    {
      name: "a file of another type has no charset",
      partFields: ["Content-Type: application/ics"],
      event: UTF8,
    },
    { name: "the message is a bare file", message: calendarOf({ name: "", event: UTF8 }) },
  ],
  invalid: [
    {
      name: "UTF-8 is not declared",
      partFields: UNDECLARED,
      event: UTF8,
      reports: [
        {
          data: {
            charset: "utf-8",
            part: "2",
            ...at(calendarOf({ name: "", event: UTF8 }), "\xc3"),
          },
        },
      ],
    },
    {
      name: "octets that are no UTF-8 either",
      partFields: UNDECLARED,
      event: ["SUMMARY:caf\xe9"],
      reports: [
        {
          data: {
            charset: "windows-1252",
            part: "2",
            ...at(calendarOf({ name: "", event: ["SUMMARY:caf\xe9"] }), "\xe9"),
          },
        },
      ],
    },
  ],
});
