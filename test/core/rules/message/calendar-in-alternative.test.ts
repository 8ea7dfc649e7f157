import { calendarInAlternative } from "../../../../src/core/rules/message/calendar-in-alternative.ts";
import { at, calendarOf, messageOf, testRule } from "../rule-tester.ts";

const ICS = calendarOf({ name: "" });
const MIXED = ["Content-Type: multipart/mixed; boundary=b"];

testRule(calendarInAlternative, {
  valid: [
    { name: "it is an alternative of the text" },
    {
      name: "a signature is around the alternative",
      message: [
        ...["Content-Type: multipart/signed; boundary=s", "", "--s"],
        ...["Content-Type: multipart/alternative; boundary=b", "", "--b", "", "text", "--b"],
        ...["Content-Type: text/calendar; method=REQUEST", "", ICS, "--b--", "--s--"],
      ].join("\r\n"),
    },
    { name: "a file without METHOD may be attached", fields: MIXED, method: null },
    {
      name: "there is no text",
      message: `Content-Type: text/calendar; method=REQUEST\r\n\r\n${ICS}`,
    },
    { name: "the message is a bare file", message: ICS },
  ],
  invalid: [
    {
      name: "it is attached beside the text",
      fields: MIXED,
      reports: [
        {
          data: {
            type: "text/calendar",
            part: "2",
            ...at(messageOf({ name: "", fields: MIXED }), "BEGIN:VCALENDAR"),
          },
        },
      ],
    },
  ],
});
