import { attachmentsNotExecutable } from "../../../../src/core/rules/content/attachments-not-executable.ts";
import { testContentRule } from "./content-rule-tester.ts";

const INLINE = "ENCODING=BASE64;VALUE=BINARY";
const report = (name: string | null, kind: string) => ({ data: { name, kind } });

testContentRule(attachmentsNotExecutable, {
  valid: [
    {
      name: "it is a document on the web",
      lines: ["ATTACH:https://example.com/agenda.pdf?x=.exe"],
    },
    { name: "it is a page on the web", lines: ["ATTACH:https://example.com/agenda.html"] },
    {
      name: "it is a page on the web by its type",
      lines: ["ATTACH;FMTTYPE=text/html:https://example.com/agenda"],
    },
    { name: "it is a text inline", lines: [`ATTACH;FMTTYPE=text/plain;${INLINE}:SGVsbG8=`] },
    { name: "it has no name at all", lines: [`ATTACH;${INLINE}:`] },
    { name: "its name is a word", lines: ["ATTACH;FILENAME=exe:https://example.com/1"] },
    { name: "its link ends in a host", lines: ["ATTACH:https://example.com"] },
    {
      name: "it is attached to the message by its Content-ID (A28)",
      lines: ["ATTACH;VALUE=URI:CID:part3.msg@example.com"],
    },
    { name: "its link ends in no name", lines: ["ATTACH:https://example.com/share/"] },
  ],
  invalid: [
    {
      name: "its name is a program's (A27)",
      lines: ["ATTACH;FMTTYPE=application/pdf;X-FILENAME=invoice.pdf.exe:https://example.com/1"],
      reports: [report("invoice.pdf.exe", ".exe")],
    },
    {
      name: "its link ends in a program",
      lines: ["ATTACH:https://example.com/tools/Setup%20now.MSI#top"],
      reports: [report("Setup now.MSI", ".msi")],
    },
    {
      name: "Windows would drop the dots at its end",
      lines: ["ATTACH;FILENAME=invoice.scr. .:https://example.com/1"],
      reports: [report("invoice.scr. .", ".scr")],
    },
    {
      name: "its declared type is a program's",
      lines: ["ATTACH;FMTTYPE=application/x-msdownload:https://example.com/1"],
      reports: [report("application/x-msdownload", "application/x-msdownload")],
    },
    {
      name: "it is a page inline by its name",
      lines: [`ATTACH;FILENAME=invoice.html;${INLINE}:SGVsbG8=`],
      reports: [report("invoice.html", ".html")],
    },
    {
      name: "it is a picture that can run scripts",
      lines: [`ATTACH;FMTTYPE=image/svg+xml;${INLINE}:SGVsbG8=`],
      reports: [report("image/svg+xml", "image/svg+xml")],
    },
    {
      name: "it begins like a program of Windows, called a document",
      lines: [`ATTACH;FMTTYPE=application/pdf;FILENAME=a.pdf;${INLINE}:TVqQAAMAAAAEAAAA`],
      reports: [report("a.pdf", "Windows program")],
    },
    {
      name: "it begins like a program of Linux",
      lines: [`ATTACH;${INLINE}:f0VMRgIBAQ==`],
      reports: [report(null, "Linux program")],
    },
    {
      name: "it begins like a program of macOS",
      lines: [`ATTACH;${INLINE}:z/rt/gcAAAE=`],
      reports: [report(null, "macOS program")],
    },
    {
      name: "it begins like a script",
      lines: [`ATTACH;${INLINE}:IyEvYmluL3NoCg==`],
      reports: [report(null, "script")],
    },
    {
      name: "it begins like a shortcut",
      lines: [`ATTACH;${INLINE}:TAAAAAEUAgAAAAAA`],
      reports: [report(null, "Windows shortcut")],
    },
    {
      name: "it begins like a page",
      lines: [`ATTACH;FMTTYPE=text/plain;${INLINE}:77u/IDxodG1sPjxib2R5Pg==`],
      reports: [report("text/plain", "web page")],
    },
  ],
});
