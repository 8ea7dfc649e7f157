import { attachmentsNotLocal } from "../../../../src/core/rules/content/attachments-not-local.ts";
import { testContentRule } from "./content-rule-tester.ts";

testContentRule(attachmentsNotLocal, {
  valid: [
    { name: "there is none" },
    { name: "it is on the web", lines: ["ATTACH:https://example.com/agenda.pdf"] },
    { name: "it is a part of the message (A28)", lines: ["ATTACH:cid:part1@example.com"] },
    { name: "it stands inline", lines: ["ATTACH;ENCODING=BASE64;VALUE=BINARY:AAAA"] },
    { name: "a sound is named", lines: ["BEGIN:VALARM", "ATTACH;VALUE=URI:Chord", "END:VALARM"] },
  ],
  invalid: [
    {
      name: "it is a file of the reader's disk (A26)",
      lines: ["ATTACH;FILENAME=agenda.pdf:file:///etc/hostname"],
      reports: [{ data: { link: "file:///etc/hostname", name: "agenda.pdf" } }],
    },
    {
      name: "it is on a server, as a URI",
      lines: ["ATTACH;FMTTYPE=text/plain: FILE://evil.example/share/"],
      reports: [{ data: { link: "FILE://evil.example/share/", name: "text/plain" } }],
    },
    {
      name: "it is on a server, as Windows writes it",
      lines: ["ATTACH:\\\\evil.example\\share\\plan.docx"],
      reports: [{ data: { link: "\\\\evil.example\\share\\plan.docx", name: "plan.docx" } }],
    },
    {
      name: "it is on a drive",
      lines: ["ATTACH:C:\\secrets.txt"],
      reports: [{ data: { link: "C:\\secrets.txt", name: "secrets.txt" } }],
    },
    {
      name: "it is on a server by another protocol",
      lines: ["IMAGE;VALUE=URI:smb://evil.example/logo.png"],
      reports: [{ data: { link: "smb://evil.example/logo.png", name: "logo.png" } }],
    },
    {
      name: "an alarm has it",
      lines: ["BEGIN:VALARM", "ACTION:AUDIO", "ATTACH:file://evil.example/a.wav", "END:VALARM"],
      reports: [{ data: { link: "file://evil.example/a.wav", name: "a.wav" } }],
    },
  ],
});
