import { transferEncodingDeclared } from "../../../../src/core/rules/message/transfer-encoding-declared.ts";
import { at, calendarOf, testRule } from "../rule-tester.ts";

const UTF8 = ["SUMMARY:caf\xc3\xa9"];
const ICS = calendarOf({ name: "", event: UTF8 });
const encoded = (encoding: string) => [`Content-Transfer-Encoding: ${encoding}`];

testRule(transferEncodingDeclared, {
  valid: [
    { name: "8bit is declared", event: UTF8 },
    { name: "binary is declared", partFields: encoded("binary"), event: UTF8 },
    { name: "base64 hides the octets", partFields: encoded("base64"), body: btoa(ICS) },
    { name: "nothing is beyond ASCII", partFields: encoded("7bit") },
    {
      name: "the encoding is unknown, which another rule says",
      partFields: encoded("utf-8"),
      event: UTF8,
    },
    { name: "the message is a bare file", message: ICS },
  ],
  invalid: [
    {
      name: "7bit is declared",
      partFields: encoded("7bit"),
      event: UTF8,
      reports: [{ data: { encoding: "7bit", part: "2", ...at(ICS, "\xc3") } }],
    },
    {
      name: "nothing is declared",
      partFields: ["Content-Transfer-Encoding"],
      event: UTF8,
      reports: [{ data: { encoding: null, part: "2", ...at(ICS, "\xc3") } }],
    },
    {
      name: "quoted-printable leaves them as they are",
      partFields: encoded("quoted-printable"),
      body: ICS.replace(/=/g, "=3D"),
      reports: [
        {
          data: {
            encoding: "quoted-printable",
            part: "2",
            ...at(ICS.replace(/=/g, "=3D"), "\xc3"),
          },
        },
      ],
    },
  ],
});
