import { charsetUtf8 } from "../../../../src/core/rules/message/charset-utf8.ts";
import { at, calendarOf, testRule } from "../rule-tester.ts";

const typed = (charset: string) => [
  `Content-Type: text/calendar; method=REQUEST; charset=${charset}`,
];
const utf16 = (text: string): string => `\xff\xfe${text.replace(/[^]/g, "$&\0")}`;

testRule(charsetUtf8, {
  valid: [
    { name: "UTF-8 is declared", event: ["SUMMARY:caf\xc3\xa9"] },
    {
      name: "UTF-8 is meant",
      partFields: ["Content-Type: text/calendar"],
      event: ["SUMMARY:caf\xc3\xa9"],
    },
    { name: "nothing is beyond ASCII", partFields: typed("iso-8859-1") },
    {
      name: "the octets contradict the charset, which another rule says",
      partFields: typed("us-ascii"),
      event: ["SUMMARY:caf\xe9"],
    },
    {
      name: "the message is a bare file",
      message: calendarOf({ name: "", event: ["SUMMARY:\xc3\xa9"] }),
    },
  ],
  invalid: [
    {
      name: "Latin-1 is declared and used",
      partFields: typed("ISO-8859-1"),
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
    {
      name: "there is no charset of the declared name",
      partFields: typed("utf_8"),
      event: ["SUMMARY:caf\xc3\xa9"],
      reports: [
        {
          data: {
            charset: "utf_8",
            part: "2",
            ...at(calendarOf({ name: "", event: ["SUMMARY:caf\xc3\xa9"] }), "\xc3"),
          },
        },
      ],
    },
    {
      name: "a charset without octets beyond ASCII",
      partFields: typed("iso-2022-jp"),
      event: ["SUMMARY:\x1b$B2q5D\x1b(B"],
      reports: [{ data: { charset: "iso-2022-jp", part: "2", line: 1, offset: 0 } }],
    },
    {
      name: "the part is in UTF-16",
      partFields: ["Content-Type: text/calendar"],
      body: utf16(calendarOf({ name: "", event: ["SUMMARY:caf\xe9"] })),
      reports: [{ data: { charset: "utf-16", part: "2", line: 1, offset: 0 } }],
    },
  ],
});
