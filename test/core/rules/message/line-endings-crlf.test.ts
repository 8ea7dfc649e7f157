import { lineEndingsCrlf } from "../../../../src/core/rules/message/line-endings-crlf.ts";
import { calendarOf, messageOf, testRule } from "../rule-tester.ts";

const ICS = calendarOf({ name: "" });
const BARE = ICS.replaceAll("\r\n", "\n");
const BASE64 = ["Content-Transfer-Encoding: base64"];

testRule(lineEndingsCrlf, {
  valid: [
    { name: "lines end in CRLF" },
    { name: "lines within base64 end in CRLF", partFields: BASE64, body: btoa(ICS) },
    {
      name: "a mail store keeps LF alone",
      message: messageOf({ name: "" }).replaceAll("\r\n", "\n"),
    },
    {
      name: "a mail store keeps CR alone",
      message: messageOf({ name: "" }).replaceAll("\r\n", "\r"),
    },
    { name: "the message is a bare file", message: BARE },
  ],
  invalid: [
    {
      name: "lines end in LF",
      body: BARE,
      reports: [{ data: { count: 15, part: "2", line: 1, offset: 0 } }],
    },
    {
      name: "lines within base64 end in LF, wherever it is kept",
      message: messageOf({ name: "", partFields: BASE64, body: btoa(BARE) }).replaceAll(
        "\r\n",
        "\n",
      ),
      reports: [{ data: { count: 15, part: "2", line: 1, offset: 0 } }],
    },
  ],
});
