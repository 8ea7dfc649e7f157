import { alarmsHarmless } from "../../../../src/core/rules/content/alarms-harmless.ts";
import { testContentRule } from "./content-rule-tester.ts";

const alarm = (...lines: readonly string[]): readonly string[] => [
  "BEGIN:VALARM",
  "TRIGGER:-PT15M",
  ...lines,
  "END:VALARM",
];

testContentRule(alarmsHarmless, {
  valid: [
    { name: "there is none" },
    { name: "it shows a text", lines: alarm("ACTION:DISPLAY", "DESCRIPTION:Soon") },
    { name: "it plays a sound by its name", lines: alarm("ACTION:AUDIO", "ATTACH:Chord") },
    { name: "it repeats twice", lines: alarm("ACTION:DISPLAY", "REPEAT:2", "DURATION:PT5M") },
    { name: "its REPEAT is no number", lines: alarm("ACTION:DISPLAY", "REPEAT:often") },
    { name: "Apple switches it off", lines: alarm("ACTION:NONE") },
    { name: "it has no ACTION", lines: alarm() },
  ],
  invalid: [
    {
      name: "it sends mail (A38)",
      lines: alarm("ACTION:EMAIL", "ATTENDEE:mailto:all@example.com"),
      reports: [{ wording: "mail", data: { action: "EMAIL", value: "all@example.com" } }],
    },
    {
      name: "it sends mail to nobody",
      lines: alarm("ACTION:email"),
      reports: [{ wording: "mail", data: { action: "EMAIL", value: null } }],
    },
    {
      name: "it runs a program (A38)",
      lines: alarm("ACTION:PROCEDURE", "ATTACH:file:///bin/sh"),
      reports: [{ wording: "program", data: { action: "PROCEDURE", value: "file:///bin/sh" } }],
    },
    {
      name: "it fetches a sound",
      lines: alarm("ACTION:AUDIO", "ATTACH:https://evil.example/a.wav"),
      reports: [
        { wording: "sound", data: { action: "AUDIO", value: "https://evil.example/a.wav" } },
      ],
    },
    {
      name: "it reads a file of the disk",
      lines: alarm("ACTION:AUDIO", "ATTACH:file:///dev/zero"),
      reports: [{ wording: "sound", data: { action: "AUDIO", value: "file:///dev/zero" } }],
    },
    {
      name: "it never ends",
      lines: alarm("ACTION:DISPLAY", "REPEAT:1000000", "DURATION:PT1S"),
      reports: [{ wording: "repeat", data: { action: "DISPLAY", value: 1_000_000 } }],
    },
  ],
});
