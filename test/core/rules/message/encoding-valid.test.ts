import { encodingValid } from "../../../../src/core/rules/message/encoding-valid.ts";
import { at, calendarOf, testRule } from "../rule-tester.ts";

const ICS = calendarOf({ name: "" });
const LATIN = ["SUMMARY:caf\xe9"];
const QUOTED = ICS.replace("CN=Boss", "CN=3DBoss").replace("PARTSTAT=NEEDS", "PARTSTAT=Needs");
const encoded = (encoding: string) => [`Content-Transfer-Encoding: ${encoding}`];

testRule(encodingValid, {
  valid: [
    { name: "everything is as declared", event: ["SUMMARY:caf\xc3\xa9"] },
    { name: "base64 is complete", partFields: encoded("base64"), body: btoa(ICS) },
    {
      name: "a fold cuts a character in two, which another rule says",
      event: ["SUMMARY:caf\xc3\r\n \xa9"],
    },
  ],
  invalid: [
    {
      name: "octets are no UTF-8",
      event: LATIN,
      reports: [
        {
          wording: "charset",
          data: {
            encoding: "utf-8",
            part: "2",
            ...at(calendarOf({ name: "", event: LATIN }), "SUMMARY"),
          },
        },
      ],
    },
    {
      name: "base64 is damaged",
      partFields: encoded("base64"),
      body: `${btoa(ICS).slice(0, 76)}\r\n*`,
      reports: [
        { wording: "invalid-base64", data: { encoding: "base64", part: "2", line: 2, offset: 78 } },
      ],
    },
    {
      name: "quoted-printable has a stray equals sign",
      partFields: encoded("quoted-printable"),
      body: QUOTED,
      reports: [
        {
          wording: "invalid-quoted-printable",
          data: { encoding: "quoted-printable", part: "2", ...at(QUOTED, "=Needs") },
        },
      ],
    },
    {
      name: "an unknown encoding leaves the calendar readable",
      partFields: encoded("utf-8"),
      reports: [
        {
          wording: "unknown-encoding",
          severity: "warning",
          data: { encoding: "utf-8", part: "2", line: 1, offset: 0 },
        },
      ],
    },
    {
      name: "an unknown encoding hides the calendar",
      partFields: encoded("x-uuencode"),
      body: "begin 644 invite.ics",
      reports: [
        {
          wording: "unknown-encoding",
          data: { encoding: "x-uuencode", part: "2", line: 1, offset: 0 },
        },
      ],
    },
  ],
});
