import { containerReadable } from "../../../../src/core/rules/message/container-readable.ts";
import { at, calendarOf, testRule } from "../rule-tester.ts";

const hidden = (type: string, body: string, ...fields: readonly string[]): string =>
  [...fields, `Content-Type: ${type}`, "", body].join("\r\n");

const TNEF = "\x78\x9f\x3e\x22\x01\x00";
const CALENDAR_CLASS = "Content-Class: urn:content-classes:calendarmessage";
const BESIDE = [
  ...["Content-Type: multipart/mixed; boundary=b", "", "--b", "Content-Type: text/calendar", ""],
  ...[calendarOf({ name: "" }), "--b", "Content-Type: application/ms-tnef", "", TNEF, "--b--"],
].join("\r\n");

testRule(containerReadable, {
  valid: [
    { name: "nothing is hidden" },
    {
      name: "winmail.dat calls itself ordinary mail",
      message: hidden("application/ms-tnef", `${TNEF}\x01\x08\x80\x07IPM.Microsoft Mail.Note\0`),
    },
    { name: "a bare file", message: calendarOf({ name: "" }) },
  ],
  invalid: [
    {
      name: "winmail.dat says nothing of itself",
      message: hidden("application/ms-tnef", TNEF),
      reports: [{ wording: "tnef", data: { part: "1", line: 3, offset: 37 } }],
    },
    {
      name: "winmail.dat calls itself a meeting request",
      message: hidden("application/ms-tnef", `${TNEF}IPM.Microsoft Schedule.MtgReq\0IPM.Note`),
      reports: [{ wording: "tnef", data: { part: "1", line: 3, offset: 37 } }],
    },
    {
      name: "winmail.dat comes beside a calendar",
      message: BESIDE,
      reports: [{ wording: "tnef", severity: "notice", data: { part: "2", ...at(BESIDE, TNEF) } }],
    },
    {
      name: "a message is encrypted like any other",
      message: hidden("multipart/encrypted; boundary=b", "--b\r\n\r\n"),
      reports: [{ wording: "encrypted", data: { part: "", line: 3, offset: 49 } }],
    },
    {
      name: "an encrypted message calls itself an invitation",
      message: hidden("application/pkcs7-mime; smime-type=enveloped-data", "MII=", CALENDAR_CLASS),
      reports: [{ wording: "encrypted", data: { part: "1", line: 4, offset: 119 } }],
    },
    {
      name: "an opaque signature is broken",
      message: hidden("application/pkcs7-mime; smime-type=signed-data", "MII="),
      reports: [{ wording: "signed", data: { part: "1", line: 3, offset: 64 } }],
    },
  ],
});
