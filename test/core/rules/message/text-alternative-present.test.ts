import { textAlternativePresent } from "../../../../src/core/rules/message/text-alternative-present.ts";
import { at, calendarOf, testRule } from "../rule-tester.ts";

const ICS = calendarOf({ name: "" });
const alone = (type: string, body = ICS): string =>
  `From: boss@example.com\r\nContent-Type: ${type}\r\n\r\n${body}`;
const withPart = (...fields: readonly string[]): string =>
  [
    ...["Content-Type: multipart/mixed; boundary=b", "", "--b", ...fields, "", "text", "--b"],
    ...["Content-Type: text/calendar; method=REQUEST", "", ICS, "--b--"],
  ].join("\r\n");
const ATTACHED = ["Content-Type: text/plain", "Content-Disposition: attachment"];

testRule(textAlternativePresent, {
  valid: [
    { name: "a text stands beside the calendar" },
    { name: "HTML alone is a text, too", message: withPart("Content-Type: text/html") },
    {
      name: "a text stands beside the calendar in a container",
      message: [
        ...["Content-Type: message/rfc822", "Content-Transfer-Encoding: base64", ""],
        btoa(withPart("Content-Type: text/plain")),
      ].join("\r\n"),
    },
    {
      name: "a file without METHOD needs no text",
      message: alone("text/calendar", ICS.replace("METHOD:REQUEST\r\n", "")),
    },
    { name: "the message is a bare file", message: ICS },
  ],
  invalid: [
    {
      name: "the calendar is the whole message",
      message: alone("text/calendar; method=REQUEST"),
      reports: [
        { data: { part: "1", ...at(alone("text/calendar; method=REQUEST"), "BEGIN:VCALENDAR") } },
      ],
    },
    {
      name: "the only text is the calendar itself",
      message: alone("text/plain"),
      reports: [{ data: { part: "1", ...at(alone("text/plain"), "BEGIN:VCALENDAR") } }],
    },
    {
      name: "the only text is attached",
      message: withPart(...ATTACHED),
      reports: [{ data: { part: "2", ...at(withPart(...ATTACHED), "BEGIN:VCALENDAR") } }],
    },
  ],
});
