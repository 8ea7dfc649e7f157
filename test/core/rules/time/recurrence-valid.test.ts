import { describe, expect, it } from "vitest";
import { recurrenceValid } from "../../../../src/core/rules/time/recurrence-valid.ts";
import { override, placed } from "../placed.ts";
import { reportsOf, testRule } from "../rule-tester.ts";

const fortnightly = ["RRULE:FREQ=FORTNIGHTLY"];

testRule(recurrenceValid, {
  valid: [
    { name: "nothing recurs" },
    { name: "the rule is sound", event: ["RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=3"] },
    { name: "there are only dates", event: ["RDATE:20261202T090000Z"] },
    { name: "there is no event", body: "" },
  ],
  invalid: [
    {
      name: "nobody knows how often",
      event: fortnightly,
      components: override("RECURRENCE-ID:20261201T090000Z", ...fortnightly),
      reports: [
        {
          wording: "frequency",
          severity: "error",
          data: { rulePart: "FORTNIGHTLY", ...placed({ event: fortnightly }, "RRULE") },
        },
      ],
    },
    {
      name: "there is an exception rule of old",
      event: ["EXRULE:FREQ=DAILY"],
      reports: [
        {
          wording: "several-rules",
          severity: "warning",
          data: { rulePart: "EXRULE", ...placed({ event: ["EXRULE:FREQ=DAILY"] }, "BEGIN:VEVENT") },
        },
      ],
    },
  ],
});

describe("the severity of a recurrence's problem", () => {
  it.each([
    ["FREQ=WEEKLY;BYDAY=XX", "value", "error"],
    ["FREQ=DAILY;COUNT=1;COUNT=2", "repeated-part", "error"],
    ["FREQ=DAILY;UNTIL=20200101T000000Z", "until-before-start", "error"],
    ["FREQ=YEARLY;RSCALE=HEBREW", "calendar", "warning"],
    ["FREQ=DAILY;COUNT=1;UNTIL=20270101T000000Z", "count-and-until", "warning"],
    ["FREQ=DAILY;BYSETPOS=1", "part-not-allowed", "warning"],
    ["FREQ=DAILY;BYMOON=NEW", "unknown-part", "notice"],
    ["FREQ=WEEKLY;BYDAY=MO", "start-not-in-rule", "notice"],
    ["FREQ=DAILY;UNTIL=20270101", "until-type", "notice"],
  ])("%s: %s is a %s", (rule, wording, severity) => {
    const reports = reportsOf(recurrenceValid, { name: "", event: [`RRULE:${rule}`] });

    expect(reports.map((report) => [report.wording, report.severity])).toEqual([
      [wording, severity],
    ]);
  });

  it("is a notice where DTSTART is what lacks", () => {
    const event = ["DTSTART", "RRULE:FREQ=DAILY"];
    const reports = reportsOf(recurrenceValid, { name: "", method: "CANCEL", event });

    expect(reports.map(({ severity }) => severity)).toEqual(["notice"]);
  });
});
